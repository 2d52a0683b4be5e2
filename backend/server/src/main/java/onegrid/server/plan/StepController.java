package onegrid.server.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.store.Plan;
import onegrid.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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

  record Queued(long jobId) {}

  /** One step of {@link PlanSteps}. */
  private interface Step {
    Plan take(long id, long version, String note, Asker asker);
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
    return taken(steps::submit, id, reason, asker, request);
  }

  @PostMapping("/return")
  ResponseEntity<PlanView> giveBack(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return taken(steps::giveBack, id, reason, asker, request);
  }

  @PostMapping("/review")
  ResponseEntity<PlanView> review(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return taken(steps::review, id, reason, asker, request);
  }

  @PostMapping("/file")
  ResponseEntity<PlanView> file(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return taken(steps::file, id, reason, asker, request);
  }

  /** A big plan takes seconds: the job says how far it is, and what it made. */
  @PostMapping("/publish")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued publish(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return new Queued(steps.publish(id, IfMatch.version(request), reason.words(), asker));
  }

  @PostMapping("/retire")
  ResponseEntity<PlanView> retire(
      @PathVariable long id,
      @RequestBody Reason reason,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    return taken(steps::retire, id, reason, asker, request);
  }

  private ResponseEntity<PlanView> taken(
      Step step, long id, Reason reason, Asker asker, HttpServletRequest request) {
    Plan plan = step.take(id, IfMatch.version(request), reason.words(), asker);
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
