package onegrid.server.layer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.TablePlace;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.server.frame.FrameShapes;
import onegrid.server.job.JobResult;
import onegrid.server.job.JobRun;
import onegrid.server.job.JobWork;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.DrawnCell;
import onegrid.store.HandIn;
import onegrid.store.JobKind;
import onegrid.store.Layer;
import onegrid.store.LayerDraft;
import onegrid.store.LayerRole;
import onegrid.store.LayerStore;
import onegrid.store.PlacedFinding;
import onegrid.store.ShapeGate;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in one layer: reads its files, turns them into the frame of the workspace (which the first
 * layer chooses), compares its datum with the area layer where there is one, and keeps cells and
 * findings.
 */
@Component
class LayerImport implements JobWork {
  private static final Words READ = new Words("读取文件", "read the files");
  private static final Words PROJECT = new Words("统一坐标系", "settle the coordinate system");
  private static final Words COMPARE = new Words("与管辖范围比对", "compare with the area");
  private static final Words KEEP = new Words("保存图层", "keep the layer");

  private final WorkspaceStore workspaces;
  private final LayerStore layers;
  private final UploadFolder uploads;
  private final JsonMapper json;

  LayerImport(WorkspaceStore workspaces, LayerStore layers, UploadFolder uploads, JsonMapper json) {
    this.workspaces = workspaces;
    this.layers = layers;
    this.uploads = uploads;
    this.json = json;
  }

  @Override
  public String name() {
    return "layer";
  }

  @Override
  public JobKind kind() {
    return JobKind.IMPORT;
  }

  @Override
  public void ended(String order) {
    uploads.clear(json.readValue(order, ImportOrder.class).upload());
  }

  @Override
  public Supplier<JobResult> run(JobRun run) {
    ImportOrder order = json.readValue(run.order(), ImportOrder.class);
    Workspace workspace =
        workspaces.find(run.workspaceId()).orElseThrow(() -> Refused.notFound("工作区", "workspace"));
    run.reached(READ, 0.05);
    List<Path> files = uploads.files(order.upload());
    TablePlace place = LayerReading.read(files, order.crs());
    run.reached(PROJECT, 0.45);
    try {
      FrameShapes frame = frame(workspace, place);
      LayerIntake intake = take(order, place, frame.gate());
      if (Boolean.TRUE.equals(order.strict())) {
        LayerFaults.refuse(intake, frame);
      }
      run.reached(COMPARE, 0.65);
      intake = compare(intake, order, workspace.id(), frame);
      run.reached(KEEP, 0.8);
      LayerDraft draft = draft(intake, order, workspace.id(), files, frame);
      run.check();
      int epsg = frame.gate().frame().epsgCode();
      HandIn handIn = new HandIn(order.department(), order.digest());
      return () -> keep(draft, handIn, epsg, run.orderedBy());
    } catch (FileRefused e) {
      throw FileRefusal.of(e);
    }
  }

  private static FrameShapes frame(Workspace workspace, TablePlace place) {
    OptionalInt epsg = workspace.epsg();
    return FrameShapes.of(
        epsg.isPresent() ? new LocalFrame(epsg.getAsInt()) : place.gate().frame());
  }

  private static LayerIntake take(ImportOrder order, TablePlace place, CrsGate gate) {
    return LayerIntake.take(place, order.name(), Optional.ofNullable(order.code()), gate);
  }

  /** Divisions are the truth that others are compared with; without them nothing is assumed. */
  private LayerIntake compare(
      LayerIntake intake, ImportOrder order, long workspaceId, FrameShapes frame) {
    if (order.role() == LayerRole.AREA) {
      return intake;
    }
    Optional<Layer> area =
        layers.list(workspaceId).stream().filter(l -> l.role() == LayerRole.AREA).findFirst();
    return area.map(
            found -> {
              List<DepartmentCell> cells =
                  layers.cells(found.id()).stream()
                      .map(
                          c ->
                              new DepartmentCell(
                                  c.code(), c.name(), c.feature(), frame.toMetres(c.shape())))
                      .toList();
              DepartmentLayer truth =
                  new DepartmentLayer(found.name(), frame.gate().frame(), cells);
              return intake.withDatumSettled(truth, frame.gate());
            })
        .orElse(intake);
  }

  private static LayerDraft draft(
      LayerIntake intake,
      ImportOrder order,
      long workspaceId,
      List<Path> files,
      FrameShapes frame) {
    List<DepartmentCell> cells = intake.layer().cells();
    List<DrawnCell> drawn =
        cells.stream()
            .map(c -> new DrawnCell(c.code(), c.name(), c.feature(), frame.shape(c.shape())))
            .toList();
    drawn.forEach(cell -> check(cell.feature(), cell.shape()));
    return new LayerDraft(
        workspaceId,
        order.name(),
        order.role(),
        String.valueOf(LayerReading.mainFile(files).getFileName()),
        intake.crs(),
        cells.stream().mapToDouble(cell -> cell.shape().getArea()).sum(),
        drawn,
        intake.findings().stream().map(f -> PlacedFinding.of(f, frame)).toList());
  }

  /** Lets a shape in degrees through when it can be kept. */
  static void check(int feature, Geometry shape) {
    ShapeGate.refusal(shape)
        .ifPresent(
            words -> {
              throw new Refused(
                  ProblemKind.FILE_REFUSED,
                  "第 " + feature + " 个要素：" + words.zh(),
                  "Feature " + feature + ": " + words.en());
            });
  }

  /** Of two imports into an empty workspace the second may find another frame than it chose. */
  private JobResult keep(LayerDraft draft, HandIn handIn, int epsg, String actor) {
    OptionalInt settled =
        workspaces.find(draft.workspaceId()).map(Workspace::epsg).orElse(OptionalInt.empty());
    if (settled.isEmpty()) {
      workspaces.setFrame(draft.workspaceId(), epsg, actor);
    }
    return JobResult.layer(layers.save(draft, handIn, actor).id());
  }
}
