package onegrid.server.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.server.security.PageOf;
import onegrid.store.Plan;
import onegrid.store.PlanStore;
import onegrid.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log of a plan: read, and written to. */
@RestController
@RequestMapping("/api/plans/{id}/operations")
class OperationController {
  private static final int MOST_AT_ONCE = 100;

  /**
   * @param seen the newest operation that the writer has seen, 0 for none
   */
  record Wishes(long seen, List<OperationWish> operations) {
    Wishes {
      operations = List.copyOf(operations);
    }
  }

  /** Some lines of the log. */
  record History(long lastSeq, List<OperationView> items) {}

  /**
   * What was done.
   *
   * @param first the number of the first operation that was sent
   * @param operations the log after what the writer had seen: what others did, then what was sent
   * @param findings what should be looked at
   */
  record Done(
      long lastSeq,
      String digest,
      long first,
      List<OperationView> operations,
      List<FindingView> findings) {}

  private final PlanStore plans;
  private final PlanLedger ledger;
  private final PlanStates states;

  OperationController(Stores stores, PlanLedger ledger, PlanStates states) {
    this.plans = stores.plans();
    this.ledger = ledger;
    this.states = states;
  }

  @GetMapping
  History history(
      @PathVariable long id,
      @RequestParam @Nullable Long after,
      @RequestParam @Nullable Integer limit) {
    long from = after == null ? 0 : after;
    if (from < 0) {
      throw new Refused(ProblemKind.BAD_PARAMETER, "after 须不小于 0。", "after is at least 0.");
    }
    Plan plan = known(id);
    return new History(
        plan.lastSeq(),
        plans.log(id, from, PageOf.list(limit, null).limit()).stream()
            .map(OperationView::of)
            .toList());
  }

  @PostMapping
  ResponseEntity<Done> write(
      @PathVariable long id,
      @RequestBody Wishes wishes,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    long version = IfMatch.version(request);
    if (wishes.operations().isEmpty() || wishes.operations().size() > MOST_AT_ONCE) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "一次提交 1 到 " + MOST_AT_ONCE + " 步操作。",
          "Send 1 to " + MOST_AT_ONCE + " operations at a time.");
    }
    int epsgCode = states.epsgCode(known(id));
    List<OperationWish> checked =
        wishes.operations().stream().map(wish -> PlanWords.checked(wish, epsgCode)).toList();
    PlanLedger.Done done = ledger.write(id, version, wishes.seen(), checked, asker);
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(done.plan().version()))
        .body(
            new Done(
                done.plan().lastSeq(),
                done.plan().digest(),
                done.mine(),
                done.lines().stream().map(OperationView::of).toList(),
                done.findings()));
  }

  /** Both operations and the place, where other refusals have findings. */
  @ExceptionHandler(PlanConflict.Met.class)
  ResponseEntity<PlanConflict> met(PlanConflict.Met met) {
    return ResponseEntity.status(met.problem().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(met.problem());
  }

  @ExceptionHandler(EditProblem.Raised.class)
  ResponseEntity<EditProblem> refused(EditProblem.Raised refused) {
    return ResponseEntity.status(refused.problem().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(refused.problem());
  }

  private Plan known(long id) {
    return plans.find(id).orElseThrow(() -> Refused.notFound("方案", "plan"));
  }
}
