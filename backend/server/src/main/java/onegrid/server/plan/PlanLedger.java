package onegrid.server.plan;

import java.util.ArrayList;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.plan.EditOutcome;
import onegrid.plan.Plan;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanEdit;
import onegrid.plan.PlanPolicy;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.store.PlacedFinding;
import onegrid.store.PlanLine;
import onegrid.store.PlanOperation;
import onegrid.store.PlanState;
import onegrid.store.PlanStore;
import onegrid.store.StaleVersion;
import onegrid.store.Stores;
import org.springframework.stereotype.Component;

/**
 * The one place where a draft changes.
 *
 * <p>Whoever writes locks the plan's row first. Each operation is applied through core to the plan
 * as it is by then. Where others came in between it is held against their {@link LaterWork}: when
 * they meet nowhere it is done as if it had come later, otherwise nothing of what was sent is done
 * and both are shown.
 */
@Component
class PlanLedger {
  /** Further behind than this, one reads the plan anew. */
  private static final int MOST_UNSEEN = LaterWork.MOST;

  private final Stores stores;
  private final PlanStore plans;
  private final PlanStates states;
  private final PlanJson json;

  PlanLedger(Stores stores, PlanStates states, PlanJson json) {
    this.stores = stores;
    this.plans = stores.plans();
    this.states = states;
    this.json = json;
  }

  /**
   * What came of operations that were done.
   *
   * @param lines the log after what the writer had seen: what others did, then what was sent
   * @param mine the number of the first that was sent
   */
  record Done(
      onegrid.store.Plan plan, List<PlanLine> lines, long mine, List<FindingView> findings) {}

  /**
   * Does operations, all or none.
   *
   * @param version of the plan that the writer has read
   * @param seen the newest operation that the writer has seen
   * @throws OperationProblem.Raised if one meets a newer operation, or cannot be done
   */
  Done write(long id, long version, long seen, List<OperationWish> wishes, Asker asker) {
    Kept kept;
    try {
      kept = stores.inTransaction(() -> locked(id, version, seen, wishes, asker));
    } catch (LaterWork.Meets meets) {
      // What to tell of both takes longer than the operation; the others need not wait for it.
      throw meets.told();
    }
    List<PlanLine> lines =
        plans.log(id, seen, MOST_UNSEEN + wishes.size()).stream()
            .filter(line -> line.seq() <= kept.plan.lastSeq())
            .toList();
    return new Done(kept.plan, lines, kept.mine, kept.findings);
  }

  /** What was done while the plan was locked. */
  private record Kept(onegrid.store.Plan plan, long mine, List<FindingView> findings) {}

  private Kept locked(long id, long version, long seen, List<OperationWish> wishes, Asker asker) {
    onegrid.store.Plan row = draft(id, version, asker);
    if (seen < 0 || seen > row.lastSeq()) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "seen 须是已读到的最新操作号，现在是 " + row.lastSeq() + "。",
          "seen is the newest operation you have read; it is " + row.lastSeq() + " by now.");
    }
    if (row.lastSeq() - seen > MOST_UNSEEN) {
      throw new Refused(
          ProblemKind.STALE,
          "您落后太多步，请重新读取方案。",
          "You are too many operations behind; read the plan anew.");
    }
    Plan plan = states.of(row);
    FrameShapes frame = FrameShapes.of(new LocalFrame(plan.epsgCode()));
    LaterWork later = new LaterWork(plans, json, row, plan, seen, wishes);
    List<PlanOperation> done = new ArrayList<>();
    List<PlanDiff> diffs = new ArrayList<>();
    List<FindingView> findings = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      OperationWish wish = wishes.get(i);
      EditOutcome outcome = edit(row, wish, diffs, later).applyTo(plan, PlanPolicy.USUAL);
      later.meetsNone(i, outcome.touched());
      if (outcome instanceof EditOutcome.Refused refused) {
        later.refusedForNone(i, refused);
        throw refused(i, wishes.size(), refused, frame);
      }
      EditOutcome.Applied applied = (EditOutcome.Applied) outcome;
      done.add(json.operation(wish, applied));
      diffs.add(applied.diff());
      applied.findings().forEach(f -> findings.add(view(f, frame)));
      plan = applied.plan();
    }
    long first = plans.append(row, done, asker.name());
    long last = row.lastSeq() + done.size();
    if (last / PlanStates.SNAPSHOT_EVERY > row.lastSeq() / PlanStates.SNAPSHOT_EVERY) {
      plans.saveSnapshot(id, PlanStates.snapshot(last, plan));
    }
    states.remember(id, last, plan);
    return new Kept(plans.find(id).orElseThrow(), first, findings);
  }

  /** The plan, locked, when it is a draft that the asker may change. */
  onegrid.store.Plan draft(long id, long version, Asker asker) {
    onegrid.store.Plan row = locked(id, version);
    if (!row.isWorkedOnBy(asker.account().id())) {
      throw new Refused(
          ProblemKind.FORBIDDEN,
          "这是他人的方案，您可以查看，不能修改。",
          "This is someone else's plan: you may look, not change.");
    }
    if (row.state() != PlanState.DRAFT) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "方案已提交，不能再修改；如需修改，请先退回。",
          "The plan was submitted and cannot be changed; have it returned first.");
    }
    return row;
  }

  /** The plan, locked, when it still has the version that the asker has read. */
  onegrid.store.Plan locked(long id, long version) {
    onegrid.store.Plan row = plans.lock(id).orElseThrow(() -> Refused.notFound("方案", "plan"));
    if (row.version() != version) {
      throw new StaleVersion(row.version());
    }
    return row;
  }

  /** What a wish means; it may take back what was sent before it. */
  private static PlanEdit edit(
      onegrid.store.Plan row, OperationWish wish, List<PlanDiff> done, LaterWork later) {
    return PlanWords.edit(
        wish,
        seq -> {
          long own = seq - row.lastSeq() - 1;
          return own >= 0 && own < done.size() ? done.get((int) own) : later.logged(seq);
        });
  }

  private static OperationProblem.Raised refused(
      int index, int of, EditOutcome.Refused refused, FrameShapes frame) {
    List<Finding> findings = refused.findings();
    Words why = findings.get(0).words();
    Words what = findings.get(0).action();
    String zh = why.zh() + "。" + (what.zh().isEmpty() ? "" : what.zh() + "。");
    String en = why.en() + ". " + (what.en().isEmpty() ? "" : what.en() + ".");
    Words words =
        of == 1
            ? new Words(zh, en)
            : new Words("第 " + (index + 1) + " 步：" + zh, "Operation " + (index + 1) + ": " + en);
    return new OperationProblem.Raised(
        EditProblem.of(
            words, findings.stream().map(f -> view(f, frame)).toList(), refused.crossing(), frame));
  }

  private static FindingView view(Finding finding, FrameShapes frame) {
    return FindingView.of(PlacedFinding.of(finding, frame));
  }
}
