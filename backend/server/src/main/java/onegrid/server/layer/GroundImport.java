package onegrid.server.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import onegrid.finding.Finding;
import onegrid.finding.Words;
import onegrid.server.coverage.GroundTrial;
import onegrid.server.job.JobResult;
import onegrid.server.job.JobRun;
import onegrid.server.job.JobWork;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.GroundDraft;
import onegrid.store.JobKind;
import onegrid.store.PlaceStore;
import onegrid.store.PlacedFinding;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in roads, barriers, compounds, gates, stations, buildings or protected borders of a
 * workspace, in the place of those before: reads the file into the frame of the workspace, which
 * the first one chooses, and tries how one walks on the ground with it.
 */
@Component
class GroundImport implements JobWork {
  private static final Words READ = new Words("读取文件", "read the files");
  private static final Words TAKE = new Words("整理底图", "sort out the ground");
  private static final Words WALK = new Words("试走路网", "try the walking network");
  private static final Words KEEP = new Words("保存底图", "keep the ground");

  private final WorkspaceStore workspaces;
  private final PlaceStore places;
  private final UploadFolder uploads;
  private final JsonMapper json;

  GroundImport(
      WorkspaceStore workspaces, PlaceStore places, UploadFolder uploads, JsonMapper json) {
    this.workspaces = workspaces;
    this.places = places;
    this.uploads = uploads;
    this.json = json;
  }

  @Override
  public String name() {
    return "ground";
  }

  @Override
  public JobKind kind() {
    return JobKind.IMPORT;
  }

  @Override
  public void ended(String order) {
    uploads.clear(json.readValue(order, GroundOrder.class).upload());
  }

  @Override
  public Supplier<JobResult> run(JobRun run) {
    GroundOrder order = json.readValue(run.order(), GroundOrder.class);
    Workspace workspace =
        workspaces.find(run.workspaceId()).orElseThrow(() -> Refused.notFound("工作区", "workspace"));
    run.reached(READ, 0.05);
    GroundReading.Read read =
        GroundReading.of(
            order.part(), uploads.files(order.upload()), order.crs(), workspace.epsg());
    run.reached(TAKE, 0.5);
    new GroundChecks(places, workspace).check(read.map());
    run.reached(WALK, 0.6);
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.addAll(
        run.beside(
            () ->
                GroundTrial.of(places, run.workspaceId(), read.frame(), order.part(), read.map())));
    run.reached(KEEP, 0.9);
    GroundDraft draft =
        new GroundDraft(
            order.part(),
            read.file(),
            read.map(),
            read.whole(),
            read.dataEnds(),
            findings.stream().map(f -> PlacedFinding.of(f, read.frame())).toList());
    return () -> {
      OptionalInt settled =
          workspaces.find(run.workspaceId()).map(Workspace::epsg).orElse(OptionalInt.empty());
      int epsg = read.frame().gate().frame().epsgCode();
      if (settled.isEmpty()) {
        workspaces.setFrame(run.workspaceId(), epsg, run.orderedBy());
      } else if (settled.getAsInt() != epsg) {
        throw new Refused(
            ProblemKind.IN_THE_WAY,
            "另一份数据刚刚确定了工作区的坐标系，请重新提交。",
            "Another file has just settled the frame of the workspace; hand this one in again.");
      }
      places.parts().replace(run.workspaceId(), draft, run.orderedBy());
      return JobResult.nothing();
    };
  }
}
