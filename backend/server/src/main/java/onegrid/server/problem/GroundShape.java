package onegrid.server.problem;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground that a finding is about, as a GeoJSON geometry (RFC 7946).
 *
 * @param type always MultiPolygon
 * @param coordinates polygons of rings of places in degrees
 */
public record GroundShape(String type, List<List<List<List<Double>>>> coordinates) {
  public GroundShape {
    coordinates = List.copyOf(coordinates);
  }

  /** The areas of a shape in degrees; lines and points that an overlay left are dropped. */
  public static GroundShape of(Geometry degrees) {
    List<List<List<List<Double>>>> polygons = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      if (degrees.getGeometryN(i) instanceof Polygon polygon) {
        List<List<List<Double>>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          rings.add(ring(polygon.getInteriorRingN(k)));
        }
        polygons.add(rings);
      }
    }
    return new GroundShape("MultiPolygon", polygons);
  }

  private static List<List<Double>> ring(LinearRing ring) {
    CoordinateSequence places = ring.getCoordinateSequence();
    List<List<Double>> written = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      written.add(List.of(places.getX(i), places.getY(i)));
    }
    return written;
  }
}
