package onegrid.server.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.store.PlanStore;
import onegrid.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts that go to another version of their ground. */
@RestController
@RequestMapping("/api/plans/{id}")
class CarryController {
  /**
   * @param mosaicId the version; null for the one in force
   * @param layer the layer whose cells a merge starts with; null where the version has cells
   */
  record Wish(@Nullable Long mosaicId, @Nullable String layer) {}

  /**
   * @param operations how many are in the new draft
   * @param leftBehind those that are not, with the reason and the place
   */
  record Carried(PlanView plan, int operations, List<CarriedDraft.LeftBehind> leftBehind) {}

  /**
   * @param items as they were when the draft was carried; none for a draft that was not
   */
  record LeftBehind(@JsonRawValue String items) {}

  private final DraftCarrying carrying;
  private final PlanStore plans;

  CarryController(DraftCarrying carrying, Stores stores) {
    this.carrying = carrying;
    this.plans = stores.plans();
  }

  @PostMapping("/carry")
  ResponseEntity<Carried> carry(
      @PathVariable long id,
      @RequestBody Wish wish,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    DraftCarrying.Carried carried =
        carrying.carry(
            id,
            IfMatch.version(request),
            Optional.ofNullable(wish.mosaicId()),
            Optional.ofNullable(wish.layer()),
            asker);
    return ResponseEntity.status(HttpStatus.CREATED)
        .eTag(IfMatch.etag(carried.plan().version()))
        .body(
            new Carried(
                PlanView.of(carried.plan(), true, List.of(), List.of()),
                carried.operations(),
                carried.leftBehind()));
  }

  @GetMapping("/left-behind")
  LeftBehind leftBehind(@PathVariable long id) {
    if (plans.find(id).isEmpty()) {
      throw Refused.notFound("方案", "plan");
    }
    return new LeftBehind(plans.leftBehind(id).orElse("[]"));
  }
}
