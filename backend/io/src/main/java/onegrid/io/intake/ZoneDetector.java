package onegrid.io.intake;

import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.CrsGate;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Whether a layer was read in a neighbouring zone. Numbers of one 3-degree zone, read in another,
 * land on the same latitude and exactly three degrees of longitude away for each zone between.
 */
final class ZoneDetector {
  private static final double ZONE_DEGREES = 3;
  private static final int MOST_ZONES = 3;

  private ZoneDetector() {}

  /** How many zones the layer lies too far west, negative for east; 0 when it lies right. */
  static int zonesWest(DepartmentLayer truth, DepartmentLayer layer, CrsGate gate) {
    Envelope ground = new Envelope();
    truth.cells().forEach(cell -> ground.expandToInclude(cell.shape().getEnvelopeInternal()));
    Coordinate middle = middle(layer);
    Envelope near = new Envelope(ground);
    near.expandBy(Math.max(ground.getWidth(), ground.getHeight()));
    if (ground.isNull() || near.contains(middle)) {
      return 0;
    }
    double[] at = gate.toDegrees(middle.x, middle.y);
    double[] home = gate.toDegrees(ground.centre().x, ground.centre().y);
    int zones = (int) Math.round((home[0] - at[0]) / ZONE_DEGREES);
    if (zones == 0 || Math.abs(zones) > MOST_ZONES) {
      return 0;
    }
    double[] moved = {at[0] + ZONE_DEGREES * zones, at[1]};
    gate.toMetres(moved);
    return ground.contains(moved[0], moved[1]) ? zones : 0;
  }

  /** The layer as it lies when read in the right zone. */
  static DepartmentLayer moved(DepartmentLayer layer, int zones, CrsGate gate) {
    GeometryTransformer move =
        new GeometryTransformer() {
          @Override
          protected CoordinateSequence transformCoordinates(
              CoordinateSequence coords, Geometry parent) {
            double[] points = new double[2 * coords.size()];
            for (int i = 0; i < coords.size(); i++) {
              points[2 * i] = coords.getX(i);
              points[2 * i + 1] = coords.getY(i);
            }
            move(points, zones, gate);
            for (int i = 0; i < points.length; i++) {
              points[i] = LocalFrame.toMetres(LocalFrame.toCells(points[i]));
            }
            return new PackedCoordinateSequence.Double(points, 2, 0);
          }
        };
    List<DepartmentCell> cells =
        layer.cells().stream()
            .map(
                cell ->
                    new DepartmentCell(
                        cell.code(), cell.name(), cell.feature(), move.transform(cell.shape())))
            .toList();
    return new DepartmentLayer(layer.name(), layer.frame(), cells);
  }

  /** Moves points in place, first and second number in turn. */
  static void move(double[] points, int zones, CrsGate gate) {
    gate.toDegrees(points);
    for (int i = 0; i < points.length; i += 2) {
      points[i] += ZONE_DEGREES * zones;
    }
    gate.toMetres(points);
  }

  static Finding finding(DepartmentLayer layer, int zones) {
    int degrees = (int) (ZONE_DEGREES * zones);
    return new Finding(
        FindingCode.ZONE_UNCLEAR,
        layer.name(),
        "",
        0,
        Optional.empty(),
        new Words(
            "图层整体落在管辖范围以外，经度恰好差 " + degrees + " 度：带号（中央经线）说错了",
            "the layer lies off the area by exactly "
                + degrees
                + " degrees of longitude: its zone is misstated"),
        new Words("按相差 " + zones + " 带改正，请核对", "corrected by " + zones + " zone(s); please check"));
  }

  /** The cell in the middle by longitude, so that a stray cell does not count. */
  private static Coordinate middle(DepartmentLayer layer) {
    List<Coordinate> firsts =
        layer.cells().stream().map(cell -> cell.shape().getCoordinate()).sorted().toList();
    return firsts.get(firsts.size() / 2);
  }
}
