package onegrid.merge;

import java.util.Arrays;

/**
 * Corners of a drawing and of a net of accepted lines: points where lines of clearly different
 * directions meet. Where a drawn corner means an accepted one, it is known how far the drawing is
 * off in both directions.
 */
final class Corners {
  /** Lines that meet at an angle of this sine or more make a corner. */
  private static final double BEND = 0.5;

  private final AcceptedNet net;

  /** For points of the net: 1 for a corner, 2 for none, 0 for not looked at. */
  private byte[] known;

  private final IntList near = new IntList();

  /** The drawn points that are corners, ascending. */
  final int[] drawn;

  Corners(AcceptedNet net, PointTable points, EdgeSet edges) {
    this.net = net;
    this.known = new byte[net.points.size()];
    this.drawn = corners(points, edges);
  }

  private static int[] corners(PointTable points, EdgeSet edges) {
    double[] firstX = new double[points.size()];
    double[] firstY = new double[points.size()];
    boolean[] isCorner = new boolean[points.size()];
    for (int e = 0; e < edges.size(); e++) {
      int a = edges.a[e];
      int b = edges.b[e];
      double dx = (double) points.x(b) - points.x(a);
      double dy = (double) points.y(b) - points.y(a);
      double length = Math.sqrt(dx * dx + dy * dy);
      for (int p : new int[] {a, b}) {
        if (firstX[p] == 0 && firstY[p] == 0) {
          firstX[p] = dx / length;
          firstY[p] = dy / length;
        } else if (Math.abs(firstX[p] * dy - firstY[p] * dx) >= BEND * length) {
          isCorner[p] = true;
        }
      }
    }
    IntList list = new IntList();
    for (int p = 0; p < isCorner.length; p++) {
      if (isCorner[p]) {
        list.add(p);
      }
    }
    return list.toArray();
  }

  /** The accepted corner nearest to a place within a reach, or -1. */
  int nearest(int x, int y, double reach) {
    net.near(x - reach, y - reach, x + reach, y + reach, near);
    int best = -1;
    double least = reach;
    for (int i = 0; i < near.size; i++) {
      int line = near.get(i);
      for (int k = 0; k < net.count(line); k++) {
        int p = net.pointOn(line, k);
        double d = Exact.distance(x, y, net.points.x(p), net.points.y(p));
        if (d < least && isCorner(p)) {
          least = d;
          best = p;
        }
      }
    }
    return best;
  }

  private boolean isCorner(int p) {
    if (p >= known.length) {
      known = Arrays.copyOf(known, net.points.size());
    }
    if (known[p] == 0) {
      known[p] = (byte) (meetsAtAngle(p) ? 1 : 2);
    }
    return known[p] == 1;
  }

  private boolean meetsAtAngle(int p) {
    double firstX = 0;
    double firstY = 0;
    for (int at = net.firstLink(p); at >= 0; at = net.nextLink(at)) {
      int a = net.start(net.lineOf(at));
      int b = net.end(net.lineOf(at));
      double dx = (double) net.points.x(b) - net.points.x(a);
      double dy = (double) net.points.y(b) - net.points.y(a);
      double length = Math.sqrt(dx * dx + dy * dy);
      if (firstX == 0 && firstY == 0) {
        firstX = dx / length;
        firstY = dy / length;
      } else if (Math.abs(firstX * dy - firstY * dx) >= BEND * length) {
        return true;
      }
    }
    return false;
  }
}
