package onegrid.merge;

/**
 * Predicates on grid points. Coordinates stay below {@link onegrid.geo.LocalFrame#LIMIT_CELLS}, so
 * every product here fits a {@code long} and every sign is exact.
 */
final class Exact {
  private Exact() {}

  /** Positive when c lies left of a→b, negative when right, 0 when on the line. */
  static long turn(int ax, int ay, int bx, int by, int cx, int cy) {
    return (long) (bx - ax) * (cy - ay) - (long) (by - ay) * (cx - ax);
  }

  /** Whether a–b and c–d cross strictly between their ends. */
  static boolean cross(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) {
    return strictlyDiffer(turn(cx, cy, dx, dy, ax, ay), turn(cx, cy, dx, dy, bx, by))
        && strictlyDiffer(turn(ax, ay, bx, by, cx, cy), turn(ax, ay, bx, by, dx, dy));
  }

  private static boolean strictlyDiffer(long s, long t) {
    return (s > 0 && t < 0) || (s < 0 && t > 0);
  }

  /** How far c lies along a→b: 0 at a, {@code |ab|²} at b. */
  static long along(int ax, int ay, int bx, int by, int cx, int cy) {
    return (long) (bx - ax) * (cx - ax) + (long) (by - ay) * (cy - ay);
  }

  /** Whether a→b passes through the closed grid cell around c. */
  static boolean passesCell(int ax, int ay, int bx, int by, int cx, int cy) {
    if (cx < Math.min(ax, bx) || cx > Math.max(ax, bx)) {
      return false;
    }
    if (cy < Math.min(ay, by) || cy > Math.max(ay, by)) {
      return false;
    }
    long reach = ((long) Math.abs(bx - ax) + Math.abs(by - ay)) / 2;
    return Math.abs(turn(ax, ay, bx, by, cx, cy)) <= reach;
  }

  /** Distance between two points, in cells. */
  static double distance(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Square of the distance from p to the segment a–b, in cells. */
  static double squaredDistance(int ax, int ay, int bx, int by, double px, double py) {
    double dx = bx - ax;
    double dy = by - ay;
    double ex = px - ax;
    double ey = py - ay;
    double along = ex * dx + ey * dy;
    if (along > 0) {
      double length = dx * dx + dy * dy;
      double t = along < length ? along / length : 1;
      ex -= t * dx;
      ey -= t * dy;
    }
    return ex * ex + ey * ey;
  }
}
