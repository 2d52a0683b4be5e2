package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentLayer;
import org.jspecify.annotations.Nullable;

/** A layer on the grid, its shift undone, with all that follows from it alone. */
final class LaidLayer {
  private static final long CROSSING_BUDGET = 1_000_000;

  final Drawing drawing;
  final SegmentGrid grid;
  final LayerMeasure.Result measured;
  final double toleranceCells;

  /** What shift and tolerance rest on. */
  final LayerEvidence evidence;

  final PointLimits limits;

  /** Ground of each cell as drawn, in square cells. */
  final double[] cellSquareCells;

  /** What is wrong with the layer by itself. */
  final List<Finding> findings;

  private final PieceIndex index;
  private double @Nullable [] outside;
  private volatile long @Nullable [] marks;

  private LaidLayer(
      Drawing drawing,
      LayerMeasure.Result measured,
      OptionalDouble toleranceMetres,
      List<Finding> findings) {
    this.drawing = drawing.moved(-measured.shiftX(), -measured.shiftY());
    this.grid = drawing.grid();
    refuseTangle();
    this.measured = measured;
    this.toleranceCells =
        toleranceMetres.isPresent()
            ? toleranceMetres.getAsDouble() / LocalFrame.CELL_METRES
            : measured.toleranceCells();
    this.evidence =
        toleranceMetres.isPresent()
            ? measured.evidence().withToleranceGiven()
            : measured.evidence();
    this.limits = new PointLimits(drawing, grid, toleranceCells);
    this.index = new PieceIndex(drawing);
    this.cellSquareCells = new double[drawing.codes.size()];
    for (int p = 0; p < drawing.pieces(); p++) {
      cellSquareCells[drawing.cellOf[p]] += drawing.pieceSquareCells(p);
    }
    RingCheck.report(drawing, grid, findings);
    evidence.datum().ifPresent(datum -> findings.add(drawnOn(datum)));
    if (measured.shiftX() != 0 || measured.shiftY() != 0) {
      findings.add(shifted());
    }
    this.findings = List.copyOf(findings);
  }

  /**
   * Lays a layer beside stronger ones, measuring how it was drawn unless that is known.
   *
   * @param stronger the borders of the area and of stronger layers
   */
  static LaidLayer of(DepartmentLayer layer, List<SegmentGrid> stronger, MergePolicy policy) {
    DrawingError known = policy.known().get(layer.name());
    if (known != null) {
      Optional<MapDatum> datum = known.datum().map(policy::datum);
      List<Finding> findings = new ArrayList<>();
      DepartmentLayer undone = datum.map(d -> d.undone(layer)).orElse(layer);
      Drawing drawing = Drawing.of(undone, findings);
      LayerMeasure.Result measured = LayerMeasure.Result.of(layer.name(), known);
      return new LaidLayer(drawing, measured, policy.toleranceMetres(), findings);
    }
    List<Finding> findings = new ArrayList<>();
    Drawing drawing = Drawing.of(layer, findings);
    FarShift.Place place = FarShift.of(drawing, stronger, policy.datums());
    if (place.datum().isPresent()) {
      findings.clear();
      drawing = Drawing.of(place.datum().get().undone(layer), findings);
    }
    LayerMeasure.Result measured = LayerMeasure.of(drawing, stronger, place);
    return new LaidLayer(drawing, measured, policy.toleranceMetres(), findings);
  }

  /** Pieces that hold (x, y + ½), as drawn, ascending, each plus an offset. */
  void piecesAt(int x, int y, int offset, IntList found) {
    index.at(x, y, offset, found);
  }

  /** Whether (x, y + ½) lies in a cell, as drawn. */
  boolean cellHolds(int cell, int x, int y) {
    return index.isIn(cell, x, y);
  }

  /** Whether (x, y + ½) lies in any cell, as drawn. */
  boolean someCellHolds(int x, int y) {
    IntList found = new IntList(4);
    index.at(x, y, 0, found);
    return found.size > 0;
  }

  /** How much of each cell lies outside the area, in square cells; found when first asked for. */
  double[] outside(Optional<AreaMosaic> area) {
    if (outside == null) {
      outside =
          area.map(a -> OutsideGround.of(a, drawing, CROSSING_BUDGET))
              .orElseGet(() -> new double[drawing.codes.size()]);
    }
    return outside;
  }

  /**
   * Boxes {minX, minY, maxX, maxY} of the pieces that this layer has and another has not, or has
   * with other ground in the cell.
   */
  List<int[]> boxesNotIn(LaidLayer other) {
    long[] there = other.marks().clone();
    Arrays.sort(there);
    long[] here = marks();
    List<int[]> boxes = new ArrayList<>();
    for (int p = 0; p < here.length; p++) {
      if (Arrays.binarySearch(there, here[p]) < 0) {
        boxes.add(drawing.box(p));
      }
    }
    return boxes;
  }

  /** The marks of all pieces; found when first asked for, by all threads alike. */
  private long[] marks() {
    long[] known = marks;
    if (known == null) {
      known = new long[drawing.pieces()];
      for (int p = 0; p < known.length; p++) {
        known[p] = mark(p);
      }
      marks = known;
    }
    return known;
  }

  /** A number that differs, for all that is likely, where code, rings or ground of the cell do. */
  private long mark(int piece) {
    int cell = drawing.cellOf[piece];
    long mark = Double.doubleToLongBits(cellSquareCells[cell]);
    mark = mark * 0x9E3779B97F4A7C15L + drawing.codes.get(cell).hashCode();
    for (int r = drawing.pieceStart[piece]; r < drawing.pieceStart[piece + 1]; r++) {
      for (int i = drawing.ringStart[r]; i < drawing.ringStart[r + 1]; i++) {
        mark = (mark ^ drawing.x[i]) * 0xD6E8FEB86659FD93L + drawing.y[i];
        mark ^= mark >>> 29;
      }
      mark = mark * 31 + 1;
    }
    return mark;
  }

  /** A drawing that crosses itself so often is no map of borders; all that follows would choke. */
  private void refuseTangle() {
    try {
      CrossingCount.check(grid, CROSSING_BUDGET);
    } catch (CrossingCount.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings(drawing.name, e));
    }
  }

  private Finding drawnOn(String datum) {
    return new Finding(
        FindingCode.DATUM_SHIFT,
        drawing.name,
        "",
        0,
        Optional.empty(),
        new Words(
            "图层按 " + datum + " 坐标绘制，不在其应在的位置",
            "the layer is drawn on " + datum + ", away from where it should be"),
        new Words("合并前已改正到本区坐标", "brought to the common datum before merging"));
  }

  private Finding shifted() {
    double east = LocalFrame.toMetres(measured.shiftX());
    double north = LocalFrame.toMetres(measured.shiftY());
    return new Finding(
        FindingCode.LAYER_SHIFTED,
        drawing.name,
        "",
        0,
        Optional.empty(),
        new Words(
            "图层整体偏东 %.2f 米、偏北 %.2f 米".formatted(east, north),
            "the layer lies %.2f m east and %.2f m north of the stronger layers"
                .formatted(east, north)),
        new Words("合并前已移回", "moved back before merging"));
  }
}
