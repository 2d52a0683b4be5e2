package onegrid.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.place.Indivisible;

/**
 * Front door of 多网合一: layers that departments drew in, one mosaic of basic units out.
 *
 * <p>What it promises:
 *
 * <ul>
 *   <li>The units tile the union of the area layer: no overlap, no gap; every inner edge belongs to
 *       exactly two units. Without an area layer they tile the union of the layers.
 *   <li>Borders of the area layer move by no more than the rounding to the grid. A point of a layer
 *       moves by no more than the layer's tolerance, its constant shift not counted, and by less
 *       than half the width of its own cell.
 *   <li>No border inside a division runs through a building.
 *   <li>Every source code is on some unit or in the findings, with the reason.
 *   <li>The result does not depend on the number of threads, the order of features in a layer, or
 *       the first point and direction of rings.
 * </ul>
 *
 * <p>What it does not do: it never moves the border of a division for a building (the building is
 * listed instead), and it leaves wide ground that a layer does not claim unclaimed.
 *
 * <p>Cost: O(n log n) in the number of points, tile by tile; memory for one tile's topology a
 * thread besides the input.
 */
public final class GridMerge {
  private static final long AREA_CROSSING_BUDGET = 5_000_000;

  private final MergeInput input;
  private final MergePolicy policy;
  private final MergeRun run;
  private final List<Finding> findings = new ArrayList<>();

  private GridMerge(MergeInput input, MergePolicy policy, MergeRun run) {
    this.input = input;
    this.policy = policy;
    this.run = run;
  }

  /**
   * Merges layers into one mosaic.
   *
   * @throws MergeRefused if the input cannot be merged
   * @throws java.util.concurrent.CancellationException if {@code progress} called it off
   */
  public static UnifiedGround merge(MergeInput input, MergePolicy policy, MergeProgress progress) {
    try (MergeRun run = new MergeRun(policy.threads(), progress)) {
      return new GridMerge(input, policy, run).merge();
    } catch (Noding.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings(e));
    }
  }

  private UnifiedGround merge() {
    run.begin(MergePhase.AREA);
    Optional<Drawing> areaDrawing = input.area().map(layer -> Drawing.of(layer, findings));
    areaDrawing.ifPresent(this::refuseEmpty);
    Optional<AreaMosaic> area =
        areaDrawing.map(d -> AreaMosaic.of(d, AREA_CROSSING_BUDGET, findings));
    List<Drawing> drawings = new ArrayList<>();
    input.layers().forEach(layer -> drawings.add(Drawing.of(layer, findings)));
    if (area.isEmpty()) {
      drawings.forEach(this::refuseEmpty);
    }
    run.begin(MergePhase.MEASURE);
    LayerMeasure.Result[] measured = new LayerMeasure.Result[drawings.size()];
    LayerStack stack = measure(area, drawings, measured);
    run.begin(MergePhase.CONFLATE);
    TileSweep sweep = new TileSweep(stack, area, run);
    List<TileResult> tiles = sweep.run();
    findings.addAll(sweep.findings);
    run.begin(MergePhase.ASSEMBLE);
    Assembly assembly = new Assembly(input, stack, area, areaDrawing, measured, sweep, run);
    return assembly.assemble(tiles, findings);
  }

  private void refuseEmpty(Drawing drawing) {
    if (drawing.pieces() == 0) {
      throw new MergeRefused(
          new Finding(
              FindingCode.NOTHING_TO_MERGE,
              drawing.name,
              "",
              0,
              Optional.empty(),
              new Words(
                  "图层「" + drawing.name + "」没有任何面状图形",
                  "layer " + drawing.name + " holds no polygon at all"),
              new Words("请检查文件后重新提交", "check the file and hand it in again")));
    }
  }

  private LayerStack measure(
      Optional<AreaMosaic> area, List<Drawing> drawings, LayerMeasure.Result[] measured) {
    int n = drawings.size();
    SegmentGrid[] grids = new SegmentGrid[n];
    double[] tolerances = new double[n];
    List<SegmentGrid> stronger = new ArrayList<>();
    area.ifPresent(a -> stronger.add(a.map.grid()));
    for (int k = 0; k < n; k++) {
      Drawing drawing = drawings.get(k);
      LayerMeasure.Result result = LayerMeasure.of(drawing, stronger);
      drawing.moved(-result.shiftX(), -result.shiftY());
      grids[k] = drawing.grid();
      RingCheck.report(drawing, grids[k], findings);
      stronger.add(grids[k]);
      tolerances[k] =
          policy.toleranceMetres().isPresent()
              ? policy.toleranceMetres().getAsDouble() / LocalFrame.CELL_METRES
              : result.toleranceCells();
      measured[k] = result;
      reportShift(drawing, result);
      run.tell((k + 1.0) / n);
    }
    return new LayerStack(drawings, grids, tolerances, sortedBuildings());
  }

  private List<Indivisible> sortedBuildings() {
    return input.whole().stream().sorted(Comparator.comparing(Indivisible::id)).toList();
  }

  private void reportShift(Drawing drawing, LayerMeasure.Result result) {
    if (result.shiftX() != 0 || result.shiftY() != 0) {
      double east = LocalFrame.toMetres(result.shiftX());
      double north = LocalFrame.toMetres(result.shiftY());
      findings.add(
          new Finding(
              FindingCode.LAYER_SHIFTED,
              drawing.name,
              "",
              0,
              Optional.empty(),
              new Words(
                  "图层整体偏东 %.2f 米、偏北 %.2f 米".formatted(east, north),
                  "the layer lies %.2f m east and %.2f m north of the stronger layers"
                      .formatted(east, north)),
              new Words("合并前已移回", "moved back before merging")));
    }
  }
}
