package onegrid.merge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds segments near a place: a uniform grid of square buckets, each listing the segments that
 * pass through it or within one cell of it. Filled once, then only read; safe across threads.
 */
final class SegmentGrid {
  /** More than what rounding can take off a squared distance. */
  private static final double ROUNDING = 1 + 1e-9;

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
    for (int i = 0; i < n; i++) {
      spread(i, start, null);
    }
    for (int i = 0; i < columns * rows; i++) {
      start[i + 1] += start[i];
    }
    this.items = new int[start[columns * rows]];
    int[] next = Arrays.copyOf(start, columns * rows);
    for (int i = 0; i < n; i++) {
      spread(i, next, items);
    }
  }

  boolean isEmpty() {
    return x1.length == 0;
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
    return x <= minX ? 0 : (int) Math.min(columns - 1, (x - minX) / (double) bucket);
  }

  int row(long y) {
    return y <= minY ? 0 : (int) Math.min(rows - 1, (y - minY) / (double) bucket);
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

  /** Whether some segment has a bucket that meets the box. */
  boolean hasWithin(long loX, long loY, long hiX, long hiY) {
    if (isOff(loX, loY, hiX, hiY)) {
      return false;
    }
    int c0 = column(loX);
    int c1 = column(hiX);
    int r1 = row(hiY);
    for (int r = row(loY); r <= r1; r++) {
      if (start[r * columns + c1 + 1] > start[r * columns + c0]) {
        return true;
      }
    }
    return false;
  }

  /** Adds every segment with a bucket that meets the box, some of them more than once. */
  void within(long loX, long loY, long hiX, long hiY, IntList found) {
    if (isOff(loX, loY, hiX, hiY)) {
      return;
    }
    int c0 = column(loX);
    int c1 = column(hiX);
    int r1 = row(hiY);
    for (int r = row(loY); r <= r1; r++) {
      int end = start[r * columns + c1 + 1];
      for (int i = start[r * columns + c0]; i < end; i++) {
        found.add(items[i]);
      }
    }
  }

  private boolean isOff(long loX, long loY, long hiX, long hiY) {
    return size() == 0
        || hiX < minX
        || hiY < minY
        || loX > minX + (long) columns * bucket
        || loY > minY + (long) rows * bucket;
  }

  /**
   * The segment nearest to a point within a reach, or -1. Ties go to the lower number. Looks at
   * rings of buckets around the point until what is further out cannot be nearer.
   */
  int nearest(int px, int py, double reach) {
    if (size() == 0) {
      return -1;
    }
    int c = column(px);
    int r = row(py);
    int best = -1;
    double squared = reach * reach;
    for (int ring = 0; ; ring++) {
      int c0 = Math.max(0, c - ring);
      int c1 = Math.min(columns - 1, c + ring);
      for (int row = Math.max(0, r - ring); row <= Math.min(rows - 1, r + ring); row++) {
        // Rows between the first and the last of a ring have only their ends on it.
        int step = Math.abs(row - r) == ring ? 1 : Math.max(1, c1 - c0);
        for (int column = c0; column <= c1; column += step) {
          if (step == 1 || Math.abs(column - c) == ring) {
            int at = row * columns + column;
            for (int i = start[at]; i < start[at + 1]; i++) {
              int s = items[i];
              if (boxIsBeyond(s, px, py, squared)) {
                continue;
              }
              double d = Exact.squaredDistance(x1[s], y1[s], x2[s], y2[s], px, py);
              if (d < squared || (d == squared && (best < 0 || s < best))) {
                squared = d;
                best = s;
              }
            }
          }
        }
      }
      double room = roomAround(px, py, c, r, ring);
      if (room * room > squared || room == Double.POSITIVE_INFINITY) {
        return best;
      }
    }
  }

  /** Whether a segment's box alone tells that it is further off; not asked too finely. */
  boolean boxIsBeyond(int s, int px, int py, double squared) {
    double dx = Math.max(Math.min(x1[s], x2[s]) - px, px - Math.max(x1[s], x2[s]));
    double dy = Math.max(Math.min(y1[s], y2[s]) - py, py - Math.max(y1[s], y2[s]));
    double out = dx > 0 ? dx * dx : 0;
    out += dy > 0 ? dy * dy : 0;
    return out > squared * ROUNDING;
  }

  /** How far from a point the block of buckets around it ends; nothing is beyond the grid. */
  private double roomAround(int px, int py, int c, int r, int ring) {
    double room = Double.POSITIVE_INFINITY;
    if (c - ring > 0) {
      room = Math.min(room, px - (minX + (double) (c - ring) * bucket));
    }
    if (c + ring < columns - 1) {
      room = Math.min(room, minX + (c + ring + 1.0) * bucket - px);
    }
    if (r - ring > 0) {
      room = Math.min(room, py - (minY + (double) (r - ring) * bucket));
    }
    if (r + ring < rows - 1) {
      room = Math.min(room, minY + (r + ring + 1.0) * bucket - py);
    }
    return Math.max(0, room);
  }

  /**
   * Walks the rows that a segment passes and, in each, the columns it spans there: counts it in the
   * bucket after each, or puts it at the places that {@code next} tells.
   */
  private void spread(int i, int[] next, int @Nullable [] items) {
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
      for (int at = r * columns + c0; at <= r * columns + c1; at++) {
        if (items == null) {
          next[at + 1]++;
        } else {
          items[next[at]++] = i;
        }
      }
    }
  }
}
