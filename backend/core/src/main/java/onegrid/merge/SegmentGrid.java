package onegrid.merge;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds segments near a place: a uniform grid of square buckets, each listing the segments that
 * pass through it or within one cell of it. Filled once, then only read; safe across threads as
 * long as each thread brings its own {@link Seen}.
 */
final class SegmentGrid {
  final int[] x1;
  final int[] y1;
  final int[] x2;
  final int[] y2;
  final int minX;
  final int minY;
  final int bucket;
  final int columns;
  final int rows;
  private final int[] start;
  private final int[] items;

  /** Marks segments already met by one query; one for each thread. */
  static final class Seen {
    private int[] stamps = new int[0];
    private int stamp;

    void begin(int size) {
      if (stamps.length < size) {
        stamps = Arrays.copyOf(stamps, size);
      }
      stamp++;
    }

    boolean first(int item) {
      if (stamps[item] == stamp) {
        return false;
      }
      stamps[item] = stamp;
      return true;
    }
  }

  /** Segments i from (x1[i], y1[i]) to (x2[i], y2[i]), in buckets of about {@code bucket} cells. */
  SegmentGrid(int[] x1, int[] y1, int[] x2, int[] y2, int bucket) {
    this.x1 = x1;
    this.y1 = y1;
    this.x2 = x2;
    this.y2 = y2;
    int n = x1.length;
    int loX = Integer.MAX_VALUE;
    int loY = Integer.MAX_VALUE;
    int hiX = Integer.MIN_VALUE;
    int hiY = Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      loX = Math.min(loX, Math.min(x1[i], x2[i]));
      loY = Math.min(loY, Math.min(y1[i], y2[i]));
      hiX = Math.max(hiX, Math.max(x1[i], x2[i]));
      hiY = Math.max(hiY, Math.max(y1[i], y2[i]));
    }
    if (n == 0) {
      loX = loY = hiX = hiY = 0;
    }
    this.minX = loX - 1;
    this.minY = loY - 1;
    long size = Math.max(1, bucket);
    long most = Math.max(64, 4L * n);
    while (((hiX + 2L - minX) / size + 1) * ((hiY + 2L - minY) / size + 1) > most) {
      size += size / 2 + 1;
    }
    this.bucket = (int) Math.min(size, Integer.MAX_VALUE);
    this.columns = (int) ((hiX + 2L - minX) / this.bucket) + 1;
    this.rows = (int) ((hiY + 2L - minY) / this.bucket) + 1;
    this.start = new int[columns * rows + 1];
    int[] counts = start;
    for (int i = 0; i < n; i++) {
      forBuckets(i, at -> counts[at + 1]++);
    }
    for (int i = 0; i < columns * rows; i++) {
      start[i + 1] += start[i];
    }
    this.items = new int[start[columns * rows]];
    int[] next = Arrays.copyOf(start, columns * rows);
    for (int i = 0; i < n; i++) {
      int segment = i;
      forBuckets(i, at -> items[next[at]++] = segment);
    }
  }

  /** The edges of a set, edge e as segment e from its lower numbered end. */
  static SegmentGrid of(EdgeSet edges, PointTable points) {
    int n = edges.size();
    int[] x1 = new int[n];
    int[] y1 = new int[n];
    int[] x2 = new int[n];
    int[] y2 = new int[n];
    double length = 0;
    for (int e = 0; e < n; e++) {
      x1[e] = points.x(edges.a[e]);
      y1[e] = points.y(edges.a[e]);
      x2[e] = points.x(edges.b[e]);
      y2[e] = points.y(edges.b[e]);
      length += Math.max(Math.abs(x2[e] - x1[e]), Math.abs(y2[e] - y1[e]));
    }
    int bucket = (int) Math.max(200, Math.min(20_000, n == 0 ? 200 : 2 * length / n));
    return new SegmentGrid(x1, y1, x2, y2, bucket);
  }

  int size() {
    return x1.length;
  }

  int column(long x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floorDiv(x - minX, (long) bucket)));
  }

  int row(long y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floorDiv(y - minY, (long) bucket)));
  }

  int bucketStart(int at) {
    return start[at];
  }

  int bucketEnd(int at) {
    return start[at + 1];
  }

  int item(int i) {
    return items[i];
  }

  /** Every segment with a bucket that meets the box, once each. */
  void within(long loX, long loY, long hiX, long hiY, Seen seen, IntConsumer visitor) {
    if (size() == 0
        || hiX < minX
        || hiY < minY
        || loX > minX + (long) columns * bucket
        || loY > minY + (long) rows * bucket) {
      return;
    }
    seen.begin(size());
    int c0 = column(loX);
    int c1 = column(hiX);
    int r1 = row(hiY);
    for (int r = row(loY); r <= r1; r++) {
      for (int at = r * columns + c0; at <= r * columns + c1; at++) {
        for (int i = start[at]; i < start[at + 1]; i++) {
          if (seen.first(items[i])) {
            visitor.accept(items[i]);
          }
        }
      }
    }
  }

  /** The segment nearest to a point within a reach, or -1. Ties go to the lower number. */
  int nearest(int px, int py, double reach, Seen seen) {
    Nearest best = new Nearest(px, py, reach);
    long r = (long) Math.ceil(reach);
    within(px - r, py - r, px + r, py + r, seen, best);
    return best.segment;
  }

  private final class Nearest implements IntConsumer {
    private final int px;
    private final int py;
    private double squared;
    private int segment = -1;

    private Nearest(int px, int py, double reach) {
      this.px = px;
      this.py = py;
      this.squared = reach * reach;
    }

    @Override
    public void accept(int i) {
      double d = Exact.squaredDistance(x1[i], y1[i], x2[i], y2[i], px, py);
      if (d < squared || (d == squared && (segment < 0 || i < segment))) {
        squared = d;
        segment = i;
      }
    }
  }

  /** Walks the rows that a segment passes and, in each, the columns it spans there. */
  private void forBuckets(int i, IntConsumer visitor) {
    int ax = x1[i];
    int ay = y1[i];
    int bx = x2[i];
    int by = y2[i];
    if (ay > by) {
      ax = x2[i];
      ay = y2[i];
      bx = x1[i];
      by = y1[i];
    }
    int r0 = row(ay - 1L);
    int r1 = row(by + 1L);
    for (int r = r0; r <= r1; r++) {
      double xa = ax;
      double xb = bx;
      if (r0 != r1 && ay != by) {
        double slope = (double) (bx - ax) / (by - ay);
        double low = Math.max(ay, minY + (double) r * bucket - 2);
        double high = Math.min(by, minY + (double) (r + 1) * bucket + 2);
        xa = ax + slope * (low - ay);
        xb = ax + slope * (high - ay);
      }
      int c0 = column((long) Math.floor(Math.min(xa, xb)) - 2);
      int c1 = column((long) Math.ceil(Math.max(xa, xb)) + 2);
      for (int c = c0; c <= c1; c++) {
        visitor.accept(r * columns + c);
      }
    }
  }
}
