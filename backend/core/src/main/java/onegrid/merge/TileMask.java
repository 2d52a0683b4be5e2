package onegrid.merge;

/** Roughly where a tile is: square buckets that its ground, widened by a margin, touches. */
final class TileMask {
  private final int minX;
  private final int minY;
  private final int bucket;
  private final int columns;
  private final int rows;
  private final boolean[] marked;

  /**
   * Marks the ground inside some edges.
   *
   * @param box {minX, minY, maxX, maxY} of the edges
   * @param margin how much wider than the ground the mask must be, in cells
   */
  TileMask(Arrangement map, int[] edges, int[] box, int margin) {
    int[] wide = box(box, margin);
    this.bucket = bucket(box, margin);
    this.minX = wide[0];
    this.minY = wide[1];
    this.columns = (wide[2] - minX) / bucket;
    this.rows = (wide[3] - minY) / bucket;
    this.marked = new boolean[columns * rows];
    for (int r = 0; r < rows; r++) {
      markInside(map, edges, r);
    }
    for (int e : edges) {
      markAlong(map, e, margin);
    }
  }

  private static int bucket(int[] box, int margin) {
    long width = (long) box[2] - box[0] + 2L * margin;
    long height = (long) box[3] - box[1] + 2L * margin;
    return (int) Math.max(Math.max(margin, 1000), Math.max(width, height) / 400 + 1);
  }

  /** {minX, minY, maxX, maxY} of the mask for ground with a box. */
  static int[] box(int[] box, int margin) {
    int bucket = bucket(box, margin);
    long columns = ((long) box[2] - box[0] + 2L * margin) / bucket + 1;
    long rows = ((long) box[3] - box[1] + 2L * margin) / bucket + 1;
    int minX = box[0] - margin;
    int minY = box[1] - margin;
    return new int[] {minX, minY, (int) (minX + columns * bucket), (int) (minY + rows * bucket)};
  }

  private void markInside(Arrangement map, int[] edges, int row) {
    int y = minY + row * bucket + bucket / 2;
    double[] cuts = new double[edges.length];
    int n = 0;
    for (int e : edges) {
      int ay = map.points.y(map.edges.a[e]);
      int by = map.points.y(map.edges.b[e]);
      if ((ay <= y) != (by <= y)) {
        cuts[n++] =
            Drawing.crossingX(
                map.points.x(map.edges.a[e]), ay, map.points.x(map.edges.b[e]), by, y);
      }
    }
    java.util.Arrays.sort(cuts, 0, n);
    for (int i = 0; i + 1 < n; i += 2) {
      for (int c = column(cuts[i]); c <= column(cuts[i + 1]); c++) {
        marked[row * columns + c] = true;
      }
    }
  }

  private void markAlong(Arrangement map, int e, int margin) {
    double ax = map.points.x(map.edges.a[e]);
    double ay = map.points.y(map.edges.a[e]);
    double bx = map.points.x(map.edges.b[e]);
    double by = map.points.y(map.edges.b[e]);
    int steps = 1 + (int) (Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / bucket);
    for (int s = 0; s < steps; s++) {
      double sx = ax + (bx - ax) * s / steps;
      double tx = ax + (bx - ax) * (s + 1) / steps;
      double sy = ay + (by - ay) * s / steps;
      double ty = ay + (by - ay) * (s + 1) / steps;
      for (int r = row(Math.min(sy, ty) - margin); r <= row(Math.max(sy, ty) + margin); r++) {
        for (int c = column(Math.min(sx, tx) - margin);
            c <= column(Math.max(sx, tx) + margin);
            c++) {
          marked[r * columns + c] = true;
        }
      }
    }
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - minX) / bucket)));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - minY) / bucket)));
  }

  /** Whether a segment passes the box of the mask and its own box touches the mask. */
  boolean touches(int ax, int ay, int bx, int by) {
    int loX = Math.min(ax, bx);
    int hiX = Math.max(ax, bx);
    int loY = Math.min(ay, by);
    int hiY = Math.max(ay, by);
    int maxX = minX + columns * bucket;
    int maxY = minY + rows * bucket;
    if (hiX < minX || hiY < minY || loX > maxX || loY > maxY) {
      return false;
    }
    boolean sticksOut = loX < minX || loY < minY || hiX > maxX || hiY > maxY;
    if (sticksOut && passesBy(ax, ay, bx, by, maxX, maxY)) {
      return false;
    }
    for (int r = row(loY); r <= row(hiY); r++) {
      for (int c = column(loX); c <= column(hiX); c++) {
        if (marked[r * columns + c]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether all corners of the box lie on one side of a line. */
  private boolean passesBy(int ax, int ay, int bx, int by, int maxX, int maxY) {
    long a = Exact.turn(ax, ay, bx, by, minX, minY);
    long b = Exact.turn(ax, ay, bx, by, maxX, minY);
    long c = Exact.turn(ax, ay, bx, by, minX, maxY);
    long d = Exact.turn(ax, ay, bx, by, maxX, maxY);
    return (a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0);
  }

  /** {minX, minY, maxX, maxY}. */
  int[] box() {
    return new int[] {minX, minY, minX + columns * bucket, minY + rows * bucket};
  }
}
