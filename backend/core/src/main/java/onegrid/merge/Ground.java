package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** What layers are merged on, whatever they are: the area and its tiles, the buildings. */
final class Ground {
  private static final long CROSSING_BUDGET = 1_000_000;

  final Optional<Drawing> areaDrawing;

  /** Its borders as drawn. */
  final Optional<SegmentGrid> drawnArea;

  final Optional<AreaMosaic> area;
  final List<LayerStack.Footprint> footprints;
  final TileBuildings buildings;
  final ProtectedLines protectedLines;
  final List<Finding> findings = new ArrayList<>();

  Ground(MergeInput input) {
    areaDrawing = input.area().map(layer -> Drawing.of(layer, findings));
    areaDrawing.ifPresent(Ground::refuseEmpty);
    drawnArea = areaDrawing.map(Drawing::grid);
    area = areaDrawing.map(this::partition);
    footprints = LayerStack.footprints(input.whole());
    protectedLines = new ProtectedLines(input.protectedBorders());
    buildings = new TileBuildings(footprints, area, protectedLines);
    findings.addAll(buildings.findings);
  }

  private AreaMosaic partition(Drawing drawing) {
    try {
      return AreaMosaic.of(drawing, CROSSING_BUDGET, findings);
    } catch (CrossingCount.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings(drawing.name, e));
    }
  }

  /** Refuses a drawing without any ground. */
  static void refuseEmpty(Drawing drawing) {
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
}
