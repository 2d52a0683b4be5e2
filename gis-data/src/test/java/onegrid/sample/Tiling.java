package onegrid.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Shapes as sets of directed border segments. Shapes tile the ground between them when every
 * segment is used once in each direction, but for those of the outer border, which are used once.
 */
final class Tiling {
  private record Segment(Coordinate from, Coordinate to) {
    Segment reversed() {
      return new Segment(to, from);
    }
  }

  private final Map<Segment, Integer> uses = new HashMap<>();
  double areaSquareMetres;

  Tiling add(Geometry shape) {
    assertTrue(shape.isValid(), () -> "not valid: " + shape);
    areaSquareMetres += shape.getArea();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) shape.getGeometryN(i);
      ring(polygon.getExteriorRing().getCoordinates());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(polygon.getInteriorRingN(hole).getCoordinates());
      }
    }
    return this;
  }

  private void ring(Coordinate[] ring) {
    for (int i = 1; i < ring.length; i++) {
      uses.merge(new Segment(ring[i - 1], ring[i]), 1, Integer::sum);
    }
  }

  /** The segments that have no twin: the border of it all. */
  Set<Object> border() {
    Set<Object> border = new HashSet<>();
    uses.forEach(
        (segment, count) -> {
          assertEquals(1, count, () -> "used twice in one direction: " + segment);
          if (!uses.containsKey(segment.reversed())) {
            border.add(segment);
          }
        });
    return border;
  }
}
