package onegrid.plan;

/**
 * Predicates on segments of the grid. Coordinates stay below {@link
 * onegrid.geo.LocalFrame#LIMIT_CELLS}, so every product fits a {@code long} and every sign is
 * exact.
 */
final class Segments {
  private Segments() {}

  /** Positive when c lies left of a→b, negative when right, 0 when on the line. */
  static long turn(int ax, int ay, int bx, int by, int cx, int cy) {
    return (long) (bx - ax) * (cy - ay) - (long) (by - ay) * (cx - ax);
  }

  /** Whether p lies on the segment a–b, ends included. */
  static boolean on(int ax, int ay, int bx, int by, int px, int py) {
    return px >= Math.min(ax, bx)
        && px <= Math.max(ax, bx)
        && py >= Math.min(ay, by)
        && py <= Math.max(ay, by)
        && turn(ax, ay, bx, by, px, py) == 0;
  }

  /** Whether a–b passes through the closed grid cell around p. */
  static boolean passesCell(int ax, int ay, int bx, int by, int px, int py) {
    if (px < Math.min(ax, bx) || px > Math.max(ax, bx)) {
      return false;
    }
    if (py < Math.min(ay, by) || py > Math.max(ay, by)) {
      return false;
    }
    long reach = ((long) Math.abs(bx - ax) + Math.abs(by - ay)) / 2;
    return Math.abs(turn(ax, ay, bx, by, px, py)) <= reach;
  }

  /**
   * Whether a–b and c–d meet anywhere but in one common end. Segments of no length meet everything.
   */
  static boolean meet(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) {
    boolean ac = ax == cx && ay == cy;
    boolean ad = ax == dx && ay == dy;
    boolean bc = bx == cx && by == cy;
    boolean bd = bx == dx && by == dy;
    if (ac || ad || bc || bd) {
      if ((ac && bd) || (ad && bc)) {
        return true;
      }
      // One common end: they may only run on together, one inside the other.
      int freeX = ac || ad ? bx : ax;
      int freeY = ac || ad ? by : ay;
      int otherX = ac || bc ? dx : cx;
      int otherY = ac || bc ? dy : cy;
      return on(cx, cy, dx, dy, freeX, freeY) || on(ax, ay, bx, by, otherX, otherY);
    }
    if (Math.max(ax, bx) < Math.min(cx, dx)
        || Math.max(cx, dx) < Math.min(ax, bx)
        || Math.max(ay, by) < Math.min(cy, dy)
        || Math.max(cy, dy) < Math.min(ay, by)) {
      return false;
    }
    int abc = Long.signum(turn(ax, ay, bx, by, cx, cy));
    int abd = Long.signum(turn(ax, ay, bx, by, dx, dy));
    int cda = Long.signum(turn(cx, cy, dx, dy, ax, ay));
    int cdb = Long.signum(turn(cx, cy, dx, dy, bx, by));
    return abc * abd <= 0 && cda * cdb <= 0;
  }

  /**
   * Where a direction stands in a turn to the left from another: 0 for the same, then growing to
   * just below a full turn. Compared by {@link #compareTurn}.
   */
  static int half(long fromX, long fromY, long toX, long toY) {
    long cross = fromX * toY - fromY * toX;
    long dot = fromX * toX + fromY * toY;
    if (cross == 0) {
      return dot > 0 ? 0 : 2;
    }
    return cross > 0 ? 1 : 3;
  }

  /** Which of two directions comes first in a turn to the left from a third. */
  static int compareTurn(long fromX, long fromY, long ax, long ay, long bx, long by) {
    int ha = half(fromX, fromY, ax, ay);
    int hb = half(fromX, fromY, bx, by);
    return ha != hb ? Integer.compare(ha, hb) : Long.signum(bx * ay - by * ax);
  }
}
