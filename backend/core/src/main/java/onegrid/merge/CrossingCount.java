package onegrid.merge;

/**
 * Counts how often segments cross each other, before anything is made of the crossings. Where so
 * few segments lie side by side that they could not cross more often than allowed, nothing is
 * counted.
 */
final class CrossingCount {
  private CrossingCount() {}

  /** Where more lines cross than a drawing has reason to. */
  static final class TooManyCrossings extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int x;
    final int y;
    final long budget;

    TooManyCrossings(int x, int y, long budget) {
      super("more than " + budget + " crossings");
      this.x = x;
      this.y = y;
      this.budget = budget;
    }
  }

  /**
   * Counts, up to a budget.
   *
   * @throws TooManyCrossings with the place where the budget was spent
   */
  static void check(SegmentGrid g, long budget) {
    long pairs = 0;
    for (int at = 0; at < g.columns * g.rows; at++) {
      long n = g.bucketEnd(at) - g.bucketStart(at);
      pairs += n * (n - 1) / 2;
    }
    if (pairs <= budget) {
      return;
    }
    long crossings = 0;
    for (int at = 0; at < g.columns * g.rows; at++) {
      int end = g.bucketEnd(at);
      for (int i = g.bucketStart(at); i < end; i++) {
        CallOff.check();
        int l = g.item(i);
        for (int j = i + 1; j < end; j++) {
          int m = g.item(j);
          if (boxesMeet(g, l, m) && crossIn(g, l, m, at) && ++crossings > budget) {
            throw new TooManyCrossings(crossingX(g, l, m), crossingY(g, l, m), budget);
          }
        }
      }
    }
  }

  private static boolean boxesMeet(SegmentGrid g, int l, int m) {
    return Math.max(g.x1[m], g.x2[m]) >= Math.min(g.x1[l], g.x2[l])
        && Math.min(g.x1[m], g.x2[m]) <= Math.max(g.x1[l], g.x2[l])
        && Math.max(g.y1[m], g.y2[m]) >= Math.min(g.y1[l], g.y2[l])
        && Math.min(g.y1[m], g.y2[m]) <= Math.max(g.y1[l], g.y2[l]);
  }

  /** Whether two segments cross inside a bucket: a pair shares several, and counts once. */
  private static boolean crossIn(SegmentGrid g, int l, int m, int bucket) {
    return Exact.cross(g.x1[l], g.y1[l], g.x2[l], g.y2[l], g.x1[m], g.y1[m], g.x2[m], g.y2[m])
        && g.row(crossingY(g, l, m)) * g.columns + g.column(crossingX(g, l, m)) == bucket;
  }

  private static double along(SegmentGrid g, int l, int m) {
    double a = Exact.turn(g.x1[m], g.y1[m], g.x2[m], g.y2[m], g.x1[l], g.y1[l]);
    double b = Exact.turn(g.x1[m], g.y1[m], g.x2[m], g.y2[m], g.x2[l], g.y2[l]);
    return a / (a - b);
  }

  private static int crossingX(SegmentGrid g, int l, int m) {
    return g.x1[l] + (int) Math.floor((g.x2[l] - g.x1[l]) * along(g, l, m) + 0.5);
  }

  private static int crossingY(SegmentGrid g, int l, int m) {
    return g.y1[l] + (int) Math.floor((g.y2[l] - g.y1[l]) * along(g, l, m) + 0.5);
  }
}
