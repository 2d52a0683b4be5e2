package onegrid.server.coverage;

import java.util.List;
import java.util.function.Supplier;
import onegrid.coverage.Bands;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageReport;
import onegrid.coverage.Scenario;
import onegrid.coverage.ServiceArea;
import onegrid.finding.Words;
import onegrid.server.job.JobResult;
import onegrid.server.job.JobRun;
import onegrid.server.job.JobWork;
import onegrid.store.CoverageDraft;
import onegrid.store.CoverageStore;
import onegrid.store.JobKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 服务圈 as a job: the ground out of the store, through core, the answer back in. */
@Component
class CoverageRun implements JobWork {
  private static final Words GROUND =
      new Words("读取底图、建立步行路网", "fetch the ground, build the walking network");
  private static final Words ANSWER = new Words("逐栋计算", "answer for every building");
  private static final Words DRAW = new Words("绘制范围", "draw areas");
  private static final Words WRITE = new Words("写出报表", "write tables");
  private static final Words KEEP = new Words("保存结果", "keep the result");

  /** 5, 10 and 15 minutes, and the limit that was asked for. */
  private static final int MOST_BANDS = 4;

  private final WarmGrounds grounds;
  private final CoverageStore coverages;
  private final JsonMapper json;

  CoverageRun(WarmGrounds grounds, CoverageStore coverages, JsonMapper json) {
    this.grounds = grounds;
    this.coverages = coverages;
    this.json = json;
  }

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public JobKind kind() {
    return JobKind.COVERAGE;
  }

  @Override
  public Supplier<JobResult> run(JobRun run) {
    CoverageOrder order = json.readValue(run.order(), CoverageOrder.class);
    Scenario scenario = order.scenario();
    long start = System.nanoTime();
    run.reached(GROUND, 0.02);
    WarmGround ground = run.beside(() -> grounds.ground(run.workspaceId()));
    run.reached(ANSWER, 0.4);
    Coverage coverage = run.beside(() -> Coverage.of(ground.ground(), scenario));
    CoverageReport report = run.beside(() -> CoverageReport.of(coverage, ground.subdistrictOf()));
    WarmAnswer answer =
        run.beside(() -> new WarmAnswer(ground, order, coverage, WarmGrounds.threads()));
    run.reached(DRAW, 0.5);
    List<ServiceArea> areas =
        Bands.of(
            coverage,
            WarmGrounds.threads(),
            done -> run.reached(DRAW, 0.5 + 0.3 * done / MOST_BANDS));
    run.reached(WRITE, 0.8);
    KeptAnswer kept = new KeptAnswer(answer, report, areas);
    CoverageDraft draft =
        kept.draft(
            run.workspaceId(), json.writeValueAsString(order), (System.nanoTime() - start) / 1e9);
    run.reached(KEEP, 0.9);
    return () -> {
      long id = coverages.save(draft, run.orderedBy()).id();
      grounds.keep(id, answer);
      return JobResult.coverage(id);
    };
  }
}
