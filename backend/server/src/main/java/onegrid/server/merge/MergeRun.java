package onegrid.server.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.DatumDetector;
import onegrid.io.write.InputFile;
import onegrid.io.write.MergeFiles;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.GridMerge;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePhase;
import onegrid.merge.MergePolicy;
import onegrid.merge.MergeProgress;
import onegrid.merge.MergeRefused;
import onegrid.merge.MergeReport;
import onegrid.merge.ProtectedBorder;
import onegrid.merge.UnifiedGround;
import onegrid.place.Indivisible;
import onegrid.server.frame.FrameShapes;
import onegrid.server.job.JobResult;
import onegrid.server.job.JobRun;
import onegrid.server.job.JobWork;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.BaseMap;
import onegrid.store.JobKind;
import onegrid.store.Layer;
import onegrid.store.LayerRole;
import onegrid.store.LayerStore;
import onegrid.store.MosaicDraft;
import onegrid.store.MosaicInput;
import onegrid.store.MosaicStore;
import onegrid.store.PlaceStore;
import onegrid.store.PlacedFinding;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 多网合一 as a job: cells and buildings out of the store, through core, the mosaic back in. */
@Component
class MergeRun implements JobWork {
  private static final Words FETCH = new Words("读取图层与楼栋", "fetch layers and buildings");
  private static final Words KEEP = new Words("保存合并结果", "keep the result");

  /** The merge itself takes the middle of the progress bar; its phases take these shares of it. */
  private static final double BEGIN = 0.1;

  private static final double END = 0.9;
  private static final Map<MergePhase, double[]> SHARES =
      Map.of(
          MergePhase.AREA, new double[] {0, 0.08},
          MergePhase.MEASURE, new double[] {0.08, 0.25},
          MergePhase.CONFLATE, new double[] {0.25, 0.9},
          MergePhase.ASSEMBLE, new double[] {0.9, 1});

  private final WorkspaceStore workspaces;
  private final LayerStore layers;
  private final PlaceStore places;
  private final MosaicStore mosaics;
  private final JsonMapper json;

  MergeRun(
      WorkspaceStore workspaces,
      LayerStore layers,
      PlaceStore places,
      MosaicStore mosaics,
      JsonMapper json) {
    this.workspaces = workspaces;
    this.layers = layers;
    this.places = places;
    this.mosaics = mosaics;
    this.json = json;
  }

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public JobKind kind() {
    return JobKind.MERGE;
  }

  @Override
  public Supplier<JobResult> run(JobRun run) {
    MergeOrder order = json.readValue(run.order(), MergeOrder.class);
    long start = System.nanoTime();
    run.reached(FETCH, 0.01);
    FrameShapes frame = frame(run.workspaceId());
    List<Layer> chosen = layersOf(order, run.workspaceId());
    MergeInput input = input(order, chosen, run, frame);
    MergePolicy policy = policy(order).withDatums(DatumDetector.namedDatums(frame.gate()));
    UnifiedGround ground = merge(input, policy, run, frame);
    run.reached(KEEP, END);
    List<Layer> used = inOrder(chosen, ground);
    double wallSeconds = (System.nanoTime() - start) / 1e9;
    MosaicDraft draft =
        MosaicDraft.of(
            run.workspaceId(),
            inputs(used, ground),
            ground,
            frame,
            report(ground, used, frame),
            wallSeconds);
    run.check();
    return () -> JobResult.mosaic(mosaics.save(draft, run.orderedBy()).id());
  }

  private static UnifiedGround merge(
      MergeInput input, MergePolicy policy, JobRun run, FrameShapes frame) {
    MergeProgress progress =
        (phase, share) -> {
          double[] range = SHARES.getOrDefault(phase, new double[] {0, 1});
          double done = range[0] + (range[1] - range[0]) * share;
          run.note(phase.title(), BEGIN + (END - BEGIN) * done);
          return run.goesOn();
        };
    try {
      return GridMerge.merge(input, policy, progress);
    } catch (MergeRefused e) {
      throw new Refused(
          ProblemKind.MERGE_REFUSED,
          e.finding().words(),
          List.of(FindingView.of(PlacedFinding.of(e.finding(), frame))));
    } catch (CancellationException e) {
      run.check();
      throw e;
    }
  }

  private FrameShapes frame(long workspaceId) {
    Workspace workspace =
        workspaces.find(workspaceId).orElseThrow(() -> Refused.notFound("工作区", "workspace"));
    OptionalInt epsg = workspace.epsg();
    return FrameShapes.of(
        new LocalFrame(
            epsg.orElseThrow(
                () ->
                    new Refused(
                        ProblemKind.UNPROCESSABLE,
                        "工作区还没有图层，请先导入图层。",
                        "The workspace has no layers yet; import some first."))));
  }

  /** The area first, where there is one, then the layers by rank. */
  private List<Layer> layersOf(MergeOrder order, long workspaceId) {
    Map<Long, Layer> known = new HashMap<>();
    layers.list(workspaceId).forEach(layer -> known.put(layer.id(), layer));
    List<Long> ids = new ArrayList<>();
    if (order.areaLayerId() != null) {
      ids.add(order.areaLayerId());
    }
    ids.addAll(order.layerIds());
    List<Layer> used = new ArrayList<>();
    for (long id : ids) {
      Layer layer = known.get(id);
      if (layer == null) {
        throw Refused.notFound("图层", "layer");
      }
      used.add(layer);
    }
    return used;
  }

  private MergeInput input(MergeOrder order, List<Layer> used, JobRun run, FrameShapes frame) {
    List<DepartmentLayer> drawn = new ArrayList<>();
    for (Layer layer : used) {
      run.reached(FETCH, 0.01 + 0.06 * drawn.size() / used.size());
      List<DepartmentCell> cells =
          layers.cells(layer.id()).stream()
              .map(
                  c ->
                      new DepartmentCell(
                          c.code(), c.name(), c.feature(), frame.toMetres(c.shape())))
              .toList();
      drawn.add(new DepartmentLayer(layer.name(), frame.gate().frame(), cells));
    }
    run.reached(FETCH, 0.07);
    List<ProtectedBorder> borders =
        places.borders(run.workspaceId()).stream()
            .map(b -> new ProtectedBorder(b.name(), frame.toMetres(b.shape())))
            .toList();
    boolean withArea = order.areaLayerId() != null;
    MergeInput input =
        new MergeInput(
            frame.gate().frame(),
            withArea ? Optional.of(drawn.get(0)) : Optional.empty(),
            withArea ? drawn.subList(1, drawn.size()) : drawn,
            whole(order, run.workspaceId(), frame),
            borders);
    return order.ranks() == null ? input : input.ranked(order.ranks());
  }

  /** What no border may cut: every building, and compounds where that is wished. */
  private List<Indivisible> whole(MergeOrder order, long workspaceId, FrameShapes frame) {
    List<Indivisible> whole = new ArrayList<>();
    for (BaseMap.Building b : places.buildings(workspaceId)) {
      whole.add(
          new Indivisible(b.code(), frame.toMetres(b.footprint()), b.households(), b.people()));
    }
    if (Boolean.TRUE.equals(order.wholeCompounds())) {
      for (BaseMap.Compound c : places.compounds(workspaceId)) {
        whole.add(new Indivisible(c.code(), frame.toMetres(c.shape()), 0, 0));
      }
    }
    return whole;
  }

  private static MergePolicy policy(MergeOrder order) {
    MergePolicy automatic = MergePolicy.automatic();
    Double tolerance = order.toleranceMetres();
    return tolerance == null
        ? automatic
        : new MergePolicy(OptionalDouble.of(tolerance), automatic.threads());
  }

  /** The numbers of the merge as the command line writes them. */
  private static String report(UnifiedGround ground, List<Layer> used, FrameShapes frame) {
    List<InputFile> inputs =
        used.stream()
            .map(
                layer ->
                    new InputFile(
                        layer.role() == LayerRole.AREA ? "area" : "layer",
                        layer.name(),
                        layer.source(),
                        "",
                        layer.crs(),
                        "",
                        layer.cells(),
                        layer.vertices(),
                        0,
                        "",
                        List.of()))
            .toList();
    try {
      Path file = Files.createTempFile("onegrid-report", ".json");
      try {
        MergeFiles.writeOne("report.json", ground, frame.gate(), inputs, file);
        return Files.readString(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The layers as they ranked in the merge, the area first. */
  private static List<Layer> inOrder(List<Layer> chosen, UnifiedGround ground) {
    return chosen.stream()
        .sorted(Comparator.comparingInt(layer -> ground.layerNames().indexOf(layer.name())))
        .toList();
  }

  /** Reports come in the order in which the layers ranked, the area first. */
  private static List<MosaicInput> inputs(List<Layer> used, UnifiedGround ground) {
    List<MergeReport.LayerReport> reports = ground.report().layers();
    if (reports.size() != used.size()) {
      throw new IllegalStateException(
          "merged " + used.size() + " layers, reported on " + reports.size());
    }
    List<MosaicInput> inputs = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      inputs.add(MosaicInput.of(used.get(i), reports.get(i)));
    }
    return inputs;
  }
}
