package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;

/** A rectangle with true right angles, and how near it comes to others. */
final class Footprint {
  final Coordinate[] ring;
  final double areaSquareMetres;

  /** A rectangle round a centre; (ux, uy) is the unit vector along its length. */
  Footprint(double x, double y, double ux, double uy, double length, double depth) {
    double ax = ux * length / 2;
    double ay = uy * length / 2;
    double bx = -uy * depth / 2;
    double by = ux * depth / 2;
    ring =
        new Coordinate[] {
          Shapes.at(x - ax - bx, y - ay - by),
          Shapes.at(x + ax - bx, y + ay - by),
          Shapes.at(x + ax + bx, y + ay + by),
          Shapes.at(x - ax + bx, y - ay + by),
          Shapes.at(x - ax - bx, y - ay - by)
        };
    areaSquareMetres = Shapes.doubleArea(ring) / 2;
  }

  /** Whether it lies inside a ring, at least so far from each of the ring's stretches. */
  boolean fits(Coordinate[] outer, double[] clearance) {
    for (int i = 0; i < outer.length - 1; i++) {
      for (int k = 0; k < 4; k++) {
        if (near(outer[i], outer[i + 1], ring[k], ring[k + 1], clearance[i])) {
          return false;
        }
      }
    }
    return contains(outer, ring[0]);
  }

  /** Whether it stays this far from another rectangle. */
  boolean clearOf(Footprint other, double metres) {
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 4; k++) {
        if (near(ring[i], ring[i + 1], other.ring[k], other.ring[k + 1], metres)) {
          return false;
        }
      }
    }
    return !contains(ring, other.ring[0]) && !contains(other.ring, ring[0]);
  }

  private static boolean near(
      Coordinate a, Coordinate b, Coordinate c, Coordinate d, double metres) {
    if (Math.max(a.x, b.x) + metres < Math.min(c.x, d.x)
        || Math.max(c.x, d.x) + metres < Math.min(a.x, b.x)
        || Math.max(a.y, b.y) + metres < Math.min(c.y, d.y)
        || Math.max(c.y, d.y) + metres < Math.min(a.y, b.y)) {
      return false;
    }
    double limit = metres * metres;
    return cross(a, b, c, d)
        || distance2(a, c, d) < limit
        || distance2(b, c, d) < limit
        || distance2(c, a, b) < limit
        || distance2(d, a, b) < limit;
  }

  private static boolean cross(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
  }

  private static double turn(Coordinate a, Coordinate b, Coordinate p) {
    return (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
  }

  private static double distance2(Coordinate p, Coordinate a, Coordinate b) {
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy);
    t = Math.max(0, Math.min(1, t));
    double ex = p.x - a.x - t * dx;
    double ey = p.y - a.y - t * dy;
    return ex * ex + ey * ey;
  }

  static boolean contains(Coordinate[] ring, Coordinate p) {
    boolean inside = false;
    for (int i = 1; i < ring.length; i++) {
      Coordinate a = ring[i - 1];
      Coordinate b = ring[i];
      if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
        inside = !inside;
      }
    }
    return inside;
  }
}
