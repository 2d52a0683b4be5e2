package onegrid.server.plan;

import java.util.List;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.Severity;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.plan.Plan;
import onegrid.plan.PlanCheck;
import onegrid.server.frame.FrameShapes;
import onegrid.server.job.Jobs;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.store.PlacedFinding;
import onegrid.store.PlanState;
import onegrid.store.PlanStore;
import onegrid.store.Role;
import onegrid.store.Stores;
import org.springframework.stereotype.Component;

/**
 * The life of a plan: drawn, submitted, reviewed by someone else, filed, in force, retired. Each
 * step is one transaction with its line in the trail.
 */
@Component
class PlanSteps {
  private final Stores stores;
  private final PlanStore plans;
  private final PlanLedger ledger;
  private final PlanStates states;
  private final PublishRun publishing;
  private final Jobs jobs;

  PlanSteps(Stores stores, PlanLedger ledger, PlanStates states, PublishRun publishing, Jobs jobs) {
    this.stores = stores;
    this.plans = stores.plans();
    this.ledger = ledger;
    this.states = states;
    this.publishing = publishing;
    this.jobs = jobs;
  }

  /** 提交: the draft is closed; everything in it was checked. */
  onegrid.store.Plan submit(long id, long version, String note, Asker asker) {
    return stores.inTransaction(
        () -> {
          onegrid.store.Plan row = ledger.draft(id, version, asker);
          sound(states.of(row));
          return plans.step(row, PlanState.SUBMITTED, note, asker.name());
        });
  }

  /** 退回, 撤回: it is a draft again; by who reviews, or by who submitted it. */
  onegrid.store.Plan giveBack(long id, long version, String note, Asker asker) {
    return stores.inTransaction(
        () -> {
          onegrid.store.Plan row = ledger.locked(id, version);
          in(row, Set.of(PlanState.SUBMITTED, PlanState.REVIEWED, PlanState.FILED));
          boolean reviews = asker.is(Role.REVIEWER) || asker.is(Role.ADMINISTRATOR);
          boolean withdraws =
              row.isWorkedOnBy(asker.account().id()) && row.state() == PlanState.SUBMITTED;
          if (!reviews && !withdraws) {
            throw new Refused(
                ProblemKind.FORBIDDEN,
                "审核通过的方案由审核人或管理员退回。",
                "What was reviewed is returned by a reviewer or the administrator.");
          }
          return plans.step(row, PlanState.DRAFT, note, asker.name());
        });
  }

  /** 审核: never by who drew any of it. */
  onegrid.store.Plan review(long id, long version, String note, Asker asker) {
    return stores.inTransaction(
        () -> {
          onegrid.store.Plan row = ledger.locked(id, version);
          in(row, Set.of(PlanState.SUBMITTED));
          if (row.isWorkedOnBy(asker.account().id()) || plans.wrote(id, asker.name())) {
            throw new Refused(
                ProblemKind.FORBIDDEN,
                "不能审核自己参与绘制的方案，请另一位审核人审核。",
                "Nobody reviews what they drew; ask another reviewer.");
          }
          return plans.step(row, PlanState.REVIEWED, note, asker.name());
        });
  }

  /** 备案. */
  onegrid.store.Plan file(long id, long version, String note, Asker asker) {
    return stores.inTransaction(
        () -> {
          onegrid.store.Plan row = ledger.locked(id, version);
          in(row, Set.of(PlanState.REVIEWED));
          return plans.step(row, PlanState.FILED, note, asker.name());
        });
  }

  /**
   * 发布: asks for a version; see {@link PublishRun}. Asked again while that is on its way, it gives
   * the same job.
   *
   * @return the job
   */
  long publish(long id, long version, String note, Asker asker) {
    return stores.inTransaction(
        () -> {
          onegrid.store.Plan row = ledger.locked(id, version);
          publishing.replaced(row);
          PublishRun.Order order = PublishRun.Order.of(row, note);
          return stores
              .jobs()
              .findDigest(row.workspaceId(), order.digest())
              .orElseGet(() -> jobs.queue(publishing, row.workspaceId(), order, asker.name()));
        });
  }

  /** 废止: no longer in force, and nothing in its place. */
  onegrid.store.Plan retire(long id, long version, String note, Asker asker) {
    return stores.inTransaction(
        () -> {
          onegrid.store.Plan row = ledger.locked(id, version);
          in(row, Set.of(PlanState.IN_FORCE));
          return plans.step(row, PlanState.RETIRED, note, asker.name());
        });
  }

  /** What is to be looked at in a plan, when nothing in it is wrong. */
  static List<Finding> sound(Plan plan) {
    List<Finding> findings = PlanCheck.of(plan);
    FrameShapes frame = FrameShapes.of(new LocalFrame(plan.epsgCode()));
    List<FindingView> wrong =
        findings.stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> FindingView.of(PlacedFinding.of(finding, frame)))
            .toList();
    if (!wrong.isEmpty()) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          new Words(
              "方案检查出 " + wrong.size() + " 处问题，请先改正。",
              "The check found " + wrong.size() + " faults in the plan; mend them first."),
          wrong);
    }
    return findings;
  }

  static void in(onegrid.store.Plan row, Set<PlanState> states) {
    if (!states.contains(row.state())) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "方案现在的状态不能这样做，请刷新。",
          "The plan is not in a state for this; reload.");
    }
  }
}
