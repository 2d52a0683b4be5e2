package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Shells that run the other way than nearly all of their fellows: drawn by another hand. */
final class RingTurns {
  /** More than this share is no exception but a habit; a merge minds neither. */
  private static final double RARE = 0.05;

  private RingTurns() {}

  static List<Finding> check(TablePlace place, DepartmentLayer layer) {
    if (!place.table().format().startsWith("GeoJSON") && !place.table().format().equals("CSV")) {
      return List.of();
    }
    List<DepartmentCell> left = new ArrayList<>();
    List<DepartmentCell> right = new ArrayList<>();
    for (DepartmentCell cell : layer.cells()) {
      Geometry first = cell.shape().getGeometryN(0);
      if (first instanceof Polygon polygon && polygon.isValid()) {
        boolean ccw = Orientation.isCCWArea(polygon.getExteriorRing().getCoordinates());
        (ccw ? left : right).add(cell);
      }
    }
    List<DepartmentCell> few = left.size() < right.size() ? left : right;
    if (few.size() > RARE * (left.size() + right.size())) {
      return List.of();
    }
    return few.stream()
        .map(
            cell ->
                new Finding(
                    FindingCode.RING_TURNED,
                    layer.name(),
                    cell.code(),
                    cell.feature(),
                    Optional.of(TablePlace.spot(cell.shape())),
                    new Words("外环方向与其余网格相反", "its ring runs the other way than the others'"),
                    new Words("合并时统一", "made alike when merged")))
        .toList();
  }
}
