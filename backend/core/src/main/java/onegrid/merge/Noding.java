package onegrid.merge;

/**
 * Snap-rounding: sets points on the lines of a net until its steps meet only in common ends.
 *
 * <p>Every point of the net and every crossing of two lines, rounded to the grid, makes its cell
 * hot; each line is led through the centres of the hot cells that it passes as a straight line.
 * Because crossings and passings are those of the straight lines, never of lines already bent, no
 * line comes to lie further off than half a cell in x and in y (7.1 mm), and the steps do not cross
 * (Hobby's theorem; {@link #findCrossing} is the proof on the spot).
 */
final class Noding {
  private final AcceptedNet net;
  private final boolean[] live;
  private final SegmentGrid grid;
  private final long crossingBudget;

  /**
   * Prepares the noding of some lines of a net.
   *
   * @param live which lines count; the others are left alone
   * @param crossingBudget how many crossings may be met
   */
  Noding(AcceptedNet net, boolean[] live, long crossingBudget) {
    this.net = net;
    this.live = live;
    this.crossingBudget = crossingBudget;
    this.grid = grid(net, live);
  }

  private static SegmentGrid grid(AcceptedNet net, boolean[] live) {
    int n = net.lines();
    int[] x1 = new int[n];
    int[] y1 = new int[n];
    int[] x2 = new int[n];
    int[] y2 = new int[n];
    double length = 0;
    int living = 0;
    for (int l = 0; l < n; l++) {
      // The lower end first: rounding must not depend on how a line was drawn. A dead line is a
      // dot.
      int p = lower(net, net.start(l), net.end(l));
      int q = live[l] ? net.start(l) + net.end(l) - p : p;
      x1[l] = net.points.x(p);
      y1[l] = net.points.y(p);
      x2[l] = net.points.x(q);
      y2[l] = net.points.y(q);
      if (live[l]) {
        length += Math.max(Math.abs(x2[l] - x1[l]), Math.abs(y2[l] - y1[l]));
        living++;
      }
    }
    int bucket = (int) Math.max(100, Math.min(10_000, living == 0 ? 100 : 1.5 * length / living));
    return new SegmentGrid(x1, y1, x2, y2, bucket);
  }

  private static int lower(AcceptedNet net, int p, int q) {
    int c = Integer.compare(net.points.x(p), net.points.x(q));
    c = c != 0 ? c : Integer.compare(net.points.y(p), net.points.y(q));
    return c <= 0 ? p : q;
  }

  /**
   * Cuts all lines at their crossings and at the hot cells they pass.
   *
   * @throws CrossingCount.TooManyCrossings before anything is cut, if the budget does not suffice
   */
  void cut() {
    CrossingCount.check(grid, crossingBudget);
    cutAtCrossings();
    boolean[] seen = new boolean[net.points.size()];
    for (int l = 0; l < net.lines(); l++) {
      for (int i = 0; live[l] && i < net.count(l); i++) {
        int p = net.pointOn(l, i);
        if (!seen[p]) {
          seen[p] = true;
          CallOff.check();
          cutAt(p);
        }
      }
    }
  }

  /** Leads the lines that pass the cell of a point through it. */
  void cutAt(int point) {
    int x = net.points.x(point);
    int y = net.points.y(point);
    int at = grid.row(y) * grid.columns + grid.column(x);
    for (int i = grid.bucketStart(at); i < grid.bucketEnd(at); i++) {
      int l = grid.item(i);
      if (live[l]
          && net.start(l) != point
          && net.end(l) != point
          && Exact.passesCell(grid.x1[l], grid.y1[l], grid.x2[l], grid.y2[l], x, y)) {
        net.setOn(l, point);
      }
    }
  }

  private void cutAtCrossings() {
    for (int at = 0; at < grid.columns * grid.rows; at++) {
      int end = grid.bucketEnd(at);
      for (int i = grid.bucketStart(at); i < end; i++) {
        CallOff.check();
        int l = grid.item(i);
        int loX = grid.x1[l];
        int hiX = grid.x2[l];
        int loY = Math.min(grid.y1[l], grid.y2[l]);
        int hiY = Math.max(grid.y1[l], grid.y2[l]);
        for (int j = i + 1; live[l] && j < end; j++) {
          int m = grid.item(j);
          if (live[m]
              && grid.x2[m] >= loX
              && grid.x1[m] <= hiX
              && Math.max(grid.y1[m], grid.y2[m]) >= loY
              && Math.min(grid.y1[m], grid.y2[m]) <= hiY) {
            if (isBefore(l, m)) {
              cross(l, m);
            } else {
              cross(m, l);
            }
          }
        }
      }
    }
  }

  private boolean isBefore(int l, int m) {
    int c = Integer.compare(grid.x1[l], grid.x1[m]);
    c = c != 0 ? c : Integer.compare(grid.y1[l], grid.y1[m]);
    c = c != 0 ? c : Integer.compare(grid.x2[l], grid.x2[m]);
    return (c != 0 ? c : Integer.compare(grid.y2[l], grid.y2[m])) < 0;
  }

  private void cross(int l, int m) {
    SegmentGrid g = grid;
    if (!Exact.cross(g.x1[l], g.y1[l], g.x2[l], g.y2[l], g.x1[m], g.y1[m], g.x2[m], g.y2[m])) {
      return;
    }
    long l1 = Exact.turn(g.x1[m], g.y1[m], g.x2[m], g.y2[m], g.x1[l], g.y1[l]);
    long l2 = Exact.turn(g.x1[m], g.y1[m], g.x2[m], g.y2[m], g.x2[l], g.y2[l]);
    double t = (double) l1 / ((double) l1 - (double) l2);
    int x = g.x1[l] + (int) Math.floor((g.x2[l] - g.x1[l]) * t + 0.5);
    int y = g.y1[l] + (int) Math.floor((g.y2[l] - g.y1[l]) * t + 0.5);
    int p = net.points.add(x, y);
    net.setOn(l, p);
    net.setOn(m, p);
  }

  /** The proof: an edge that crosses another between their ends, or -1 when there is none. */
  static int findCrossing(SegmentGrid g) {
    for (int at = 0; at < g.columns * g.rows; at++) {
      int end = g.bucketEnd(at);
      for (int i = g.bucketStart(at); i < end; i++) {
        CallOff.check();
        int e = g.item(i);
        int loX = Math.min(g.x1[e], g.x2[e]);
        int hiX = Math.max(g.x1[e], g.x2[e]);
        int loY = Math.min(g.y1[e], g.y2[e]);
        int hiY = Math.max(g.y1[e], g.y2[e]);
        for (int j = i + 1; j < end; j++) {
          int f = g.item(j);
          if (Math.max(g.x1[f], g.x2[f]) > loX
              && Math.min(g.x1[f], g.x2[f]) < hiX
              && Math.max(g.y1[f], g.y2[f]) > loY
              && Math.min(g.y1[f], g.y2[f]) < hiY
              && Exact.cross(
                  g.x1[e], g.y1[e], g.x2[e], g.y2[e], g.x1[f], g.y1[f], g.x2[f], g.y2[f])) {
            return e;
          }
        }
      }
    }
    return -1;
  }
}
