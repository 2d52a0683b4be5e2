package onegrid.server.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import onegrid.finding.Finding;
import onegrid.finding.Words;
import onegrid.plan.Plan;
import onegrid.server.job.JobResult;
import onegrid.server.job.JobRun;
import onegrid.server.job.JobWork;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.JobKind;
import onegrid.store.PlanState;
import onegrid.store.PlanStore;
import onegrid.store.StoredMosaic;
import onegrid.store.Stores;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 发布 as a job: a version is made of a plan, which is in force from now on; the one before is
 * retired.
 *
 * <p>The version, the plan's step and the end of the job are one transaction. Whether the plan may
 * be published is looked at when the job is asked for, when it begins, and in that transaction.
 */
@Component
class PublishRun implements JobWork {
  private static final Words READ = new Words("读取方案", "read the plan");
  private static final Words CHECK = new Words("检查图形", "check the borders");
  private static final Words MAKE = new Words("生成版本", "make the version");
  private static final Words KEEP = new Words("保存版本", "keep the version");

  private final PlanStore plans;
  private final PlanStates states;
  private final PlanPublication publication;
  private final JsonMapper json;

  PublishRun(Stores stores, PlanStates states, PlanPublication publication, JsonMapper json) {
    this.plans = stores.plans();
    this.states = states;
    this.publication = publication;
    this.json = json;
  }

  /**
   * What is to be published.
   *
   * @param version of the plan that was read when it was asked for
   * @param digest tells the same wish again, while its job is not over
   */
  record Order(long plan, long version, String note, String digest) {
    static Order of(onegrid.store.Plan row, String note) {
      return new Order(row.id(), row.version(), note, "publish " + row.id() + " v" + row.version());
    }
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public JobKind kind() {
    return JobKind.PUBLISH;
  }

  @Override
  public Supplier<JobResult> run(JobRun run) {
    Order order = json.readValue(run.order(), Order.class);
    run.reached(READ, 0.02);
    onegrid.store.Plan row = asOrdered(plans.find(order.plan()), order);
    Plan plan = states.of(row);
    run.reached(CHECK, 0.15);
    List<Finding> findings = PlanSteps.sound(plan);
    run.reached(MAKE, 0.4);
    PlanPublication.Version version = publication.make(row, plan, findings, run);
    run.reached(KEEP, 0.7);
    return () -> JobResult.mosaic(keep(order, version, run.orderedBy()).id());
  }

  private StoredMosaic keep(Order order, PlanPublication.Version version, String actor) {
    onegrid.store.Plan row = asOrdered(plans.lock(order.plan()), order);
    List<onegrid.store.Plan> before = replaced(row);
    StoredMosaic made = publication.keep(version, actor);
    for (onegrid.store.Plan other : before) {
      plans.step(other, PlanState.RETIRED, "", actor);
    }
    plans.published(row, made.id());
    plans.step(row, PlanState.IN_FORCE, order.note(), actor);
    return made;
  }

  private static onegrid.store.Plan asOrdered(Optional<onegrid.store.Plan> found, Order order) {
    onegrid.store.Plan row = found.orElseThrow(() -> Refused.notFound("方案", "plan"));
    if (row.version() != order.version()) {
      throw new Refused(
          ProblemKind.STALE,
          "方案在排队期间又有变化，没有发布。请刷新后再发布。",
          "The plan was changed while this waited; nothing was published. Reload, then publish.");
    }
    return row;
  }

  /**
   * The plans in force that a plan takes the place of, locked.
   *
   * @throws Refused if it may not be published
   */
  List<onegrid.store.Plan> replaced(onegrid.store.Plan row) {
    PlanSteps.in(row, Set.of(PlanState.REVIEWED, PlanState.FILED));
    List<onegrid.store.Plan> before = plans.lockInForce(row.workspaceId());
    for (onegrid.store.Plan other : before) {
      if (!other.publishedMosaicId().equals(Optional.of(row.mosaicId()))) {
        throw new Refused(
            ProblemKind.IN_THE_WAY,
            "方案“" + other.name() + "”已经生效，本方案不是从它画起的，发布会丢掉它的改动。请把草案移到现行版本上。",
            "Another plan is in force that this one did not branch from: publishing would undo it."
                + " Carry the draft to the version in force.");
      }
    }
    return before;
  }
}
