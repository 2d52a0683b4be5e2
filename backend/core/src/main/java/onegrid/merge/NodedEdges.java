package onegrid.merge;

import java.util.Arrays;

/**
 * Snap-rounding: cuts segments at every crossing and at every point they pass within the grid cell
 * of, until no two of them meet but in a common end.
 *
 * <p>Every end of a segment and every crossing, rounded to the grid, makes its cell hot; each
 * segment is led through the centres of the hot cells that it passes. One round moves a segment by
 * at most half a cell in x and in y (7.1 mm). In theory one round suffices; the next round is the
 * proof, and is run as a round so that a failed proof mends itself.
 */
final class NodedEdges {
  private static final int MOST_ROUNDS = 12;

  private final PointTable points;
  private final long crossingBudget;
  private long crossings;

  private NodedEdges(PointTable points, long crossingBudget) {
    this.points = points;
    this.crossingBudget = crossingBudget;
  }

  /** Where more segments cross than a drawing has reason to. */
  static final class TooManyCrossings extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int x;
    final int y;

    TooManyCrossings(int x, int y, long budget) {
      super("more than " + budget + " crossings");
      this.x = x;
      this.y = y;
    }
  }

  /**
   * Nodes edges; new points are added to the table.
   *
   * @throws TooManyCrossings as soon as more than {@code crossingBudget} have been met
   */
  static EdgeSet of(EdgeSet edges, PointTable points, long crossingBudget) {
    NodedEdges noder = new NodedEdges(points, crossingBudget);
    EdgeSet current = edges;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      EdgeSet next = noder.round(current);
      if (next == current) {
        return current;
      }
      current = next;
    }
    throw new IllegalStateException("not noded after " + MOST_ROUNDS + " rounds");
  }

  /** One round; the same set when there was nothing to cut. */
  private EdgeSet round(EdgeSet edges) {
    int n = edges.size();
    int[][] cuts = new int[n][];
    int[] cutCount = new int[n];
    SegmentGrid grid = grid(edges);
    int before = points.size();
    boolean[] used = new boolean[before];
    for (int e = 0; e < n; e++) {
      used[edges.a[e]] = true;
      used[edges.b[e]] = true;
    }
    cutAtCrossings(edges, grid, cuts, cutCount);
    boolean any = false;
    for (int p = 0; p < points.size(); p++) {
      if (p >= before || used[p]) {
        any |= cutAtPoint(edges, grid, p, cuts, cutCount);
      }
    }
    for (int e = 0; !any && e < n; e++) {
      any = cutCount[e] > 0;
    }
    return any ? split(edges, cuts, cutCount) : edges;
  }

  private SegmentGrid grid(EdgeSet edges) {
    int n = edges.size();
    int[] x1 = new int[n];
    int[] y1 = new int[n];
    int[] x2 = new int[n];
    int[] y2 = new int[n];
    double length = 0;
    for (int e = 0; e < n; e++) {
      // The lower end first: rounding must not depend on how points were numbered.
      int lower = isLower(edges.a[e], edges.b[e]) ? edges.a[e] : edges.b[e];
      int upper = lower == edges.a[e] ? edges.b[e] : edges.a[e];
      x1[e] = points.x(lower);
      y1[e] = points.y(lower);
      x2[e] = points.x(upper);
      y2[e] = points.y(upper);
      length += Math.max(Math.abs(x2[e] - x1[e]), Math.abs(y2[e] - y1[e]));
    }
    int bucket = (int) Math.max(100, Math.min(10_000, n == 0 ? 100 : 1.5 * length / n));
    return new SegmentGrid(x1, y1, x2, y2, bucket);
  }

  private boolean isLower(int p, int q) {
    return points.x(p) < points.x(q) || (points.x(p) == points.x(q) && points.y(p) < points.y(q));
  }

  private void cutAtCrossings(EdgeSet edges, SegmentGrid grid, int[][] cuts, int[] cutCount) {
    for (int at = 0; at < grid.columns * grid.rows; at++) {
      int end = grid.bucketEnd(at);
      for (int i = grid.bucketStart(at); i < end; i++) {
        int e = grid.item(i);
        int eLoX = Math.min(grid.x1[e], grid.x2[e]);
        int eHiX = Math.max(grid.x1[e], grid.x2[e]);
        int eLoY = Math.min(grid.y1[e], grid.y2[e]);
        int eHiY = Math.max(grid.y1[e], grid.y2[e]);
        for (int j = i + 1; j < end; j++) {
          int f = grid.item(j);
          if (Math.max(grid.x1[f], grid.x2[f]) >= eLoX
              && Math.min(grid.x1[f], grid.x2[f]) <= eHiX
              && Math.max(grid.y1[f], grid.y2[f]) >= eLoY
              && Math.min(grid.y1[f], grid.y2[f]) <= eHiY) {
            if (isBefore(grid, e, f)) {
              cross(edges, grid, e, f, cuts, cutCount);
            } else {
              cross(edges, grid, f, e, cuts, cutCount);
            }
          }
        }
      }
    }
  }

  private static boolean isBefore(SegmentGrid g, int e, int f) {
    int c = Integer.compare(g.x1[e], g.x1[f]);
    c = c != 0 ? c : Integer.compare(g.y1[e], g.y1[f]);
    c = c != 0 ? c : Integer.compare(g.x2[e], g.x2[f]);
    return (c != 0 ? c : Integer.compare(g.y2[e], g.y2[f])) < 0;
  }

  private void cross(EdgeSet edges, SegmentGrid g, int e, int f, int[][] cuts, int[] cutCount) {
    if (edges.a[e] == edges.a[f]
        || edges.a[e] == edges.b[f]
        || edges.b[e] == edges.a[f]
        || edges.b[e] == edges.b[f]) {
      return;
    }
    long e1 = Exact.turn(g.x1[f], g.y1[f], g.x2[f], g.y2[f], g.x1[e], g.y1[e]);
    long e2 = Exact.turn(g.x1[f], g.y1[f], g.x2[f], g.y2[f], g.x2[e], g.y2[e]);
    if (!((e1 > 0 && e2 < 0) || (e1 < 0 && e2 > 0))) {
      return;
    }
    long f1 = Exact.turn(g.x1[e], g.y1[e], g.x2[e], g.y2[e], g.x1[f], g.y1[f]);
    long f2 = Exact.turn(g.x1[e], g.y1[e], g.x2[e], g.y2[e], g.x2[f], g.y2[f]);
    if (!((f1 > 0 && f2 < 0) || (f1 < 0 && f2 > 0))) {
      return;
    }
    double t = (double) e1 / ((double) e1 - (double) e2);
    int x = g.x1[e] + (int) Math.floor((g.x2[e] - g.x1[e]) * t + 0.5);
    int y = g.y1[e] + (int) Math.floor((g.y2[e] - g.y1[e]) * t + 0.5);
    if (++crossings > crossingBudget) {
      throw new TooManyCrossings(x, y, crossingBudget);
    }
    int p = points.add(x, y);
    cut(e, p, edges, cuts, cutCount);
    cut(f, p, edges, cuts, cutCount);
  }

  private boolean cutAtPoint(EdgeSet edges, SegmentGrid grid, int p, int[][] cuts, int[] cutCount) {
    int x = points.x(p);
    int y = points.y(p);
    boolean any = false;
    int at = grid.row(y) * grid.columns + grid.column(x);
    for (int i = grid.bucketStart(at); i < grid.bucketEnd(at); i++) {
      int e = grid.item(i);
      if (edges.a[e] != p
          && edges.b[e] != p
          && Exact.passesCell(grid.x1[e], grid.y1[e], grid.x2[e], grid.y2[e], x, y)) {
        cut(e, p, edges, cuts, cutCount);
        any = true;
      }
    }
    return any;
  }

  private static void cut(int e, int p, EdgeSet edges, int[][] cuts, int[] cutCount) {
    if (p == edges.a[e] || p == edges.b[e]) {
      return;
    }
    int[] of = cuts[e];
    if (of == null) {
      cuts[e] = new int[] {p, 0, 0, 0};
      cutCount[e] = 1;
      return;
    }
    for (int i = 0; i < cutCount[e]; i++) {
      if (of[i] == p) {
        return;
      }
    }
    if (cutCount[e] == of.length) {
      of = Arrays.copyOf(of, of.length * 2);
      cuts[e] = of;
    }
    of[cutCount[e]++] = p;
  }

  private EdgeSet split(EdgeSet edges, int[][] cuts, int[] cutCount) {
    EdgeSet.Builder out = new EdgeSet.Builder();
    for (int e = 0; e < edges.size(); e++) {
      int from = edges.a[e];
      if (cutCount[e] > 0) {
        sortAlong(edges, e, cuts[e], cutCount[e]);
      }
      for (int i = 0; i <= cutCount[e]; i++) {
        int to = i == cutCount[e] ? edges.b[e] : cuts[e][i];
        for (int q = edges.start[e]; q < edges.start[e + 1]; q++) {
          out.toggle(from, to, edges.pieces[q]);
        }
        from = to;
      }
    }
    return out.build();
  }

  private void sortAlong(EdgeSet edges, int e, int[] cut, int count) {
    int ax = points.x(edges.a[e]);
    int ay = points.y(edges.a[e]);
    int bx = points.x(edges.b[e]);
    int by = points.y(edges.b[e]);
    for (int i = 1; i < count; i++) {
      int p = cut[i];
      int j = i - 1;
      while (j >= 0 && after(ax, ay, bx, by, cut[j], p)) {
        cut[j + 1] = cut[j];
        j--;
      }
      cut[j + 1] = p;
    }
  }

  private boolean after(int ax, int ay, int bx, int by, int p, int q) {
    long ap = Exact.along(ax, ay, bx, by, points.x(p), points.y(p));
    long aq = Exact.along(ax, ay, bx, by, points.x(q), points.y(q));
    if (ap != aq) {
      return ap > aq;
    }
    return Exact.turn(ax, ay, bx, by, points.x(p), points.y(p))
        > Exact.turn(ax, ay, bx, by, points.x(q), points.y(q));
  }
}
