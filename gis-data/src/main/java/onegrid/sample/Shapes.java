package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The 1 cm grid that every coordinate of the city stands on, and the factory of its shapes. */
final class Shapes {
  static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  /** The nearest grid value, written as the same double for the same centimetre. */
  static double snap(double metres) {
    return Math.floor(metres * 100.0 + 0.5) / 100.0;
  }

  static Coordinate at(double x, double y) {
    return new Coordinate(snap(x), snap(y));
  }

  /** Twice the signed area: positive when the ring runs counter-clockwise. */
  static double doubleArea(Coordinate[] ring) {
    double sum = 0;
    for (int i = 1; i < ring.length; i++) {
      sum +=
          (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y)
              - (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    }
    return sum;
  }
}
