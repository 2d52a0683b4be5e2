package onegrid.server.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onegrid.geo.LocalFrame;
import onegrid.plan.CellCrosswalk;
import onegrid.plan.PlanCheck;
import onegrid.plan.PlanComparison;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.server.security.PlainName;
import onegrid.store.Account;
import onegrid.store.AccountStore;
import onegrid.store.PlacedFinding;
import onegrid.store.Plan;
import onegrid.store.PlanStore;
import onegrid.store.Role;
import onegrid.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans as things: made, listed, read, shared, compared, deleted. */
@RestController
class PlanController {
  private static final int MOST_EDITORS = 50;

  /**
   * @param layer the layer whose cells the draft starts with; null for one cell a community, or for
   *     the cells of the version
   */
  record Wish(String name, @Nullable String layer) {
    Wish {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * @param name null to leave it
   * @param editors names of accounts that may work on the draft; null to leave them
   */
  record Change(@Nullable String name, @Nullable List<@Nullable String> editors) {}

  private final Stores stores;
  private final PlanStore plans;
  private final AccountStore accounts;
  private final PlanBranch branch;
  private final PlanLedger ledger;
  private final PlanStates states;

  PlanController(Stores stores, PlanBranch branch, PlanLedger ledger, PlanStates states) {
    this.stores = stores;
    this.plans = stores.plans();
    this.accounts = stores.accounts();
    this.branch = branch;
    this.ledger = ledger;
    this.states = states;
  }

  @PostMapping("/api/mosaics/{id}/plans")
  ResponseEntity<PlanView> create(
      @PathVariable long id,
      @RequestBody Wish wish,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker) {
    Plan made =
        branch.branch(id, PlainName.of(wish.name()), Optional.ofNullable(wish.layer()), asker);
    return ResponseEntity.status(HttpStatus.CREATED)
        .eTag(IfMatch.etag(made.version()))
        .body(view(made, asker));
  }

  @GetMapping("/api/workspaces/{workspaceId}/plans")
  List<PlanView> list(
      @PathVariable long workspaceId, @RequestAttribute(Asker.ATTRIBUTE) Asker asker) {
    return plans.list(workspaceId).stream()
        .map(plan -> PlanView.of(plan, isMine(plan, asker), List.of(), List.of()))
        .toList();
  }

  @GetMapping("/api/plans/{id}")
  ResponseEntity<PlanView> one(
      @PathVariable long id, @RequestAttribute(Asker.ATTRIBUTE) Asker asker) {
    return answer(known(id), asker);
  }

  @PatchMapping("/api/plans/{id}")
  ResponseEntity<PlanView> change(
      @PathVariable long id,
      @RequestBody Change change,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    long version = IfMatch.version(request);
    Optional<String> name = Optional.ofNullable(change.name()).map(PlainName::of);
    List<@Nullable String> editors = change.editors();
    Plan changed =
        stores.inTransaction(
            () -> {
              Plan row = ledger.draft(id, version, asker);
              return plans.change(
                  row,
                  name.orElse(row.name()),
                  editors == null ? row.editors() : ids(editors),
                  asker.name());
            });
    return answer(changed, asker);
  }

  /** Only whoever may work on plans at all can be let in. */
  private Set<Long> ids(List<@Nullable String> names) {
    if (names.size() > MOST_EDITORS) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "一个方案最多 " + MOST_EDITORS + " 人协作。",
          "At most " + MOST_EDITORS + " people work on one plan.");
    }
    Set<Long> ids = new TreeSet<>();
    for (String name : names) {
      Optional<Account> account =
          Optional.ofNullable(name)
              .flatMap(accounts::find)
              .map(AccountStore.Credentials::account)
              .filter(Account::enabled)
              .filter(a -> a.role() == Role.PLANNER || a.role() == Role.ADMINISTRATOR);
      ids.add(
          account
              .orElseThrow(
                  () ->
                      new Refused(
                          ProblemKind.UNPROCESSABLE,
                          "协作人须是在用的规划员账号。",
                          "Whom you let in must be a planner with an account in use."))
              .id());
    }
    return ids;
  }

  @DeleteMapping("/api/plans/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable long id,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    long version = IfMatch.version(request);
    stores.inTransaction(
        () -> {
          plans.delete(ledger.draft(id, version, asker), asker.name());
          return true;
        });
  }

  @GetMapping("/api/plans/{id}/ground")
  GroundView ground(
      @PathVariable long id,
      @RequestParam @Nullable String area,
      @RequestParam @Nullable String coordinates,
      @RequestParam @Nullable Boolean buildings) {
    String form = coordinates == null ? "degrees" : coordinates;
    if (!form.equals("degrees") && !form.equals("cells")) {
      throw new Refused(
          ProblemKind.BAD_PARAMETER,
          "coordinates 须为 degrees 或 cells。",
          "coordinates is degrees or cells.");
    }
    Plan row = known(id);
    return GroundView.of(
        row,
        states.of(row),
        Optional.ofNullable(area),
        form.equals("degrees"),
        Boolean.TRUE.equals(buildings));
  }

  @GetMapping("/api/plans/{id}/comparison")
  ComparisonView comparison(@PathVariable long id) {
    Plan row = known(id);
    return ComparisonView.of(PlanComparison.of(states.start(id), states.of(row)));
  }

  /** Where the cells of the version that it branched from are by now; kept as long as the plan. */
  @GetMapping("/api/plans/{id}/crosswalk")
  List<CellCrosswalk.Row> crosswalk(@PathVariable long id) {
    Plan row = known(id);
    return CellCrosswalk.of(states.start(id), states.of(row));
  }

  /** Everything that is wrong with a plan or should be looked at. */
  @GetMapping("/api/plans/{id}/findings")
  List<FindingView> findings(@PathVariable long id) {
    Plan row = known(id);
    onegrid.plan.Plan plan = states.of(row);
    FrameShapes frame = FrameShapes.of(new LocalFrame(plan.epsgCode()));
    return PlanCheck.of(plan).stream()
        .map(finding -> FindingView.of(PlacedFinding.of(finding, frame)))
        .toList();
  }

  private Plan known(long id) {
    return plans.find(id).orElseThrow(() -> Refused.notFound("方案", "plan"));
  }

  private ResponseEntity<PlanView> answer(Plan plan, Asker asker) {
    return ResponseEntity.ok().eTag(IfMatch.etag(plan.version())).body(view(plan, asker));
  }

  private PlanView view(Plan plan, Asker asker) {
    List<String> editors = new ArrayList<>();
    if (isMine(plan, asker) || asker.account().scope().all()) {
      plan.editors().stream()
          .sorted()
          .flatMap(id -> accounts.find(id).stream())
          .map(Account::name)
          .forEach(editors::add);
    }
    return PlanView.of(plan, isMine(plan, asker), editors, plans.steps(plan.id()));
  }

  private static boolean isMine(Plan plan, Asker asker) {
    return plan.isWorkedOnBy(asker.account().id());
  }
}
