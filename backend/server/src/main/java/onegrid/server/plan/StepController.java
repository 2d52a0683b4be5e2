package onegrid.server.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.store.Plan;
import onegrid.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The life of a plan. */
@RestController
@RequestMapping("/api/plans/{id}")
class StepController {
  /**
   * @param note why, may be null
   */
  record Reason(@Nullable String note) {
    String words() {
      return note == null ? "" : PlanWords.note(note);
    }
  }

  private final PlanSteps steps;
  private final Stores stores;

  StepController(PlanSteps steps, Stores stores) {
    this.steps = steps;
    this.stores = stores;
  }

  @PostMapping("/submit")
  ResponseEntity<PlanView> submit(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return answer(steps.submit(id, IfMatch.version(request), reason.words(), asker), asker);
  }

  @PostMapping("/return")
  ResponseEntity<PlanView> giveBack(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return answer(steps.giveBack(id, IfMatch.version(request), reason.words(), asker), asker);
  }

  @PostMapping("/review")
  ResponseEntity<PlanView> review(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return answer(steps.review(id, IfMatch.version(request), reason.words(), asker), asker);
  }

  @PostMapping("/file")
  ResponseEntity<PlanView> file(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return answer(steps.file(id, IfMatch.version(request), reason.words(), asker), asker);
  }

  @PostMapping("/publish")
  ResponseEntity<PlanView> publish(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return answer(steps.publish(id, IfMatch.version(request), reason.words(), asker), asker);
  }

  @PostMapping("/retire")
  ResponseEntity<PlanView> retire(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return answer(steps.retire(id, IfMatch.version(request), reason.words(), asker), asker);
  }

  private ResponseEntity<PlanView> answer(Plan plan, Asker asker) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(plan.version()))
        .body(
            PlanView.of(
                plan,
                plan.isWorkedOnBy(asker.account().id()),
                List.of(),
                stores.plans().steps(plan.id())));
  }
}
