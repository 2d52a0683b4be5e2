package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.layer.DepartmentCell;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Ground that two sound cells of one layer both claim. */
final class LayerOverlaps {
  private static final double LEAST_SQUARE_METRES = 1;

  private LayerOverlaps() {}

  static List<Finding> find(String layer, List<DepartmentCell> cells) {
    STRtree tree = new STRtree();
    for (int i = 0; i < cells.size(); i++) {
      tree.insert(cells.get(i).shape().getEnvelopeInternal(), i);
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      DepartmentCell cell = cells.get(i);
      List<Integer> near = new ArrayList<>();
      tree.query(cell.shape().getEnvelopeInternal(), item -> near.add((Integer) item));
      near.sort(null);
      for (int j : near) {
        if (j > i) {
          pair(layer, cell, cells.get(j)).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> pair(String layer, DepartmentCell a, DepartmentCell b) {
    Geometry both = OverlayNGRobust.overlay(a.shape(), b.shape(), OverlayNG.INTERSECTION);
    double area = both.getArea();
    if (area < LEAST_SQUARE_METRES || a.code().equals(b.code())) {
      return Optional.empty();
    }
    double width = 2 * area / Math.max(both.getLength(), 1e-9);
    Coordinate at = both.getInteriorPoint().getCoordinate();
    return Optional.of(
        new Finding(
            FindingCode.CELLS_OVERLAP,
            layer,
            a.code(),
            a.feature(),
            Optional.of(new Spot(at.x, at.y)),
            new Words(
                String.format("与“%s”重叠 %.0f 平方米,平均宽 %.1f 米", b.code(), area, width),
                String.format("overlaps \"%s\" by %.0f m², %.1f m wide", b.code(), area, width)),
            new Words("合并时按规则归一方,并列入冲突清单", "a merge gives it to one by rule and lists it")));
  }
}
