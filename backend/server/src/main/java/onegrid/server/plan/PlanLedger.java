package onegrid.server.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.plan.EditOutcome;
import onegrid.plan.Plan;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanEdit;
import onegrid.plan.PlanKey;
import onegrid.plan.PlanPolicy;
import onegrid.plan.Touched;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.store.LonLat;
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
 * as it is by then. Where others came in between, what the operation touches is held against what
 * theirs touched: when they meet nowhere it is done as if it had come later, otherwise nothing of
 * what was sent is done and both are shown.
 */
@Component
class PlanLedger {
  /** Further behind than this, one reads the plan anew. */
  private static final int MOST_UNSEEN = 1000;

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
   * @throws PlanConflict.Met if one meets a newer operation
   * @throws Refused if one cannot be done
   */
  Done write(long id, long version, long seen, List<OperationWish> wishes, Asker asker) {
    return stores.inTransaction(() -> locked(id, version, seen, wishes, asker));
  }

  private Done locked(long id, long version, long seen, List<OperationWish> wishes, Asker asker) {
    onegrid.store.Plan row = draft(id, version, asker);
    if (seen < 0 || seen > row.lastSeq()) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "seen 须是已读到的最新操作号,现在是 " + row.lastSeq() + "。",
          "seen is the newest operation you have read; it is " + row.lastSeq() + " by now.");
    }
    if (row.lastSeq() - seen > MOST_UNSEEN) {
      throw new Refused(
          ProblemKind.STALE,
          "您落后太多步,请重新读取方案。",
          "You are too many operations behind; read the plan anew.");
    }
    List<PlanLine> unseen = seen == row.lastSeq() ? List.of() : plans.log(id, seen, MOST_UNSEEN);
    Plan plan = states.of(row);
    FrameShapes frame = FrameShapes.of(new LocalFrame(plan.epsgCode()));
    List<PlanOperation> done = new ArrayList<>();
    List<FindingView> findings = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      OperationWish wish = wishes.get(i);
      EditOutcome outcome = edit(row, wish, done).applyTo(plan, PlanPolicy.USUAL);
      meetsNone(i, wishes, outcome.touched(), unseen, row, plan);
      if (outcome instanceof EditOutcome.Refused refused) {
        builtOnByNobody(i, wishes, refused, row, plan);
        throw refused(i, wishes.size(), refused.findings(), frame);
      }
      EditOutcome.Applied applied = (EditOutcome.Applied) outcome;
      done.add(json.operation(wish, applied));
      applied.findings().forEach(f -> findings.add(view(f, frame)));
      plan = applied.plan();
    }
    long first = plans.append(row, done, asker.name());
    long last = row.lastSeq() + done.size();
    if (last / PlanStates.SNAPSHOT_EVERY > row.lastSeq() / PlanStates.SNAPSHOT_EVERY) {
      plans.saveSnapshot(id, PlanStates.snapshot(last, plan));
    }
    states.remember(id, last, plan);
    onegrid.store.Plan after = plans.find(id).orElseThrow();
    return new Done(after, plans.log(id, seen, MOST_UNSEEN + done.size()), first, findings);
  }

  /** The plan, locked, when it is a draft that the asker may change. */
  onegrid.store.Plan draft(long id, long version, Asker asker) {
    onegrid.store.Plan row = locked(id, version);
    if (!row.isWorkedOnBy(asker.account().id())) {
      throw new Refused(
          ProblemKind.FORBIDDEN,
          "这是他人的方案,您可以查看,不能修改。",
          "This is someone else's plan: you may look, not change.");
    }
    if (row.state() != PlanState.DRAFT) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "方案已提交,不能再修改;如需修改,请先退回。",
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

  private PlanEdit edit(onegrid.store.Plan row, OperationWish wish, List<PlanOperation> done) {
    return PlanWords.edit(
        wish,
        seq -> {
          if (seq > row.lastSeq() && seq <= row.lastSeq() + done.size()) {
            return json.diff(done.get((int) (seq - row.lastSeq() - 1)));
          }
          return plans.log(row.id(), seq - 1, 1).stream()
              .filter(line -> line.seq() == seq)
              .findFirst()
              .map(line -> json.diff(line.operation()))
              .orElseThrow(
                  () ->
                      new Refused(
                          ProblemKind.UNPROCESSABLE,
                          "没有第 " + seq + " 步操作。",
                          "There is no operation " + seq + "."));
        });
  }

  private void meetsNone(
      int index,
      List<OperationWish> wishes,
      Touched touched,
      List<PlanLine> unseen,
      onegrid.store.Plan row,
      Plan plan) {
    Set<PlanKey> parts = new TreeSet<>();
    List<PlanLine> theirs = new ArrayList<>();
    for (PlanLine line : unseen) {
      Set<PlanKey> common = touched.meeting(PlanJson.touched(line.operation()));
      if (!common.isEmpty()) {
        parts.addAll(common);
        theirs.add(line);
      }
    }
    if (!theirs.isEmpty()) {
      throw new PlanConflict.Met(conflict(index, wishes, parts, theirs, unseen, row, plan));
    }
  }

  /** What cannot be taken back because of later operations is answered with those. */
  private void builtOnByNobody(
      int index,
      List<OperationWish> wishes,
      EditOutcome.Refused refused,
      onegrid.store.Plan row,
      Plan plan) {
    Long undone = wishes.get(index).seq();
    if (undone == null || refused.findings().get(0).code() != FindingCode.CHANGED_SINCE) {
      return;
    }
    Set<PlanKey> parts = new TreeSet<>();
    List<PlanLine> theirs = new ArrayList<>();
    List<PlanLine> later = plans.log(row.id(), undone - 1, MOST_UNSEEN);
    for (PlanLine line : later.subList(Math.min(1, later.size()), later.size())) {
      Set<String> common = new TreeSet<>(later.get(0).operation().ids());
      common.retainAll(line.operation().ids());
      if (!common.isEmpty()) {
        common.forEach(id -> parts.add(PlanKey.parse(id)));
        theirs.add(line);
      }
    }
    if (!theirs.isEmpty()) {
      throw new PlanConflict.Met(conflict(index, wishes, parts, theirs, List.of(), row, plan));
    }
  }

  private PlanConflict conflict(
      int index,
      List<OperationWish> wishes,
      Set<PlanKey> parts,
      List<PlanLine> theirs,
      List<PlanLine> unseen,
      onegrid.store.Plan row,
      Plan plan) {
    Plan seen = states.of(row);
    for (int i = unseen.size() - 1; i >= 0; i--) {
      seen = seen.with(json.diff(unseen.get(i).operation()).inverse());
    }
    Optional<PlanDiff> mine = asSeen(index, wishes, row, seen);
    Optional<LonLat> place = PlanPlaces.of(parts, plan, seen);
    String names = String.join("、", new TreeSet<>(theirs.stream().map(PlanLine::who).toList()));
    ProblemKind kind = ProblemKind.PLAN_CONFLICT;
    return new PlanConflict(
        kind.type(),
        kind.title().zh(),
        kind.title().en(),
        kind.status(),
        names + " 在您之后改动了同一处,您的操作没有执行。请对照两边,再决定怎样改。",
        names
            + " changed the same place meanwhile; nothing of yours was done. Compare, then decide.",
        row.lastSeq(),
        List.of(
            new PlanConflict.Meeting(
                new PlanConflict.Mine(
                    index,
                    wishes.get(index),
                    mine.map(PartView::before).orElse(List.of()),
                    mine.map(PartView::after).orElse(List.of())),
                theirs.stream().map(OperationView::of).toList(),
                parts.stream().map(PlanKey::text).toList(),
                place.map(LonLat::lon).orElse(null),
                place.map(LonLat::lat).orElse(null))));
  }

  /** What the operation would have done on the plan that its writer saw. */
  private Optional<PlanDiff> asSeen(
      int index, List<OperationWish> wishes, onegrid.store.Plan row, Plan seen) {
    Plan plan = seen;
    List<PlanOperation> done = new ArrayList<>();
    for (int i = 0; i <= index; i++) {
      OperationWish wish = wishes.get(i);
      if (!(edit(row, wish, done).applyTo(plan, PlanPolicy.USUAL)
          instanceof EditOutcome.Applied applied)) {
        return Optional.empty();
      }
      if (i == index) {
        return Optional.of(applied.diff());
      }
      done.add(json.operation(wish, applied));
      plan = applied.plan();
    }
    return Optional.empty();
  }

  private static Refused refused(int index, int of, List<Finding> findings, FrameShapes frame) {
    Words why = findings.get(0).words();
    Words what = findings.get(0).action();
    String zh = why.zh() + "。" + (what.zh().isEmpty() ? "" : what.zh() + "。");
    String en = why.en() + ". " + (what.en().isEmpty() ? "" : what.en() + ".");
    Words words =
        of == 1
            ? new Words(zh, en)
            : new Words("第 " + (index + 1) + " 步:" + zh, "Operation " + (index + 1) + ": " + en);
    return new Refused(
        ProblemKind.EDIT_REFUSED, words, findings.stream().map(f -> view(f, frame)).toList());
  }

  private static FindingView view(Finding finding, FrameShapes frame) {
    return FindingView.of(PlacedFinding.of(finding, frame));
  }
}
