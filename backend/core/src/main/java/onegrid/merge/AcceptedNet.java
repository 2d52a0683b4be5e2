package onegrid.merge;

import java.util.Arrays;

/**
 * The lines accepted so far in one tile, on which weaker layers settle.
 *
 * <p>A <em>line</em> is a straight segment that stands for good. Points set on it later lie within
 * the rounding of the grid of the original segment, never of a part of it, so that errors do not
 * add up. A step along a line is a pair of neighbouring points on it; boundaries are remembered as
 * stretches of lines and spelt out in steps only at the end, when all points are known.
 */
final class AcceptedNet {
  final PointTable points;

  /** Line i is the segment between the first and the last of its points. */
  private int[][] pointsOn = new int[64][];

  private int[] countOn = new int[64];
  private int lines;

  /** The lines through each point, as linked lists. */
  private int[] head = new int[64];

  private int[] link = new int[128];
  private int[] linked = new int[128];
  private int links;

  /** Buckets of lines for finding what is near. */
  private final int minX;

  private final int minY;
  private final int bucket;
  private final int columns;
  private final int rows;
  private final IntList[] buckets;
  private int[] stamps = new int[64];
  private int stamp;

  AcceptedNet(PointTable points, int[] box, int bucket) {
    this.points = points;
    this.minX = box[0];
    this.minY = box[1];
    this.bucket = bucket;
    this.columns = (int) (((long) box[2] - box[0]) / bucket) + 1;
    this.rows = (int) (((long) box[3] - box[1]) / bucket) + 1;
    this.buckets = new IntList[Math.multiplyExact(columns, rows)];
    Arrays.fill(head, -1);
  }

  int lines() {
    return lines;
  }

  int count(int line) {
    return countOn[line];
  }

  int pointOn(int line, int i) {
    return pointsOn[line][i];
  }

  int start(int line) {
    return pointsOn[line][0];
  }

  int end(int line) {
    return pointsOn[line][countOn[line] - 1];
  }

  /** Accepts a segment between two points; returns its line. */
  int accept(int from, int to) {
    if (lines == pointsOn.length) {
      pointsOn = Arrays.copyOf(pointsOn, lines * 2);
      countOn = Arrays.copyOf(countOn, lines * 2);
      stamps = Arrays.copyOf(stamps, lines * 2);
    }
    int line = lines++;
    pointsOn[line] = new int[] {from, to, 0, 0};
    countOn[line] = 2;
    join(from, line);
    join(to, line);
    addToBuckets(line);
    return line;
  }

  /** The line whose ends are two points, accepted now if there was none. */
  int lineBetween(int from, int to) {
    for (int at = firstLink(from); at >= 0; at = nextLink(at)) {
      int line = lineOf(at);
      if ((start(line) == from && end(line) == to) || (start(line) == to && end(line) == from)) {
        return line;
      }
    }
    return accept(from, to);
  }

  /** Sets a point on a line, if it is not there yet. */
  void setOn(int line, int point) {
    if (indexOn(line, point) >= 0) {
      return;
    }
    int[] of = pointsOn[line];
    int n = countOn[line];
    if (n == of.length) {
      of = Arrays.copyOf(of, n * 2);
      pointsOn[line] = of;
    }
    long along = along(line, point);
    int at = n - 1;
    while (at > 1 && isAfter(line, of[at - 1], along, point)) {
      at--;
    }
    System.arraycopy(of, at, of, at + 1, n - at);
    of[at] = point;
    countOn[line]++;
    join(point, line);
  }

  private boolean isAfter(int line, int other, long along, int point) {
    long o = along(line, other);
    if (o != along) {
      return o > along;
    }
    return points.x(other) != points.x(point)
        ? points.x(other) > points.x(point)
        : points.y(other) > points.y(point);
  }

  private long along(int line, int point) {
    int a = start(line);
    int b = end(line);
    return Exact.along(
        points.x(a), points.y(a), points.x(b), points.y(b), points.x(point), points.y(point));
  }

  int indexOn(int line, int point) {
    for (int i = 0; i < countOn[line]; i++) {
      if (pointsOn[line][i] == point) {
        return i;
      }
    }
    return -1;
  }

  boolean isOnNet(int point) {
    return point < head.length && head[point] >= 0;
  }

  /** First link of the lines through a point, or -1. */
  int firstLink(int point) {
    return point < head.length ? head[point] : -1;
  }

  int nextLink(int at) {
    return link[at];
  }

  int lineOf(int at) {
    return linked[at];
  }

  /** A line that both points stand on, or -1. */
  int commonLine(int p, int q) {
    for (int at = firstLink(p); at >= 0; at = nextLink(at)) {
      if (indexOn(lineOf(at), q) >= 0) {
        return lineOf(at);
      }
    }
    return -1;
  }

  private void join(int point, int line) {
    if (point >= head.length) {
      int old = head.length;
      head = Arrays.copyOf(head, Math.max(point + 1, old * 2));
      Arrays.fill(head, old, head.length, -1);
    }
    if (links == link.length) {
      link = Arrays.copyOf(link, links * 2);
      linked = Arrays.copyOf(linked, links * 2);
    }
    link[links] = head[point];
    linked[links] = line;
    head[point] = links++;
  }

  /** The line nearest to a place within a reach, or -1; ties go to the line accepted first. */
  int nearest(double px, double py, double reach) {
    int best = -1;
    double bestSquared = reach * reach;
    begin();
    int c0 = column(px - reach);
    int c1 = column(px + reach);
    int r1 = row(py + reach);
    for (int r = row(py - reach); r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        IntList list = buckets[r * columns + c];
        for (int i = 0; list != null && i < list.size; i++) {
          int line = list.get(i);
          if (first(line)) {
            double d = squaredDistance(line, px, py);
            if (d < bestSquared || (d == bestSquared && (best < 0 || line < best))) {
              bestSquared = d;
              best = line;
            }
          }
        }
      }
    }
    return best;
  }

  /** Lines whose buckets meet a box, once each, in the order they were accepted. */
  void near(double loX, double loY, double hiX, double hiY, IntList out) {
    out.clear();
    begin();
    int c0 = column(loX);
    int c1 = column(hiX);
    int r1 = row(hiY);
    for (int r = row(loY); r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        IntList list = buckets[r * columns + c];
        for (int i = 0; list != null && i < list.size; i++) {
          if (first(list.get(i))) {
            out.add(list.get(i));
          }
        }
      }
    }
    Arrays.sort(out.items, 0, out.size);
  }

  double squaredDistance(int line, double px, double py) {
    int a = start(line);
    int b = end(line);
    return Exact.squaredDistance(points.x(a), points.y(a), points.x(b), points.y(b), px, py);
  }

  private void begin() {
    stamp++;
  }

  private boolean first(int line) {
    if (stamps[line] == stamp) {
      return false;
    }
    stamps[line] = stamp;
    return true;
  }

  private int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) ((x - minX) / bucket)));
  }

  private int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) ((y - minY) / bucket)));
  }

  private void addToBuckets(int line) {
    int a = start(line);
    int b = end(line);
    if (points.y(a) > points.y(b)) {
      a = end(line);
      b = start(line);
    }
    double ax = points.x(a);
    double ay = points.y(a);
    double bx = points.x(b);
    double by = points.y(b);
    int r0 = row(ay);
    int r1 = row(by);
    for (int r = r0; r <= r1; r++) {
      double xa = ax;
      double xb = bx;
      if (r0 != r1) {
        double slope = (bx - ax) / (by - ay);
        xa = ax + slope * (Math.max(ay, minY + (double) r * bucket) - ay);
        xb = ax + slope * (Math.min(by, minY + (r + 1.0) * bucket) - ay);
        if (r == 0) {
          xa = ax;
        }
        if (r == rows - 1) {
          xb = bx;
        }
      }
      for (int c = column(Math.min(xa, xb)); c <= column(Math.max(xa, xb)); c++) {
        int at = r * columns + c;
        if (buckets[at] == null) {
          buckets[at] = new IntList(4);
        }
        buckets[at].add(line);
      }
    }
  }
}
