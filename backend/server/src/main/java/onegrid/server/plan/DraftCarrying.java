package onegrid.server.plan;

import java.util.List;
import java.util.Optional;
import onegrid.plan.Plan;
import onegrid.server.job.JobThreads;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.store.PlanLine;
import onegrid.store.PlanStore;
import onegrid.store.StoredMosaic;
import onegrid.store.Stores;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 移到新版本: a new draft on another version of the same ground, with the log of an old one. The old
 * draft stays as it is.
 */
@Component
class DraftCarrying {
  /** A longer log takes minutes; it is better published or drawn anew. */
  private static final int LONGEST = 3000;

  private static final int PAGE = 500;

  private final Stores stores;
  private final PlanStore plans;
  private final PlanLedger ledger;
  private final PlanStates states;
  private final PlanBranch branch;
  private final PlanJson json;
  private final JsonMapper mapper;

  DraftCarrying(
      Stores stores,
      PlanLedger ledger,
      PlanStates states,
      PlanBranch branch,
      PlanJson json,
      JsonMapper mapper) {
    this.stores = stores;
    this.plans = stores.plans();
    this.ledger = ledger;
    this.states = states;
    this.branch = branch;
    this.json = json;
    this.mapper = mapper;
  }

  /** The new draft, and what of the old one is not in it. */
  record Carried(
      onegrid.store.Plan plan, int operations, List<CarriedDraft.LeftBehind> leftBehind) {}

  /**
   * Carries a draft, in one transaction. About a millisecond for each operation, and a second for
   * each of the two grounds.
   *
   * @param to the version; the one in force when empty
   * @param layer as when a draft is made of a merge
   */
  Carried carry(long id, long version, Optional<Long> to, Optional<String> layer, Asker asker) {
    return JobThreads.inJob(
        () -> stores.inTransaction(() -> carried(id, version, to, layer, asker)));
  }

  private Carried carried(
      long id, long version, Optional<Long> to, Optional<String> layer, Asker asker) {
    onegrid.store.Plan row = ledger.draft(id, version, asker);
    long mosaic = to.orElseGet(() -> inForce(row));
    StoredMosaic target =
        stores
            .mosaics()
            .find(mosaic)
            .filter(m -> m.workspaceId() == row.workspaceId())
            .orElseThrow(() -> Refused.notFound("版本", "version"));
    if (target.id() == row.mosaicId()) {
      throw new Refused(
          ProblemKind.IN_THE_WAY, "草案已经在这个版本上。", "The draft is on that version already.");
    }
    if (row.lastSeq() > LONGEST) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "草案超过 " + LONGEST + " 步，不能移到另一版本。",
          "A draft of more than " + LONGEST + " operations cannot be carried.");
    }
    Plan start = branch.start(target, layer);
    CarriedDraft draft = new CarriedDraft(json, states.start(id), start);
    long seq = 0;
    while (seq < row.lastSeq()) {
      List<PlanLine> lines = plans.log(id, seq, PAGE);
      lines.forEach(draft::carry);
      seq = lines.get(lines.size() - 1).seq();
    }
    onegrid.store.Plan made =
        plans.create(
            target.id(),
            row.name(),
            asker.account().id(),
            PlanStates.snapshot(0, start),
            asker.name());
    made =
        plans.carriedFrom(made, row, mapper.writeValueAsString(draft.leftBehind()), asker.name());
    if (!draft.operations().isEmpty()) {
      long first = plans.append(made, draft.operations(), draft.authors(), asker.name());
      long last = first + draft.operations().size() - 1;
      if (last >= PlanStates.SNAPSHOT_EVERY) {
        plans.saveSnapshot(made.id(), PlanStates.snapshot(last, draft.plan()));
      }
    }
    return new Carried(
        plans.find(made.id()).orElseThrow(), draft.operations().size(), draft.leftBehind());
  }

  private long inForce(onegrid.store.Plan row) {
    return plans.lockInForce(row.workspaceId()).stream()
        .flatMap(plan -> plan.publishedMosaicId().stream())
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                new Refused(
                    ProblemKind.IN_THE_WAY,
                    "还没有生效的版本，请指定要移到的版本。",
                    "No version is in force; say to which one."));
  }
}
