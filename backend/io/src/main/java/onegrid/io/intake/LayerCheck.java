package onegrid.io.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * What is wrong with the shapes of one layer, told and not mended: rings that cross themselves,
 * repeated points, cells that are tiny, drawn twice, in parts, or on each other's ground.
 *
 * <p>Overlaps are looked for between sound cells only, and gaps not at all: a merge finds both.
 */
public final class LayerCheck {
  private static final double TINY_SQUARE_METRES = 1;

  private final DepartmentLayer layer;
  private final List<Finding> findings = new ArrayList<>();
  private final List<DepartmentCell> sound = new ArrayList<>();

  private LayerCheck(DepartmentLayer layer) {
    this.layer = layer;
  }

  /** Checks a layer; findings in the order of its cells, overlaps last. */
  public static List<Finding> check(DepartmentLayer layer) {
    LayerCheck check = new LayerCheck(layer);
    Map<Geometry, DepartmentCell> seen = new HashMap<>();
    for (DepartmentCell cell : layer.cells()) {
      check.rings(cell);
      check.extent(cell);
      check.holes(cell);
      DepartmentCell twin = seen.putIfAbsent(cell.shape().norm(), cell);
      if (twin != null) {
        check.twin(cell, twin);
      }
    }
    LayerOverlaps.find(check.sound, Integer.MAX_VALUE).forEach(check::overlap);
    return check.findings;
  }

  private void rings(DepartmentCell cell) {
    TopologyValidationError error = new IsValidOp(cell.shape()).getValidationError();
    if (error == null) {
      sound.add(cell);
    } else {
      Coordinate at =
          error.getCoordinate() == null ? cell.shape().getCoordinate() : error.getCoordinate();
      add(
          FindingCode.RING_CROSSES_ITSELF,
          cell,
          at,
          new Words("边界自相交或孔洞越界", error.getMessage()),
          new Words("合并时按奇偶规则修复", "repaired by even-odd when merged"));
    }
    for (Object line : LinearComponentExtracter.getLines(cell.shape())) {
      CoordinateSequence places = ((LineString) line).getCoordinateSequence();
      for (int i = 1; i < places.size(); i++) {
        if (places.getX(i) == places.getX(i - 1) && places.getY(i) == places.getY(i - 1)) {
          add(
              FindingCode.RING_SPIKE,
              cell,
              places.getCoordinate(i),
              new Words("相邻顶点重复（1 厘米内）", "neighbouring vertices coincide within a centimetre"),
              new Words("合并时去掉", "dropped when merged"));
          break;
        }
      }
    }
  }

  private void extent(DepartmentCell cell) {
    double area = cell.shape().getArea();
    if (area < TINY_SQUARE_METRES) {
      add(
          FindingCode.CELL_TOO_SMALL,
          cell,
          cell.shape().getCoordinate(),
          new Words(String.format("面积只有 %.2f 平方米", area), String.format("it covers %.2f m²", area)),
          new Words("请核对是否为残片", "check whether it is a left-over"));
    }
    if (cell.shape().getNumGeometries() > 1) {
      int parts = cell.shape().getNumGeometries();
      add(
          FindingCode.CELL_IN_PARTS,
          cell,
          cell.shape().getGeometryN(1).getCoordinate(),
          new Words("网格分为 " + parts + " 块", "the cell is in " + parts + " parts"),
          new Words("请确认是否飞地", "confirm that it is meant to be"));
    }
  }

  private void holes(DepartmentCell cell) {
    for (int i = 0; i < cell.shape().getNumGeometries(); i++) {
      if (cell.shape().getGeometryN(i) instanceof Polygon polygon
          && polygon.getNumInteriorRing() > 0) {
        add(
            FindingCode.CELL_WITH_HOLE,
            cell,
            polygon.getInteriorRingN(0).getCoordinate(),
            new Words(
                "网格中有 " + polygon.getNumInteriorRing() + " 个洞",
                "the cell has holes: " + polygon.getNumInteriorRing()),
            new Words("请确认洞中是别的网格", "confirm that another cell fills it"));
        return;
      }
    }
  }

  private void twin(DepartmentCell cell, DepartmentCell twin) {
    add(
        FindingCode.CELL_REPEATED,
        cell,
        cell.shape().getCoordinate(),
        new Words(
            "与第 " + twin.feature() + " 个要素（" + twin.code() + "）图形完全相同",
            "the same shape as feature " + twin.feature() + " (" + twin.code() + ")"),
        new Words("请删去其一", "remove one of them"));
  }

  /** Two parts of one cell may lie on each other: its code claims the ground once. */
  private void overlap(LayerOverlaps.Overlap overlap) {
    DepartmentCell one = overlap.one();
    DepartmentCell other = overlap.other();
    if (overlap.ground().isEmpty()) {
      add(
          FindingCode.TOO_MANY_CROSSINGS,
          one,
          one.shape().getCoordinate(),
          new Words(
              "与“" + other.code() + "”一带的边界交叉过多，未逐一核对",
              "borders about \"" + other.code() + "\" cross too often to be checked one by one"),
          new Words("请检查该处图形", "check the drawing here"));
    } else if (!one.code().equals(other.code())) {
      Geometry both = overlap.ground().get();
      double area = both.getArea();
      double width = LayerOverlaps.Overlap.widthMetres(both);
      add(
          FindingCode.CELLS_OVERLAP,
          one,
          both.getInteriorPoint().getCoordinate(),
          new Words(
              String.format("与“%s”重叠 %.0f 平方米，平均宽 %.1f 米", other.code(), area, width),
              String.format("overlaps \"%s\" by %.0f m², %.1f m wide", other.code(), area, width)),
          new Words("合并时按规则归一方，并列入冲突清单", "a merge gives it to one by rule and lists it"));
    }
  }

  private void add(
      FindingCode code, DepartmentCell cell, Coordinate at, Words words, Words action) {
    findings.add(
        new Finding(
            code,
            layer.name(),
            cell.code(),
            cell.feature(),
            Optional.of(new Spot(at.x, at.y)),
            words,
            action));
  }
}
