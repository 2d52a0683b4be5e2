package onegrid.server.layer;

import java.util.OptionalInt;
import java.util.function.Supplier;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.intake.TablePlace;
import onegrid.server.frame.FrameShapes;
import onegrid.server.job.JobResult;
import onegrid.server.job.JobRun;
import onegrid.server.job.JobWork;
import onegrid.server.problem.Refused;
import onegrid.store.BaseMap;
import onegrid.store.JobKind;
import onegrid.store.PlaceStore;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in roads, stations, buildings, compounds, gates or protected borders of a workspace, in the
 * place of those before: reads the table, turns it into the frame of the workspace, which the first
 * one chooses.
 */
@Component
class GroundImport implements JobWork {
  private static final Words READ = new Words("读取文件", "read the files");
  private static final Words TAKE = new Words("整理底图", "sort out the ground");
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
    TablePlace place = LayerReading.readAny(uploads.files(order.upload()), order.crs());
    run.reached(TAKE, 0.5);
    OptionalInt epsg = workspace.epsg();
    FrameShapes frame =
        FrameShapes.of(epsg.isPresent() ? new LocalFrame(epsg.getAsInt()) : place.gate().frame());
    BaseMap map;
    try {
      map = new GroundRows(place, frame).of(order.part());
    } catch (FileRefused e) {
      throw FileRefusal.of(e);
    }
    run.reached(KEEP, 0.8);
    return () -> {
      OptionalInt settled =
          workspaces.find(run.workspaceId()).map(Workspace::epsg).orElse(OptionalInt.empty());
      if (settled.isEmpty()) {
        workspaces.setFrame(run.workspaceId(), frame.gate().frame().epsgCode(), run.orderedBy());
      }
      places.replace(run.workspaceId(), order.part(), map, run.orderedBy());
      return JobResult.nothing();
    };
  }
}
