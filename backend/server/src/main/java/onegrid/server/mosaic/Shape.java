package onegrid.server.mosaic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A polygon as GeoJSON (RFC 7946) writes it: degrees, shells counter-clockwise, nine decimals.
 *
 * @param coordinates the shell, then the holes
 */
record Shape(String type, List<List<double[]>> coordinates) {
  private static final double NINE_DECIMALS = 1e9;

  static Shape of(Polygon polygon) {
    List<List<double[]>> rings = new ArrayList<>();
    rings.add(ring(polygon.getExteriorRing(), true));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i), false));
    }
    return new Shape("Polygon", rings);
  }

  static List<Double> bounds(Polygon polygon) {
    Envelope box = polygon.getEnvelopeInternal();
    return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private static List<double[]> ring(LineString ring, boolean counterClockwise) {
    List<double[]> positions = new ArrayList<>(ring.getNumPoints());
    for (Coordinate c : ring.getCoordinates()) {
      positions.add(new double[] {rounded(c.x), rounded(c.y)});
    }
    if (Orientation.isCCW(ring.getCoordinates()) != counterClockwise) {
      Collections.reverse(positions);
    }
    return positions;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * NINE_DECIMALS) / NINE_DECIMALS;
  }
}
