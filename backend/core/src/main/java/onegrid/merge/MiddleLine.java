package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line along the middle of a long gap, and the rungs that divide a bank among its cells.
 *
 * <p>The banks are walked side by side, always on by the step that keeps the ladder between them
 * shortest; the middles of its rungs are the line. It begins and ends at points that stand there
 * already, so that a neighbouring tile learns of no new point on the common border, and touches the
 * banks nowhere else, so that it has no spikes.
 */
final class MiddleLine {
  /** A line may leave the middle by this share of the width to have fewer points. */
  private static final double PLAIN_SHARE = 0.05;

  /** It stays so far away from the banks, in cells: rounding must not bring them together. */
  private static final double CLEARANCE_CELLS = 4;

  private static final int MOST_RUNGS = 2000;

  private final PointTable points;
  private final GapSides sides;
  private final double width;

  /** Rungs: a place on the left bank and one on the right, in order. */
  private final IntList rungs = new IntList();

  /** For each bank and point of it that divides two cells the rung that leaves it. */
  private final IntList dividing = new IntList();

  private MiddleLine(PointTable points, GapSides sides, double width) {
    this.points = points;
    this.sides = sides;
    this.width = width;
  }

  /**
   * Lines of x, y, x, y … that divide a gap among the cells on its banks, or null where they would
   * not stay inside it.
   *
   * @param width the gap's mean width, in cells
   */
  static @Nullable List<int[]> of(PointTable points, GapSides sides, double width) {
    return new MiddleLine(points, sides, width).lines();
  }

  private @Nullable List<int[]> lines() {
    climb();
    if (rungs.size > 4 * MOST_RUNGS) {
      return null;
    }
    List<int[]> lines = new ArrayList<>();
    int[] middle = middle();
    boolean[] kept = new boolean[middle.length / 2];
    List<int[]> dividers = new ArrayList<>();
    for (int i = 0; i < dividing.size; i += 2) {
      int at = nearestTo(middle, dividing.get(i + 1));
      int p = dividing.get(i);
      if (at > 0 && at + 1 < kept.length) {
        kept[at] = true;
        dividers.add(new int[] {points.x(p), points.y(p), middle[2 * at], middle[2 * at + 1]});
      }
    }
    lines.add(plain(middle, kept));
    lines.addAll(dividers);
    return staysInside(lines) ? lines : null;
  }

  /** Walks both banks. */
  private void climb() {
    int[] left = sides.left();
    int[] right = sides.right();
    double step = Math.max(100, width / 2);
    IntList l = dense(left, step);
    IntList r = dense(right, step);
    int i = 0;
    int j = 0;
    rung(l, i, r, j);
    while ((i + 3 < l.size || j + 3 < r.size) && rungs.size <= 4 * MOST_RUNGS) {
      boolean leftOn =
          j + 3 >= r.size
              || (i + 3 < l.size && distance(l, i + 3, r, j) <= distance(l, i, r, j + 3));
      if (leftOn) {
        i += 3;
      } else {
        j += 3;
      }
      int at = rungs.size / 4;
      rung(l, i, r, j);
      if (leftOn && divides(sides.leftCells(), l.get(i + 2))) {
        dividing.add(left[l.get(i + 2)]);
        dividing.add(at);
      }
      if (!leftOn && divides(sides.rightCells(), r.get(j + 2))) {
        dividing.add(right[r.get(j + 2)]);
        dividing.add(at);
      }
    }
  }

  private static boolean divides(int[] cells, int at) {
    return at > 0 && at < cells.length && cells[at - 1] != cells[at];
  }

  /** Places along a bank at most a step apart: x, y, and the number of the point or -1. */
  private IntList dense(int[] bank, double step) {
    IntList out = new IntList();
    for (int k = 0; k < bank.length; k++) {
      int x = points.x(bank[k]);
      int y = points.y(bank[k]);
      add(out, x, y, k);
      if (k + 1 < bank.length) {
        int dx = points.x(bank[k + 1]) - x;
        int dy = points.y(bank[k + 1]) - y;
        int parts = (int) Math.ceil(Exact.distance(0, 0, dx, dy) / step);
        for (int m = 1; m < parts && out.size < 3 * MOST_RUNGS; m++) {
          double t = (double) m / parts;
          add(out, x + (int) Math.floor(t * dx + 0.5), y + (int) Math.floor(t * dy + 0.5), -1);
        }
      }
    }
    return out;
  }

  private static void add(IntList out, int x, int y, int number) {
    out.add(x);
    out.add(y);
    out.add(number);
  }

  private void rung(IntList l, int i, IntList r, int j) {
    rungs.add(l.get(i));
    rungs.add(l.get(i + 1));
    rungs.add(r.get(j));
    rungs.add(r.get(j + 1));
  }

  private static double distance(IntList l, int i, IntList r, int j) {
    return Exact.distance(l.get(i), l.get(i + 1), r.get(j), r.get(j + 1));
  }

  /** The rung that each middle of the line came of. */
  private int[] rungOf = {};

  /** The middles between rungs, but where the gap has not opened yet; both ends first and last. */
  private int[] middle() {
    IntList xy = new IntList();
    IntList of = new IntList();
    int fromX = points.x(sides.from());
    int fromY = points.y(sides.from());
    int toX = points.x(sides.to());
    int toY = points.y(sides.to());
    xy.add(fromX);
    xy.add(fromY);
    of.add(-1);
    for (int k = 0; k + 4 < rungs.size; k += 4) {
      int dx = rungs.get(k + 2) - rungs.get(k);
      int dy = rungs.get(k + 3) - rungs.get(k + 1);
      int mx = rungs.get(k) + (offMiddle(k, 0) >> 2);
      int my = rungs.get(k + 1) + (offMiddle(k, 1) >> 2);
      double open = Exact.distance(0, 0, dx, dy);
      double room = Math.min(width, open) / 2;
      if (open > 3 * CLEARANCE_CELLS
          && Exact.distance(mx, my, fromX, fromY) >= room
          && Exact.distance(mx, my, toX, toY) >= room
          && isClear(mx, my, Math.max(CLEARANCE_CELLS, Math.min(room, width) / 2))) {
        xy.add(mx);
        xy.add(my);
        of.add(k / 4);
      }
    }
    xy.add(toX);
    xy.add(toY);
    of.add(Integer.MAX_VALUE);
    rungOf = of.toArray();
    return xy.toArray();
  }

  /** Four times the way from a rung's start to the middle between its own and the next's. */
  private int offMiddle(int k, int axis) {
    int sum = 0;
    for (int i : new int[] {k, k + 2, k + 4, k + 6}) {
      sum += rungs.get(i + axis) - rungs.get(k + axis);
    }
    return sum;
  }

  private int nearestTo(int[] middle, int rung) {
    int best = 1;
    for (int i = 1; i + 1 < middle.length / 2; i++) {
      if (Math.abs((long) rungOf[i] - rung) < Math.abs((long) rungOf[best] - rung)) {
        best = i;
      }
    }
    return best;
  }

  /** The line with as few points as it needs; those to be kept are. */
  private int[] plain(int[] xy, boolean[] kept) {
    int last = kept.length - 1;
    kept[0] = true;
    kept[last] = true;
    for (int from = 0; from < last; ) {
      int to = from + 1;
      while (!kept[to]) {
        to++;
      }
      thin(xy, kept, from, to);
      from = to;
    }
    int[] out = new int[xy.length];
    int n = 0;
    for (int i = 0; i <= last; i++) {
      if (kept[i]) {
        out[n++] = xy[2 * i];
        out[n++] = xy[2 * i + 1];
      }
    }
    return Arrays.copyOf(out, n);
  }

  private void thin(int[] xy, boolean[] kept, int from, int to) {
    int farthest = -1;
    double most = PLAIN_SHARE * width * PLAIN_SHARE * width;
    for (int i = from + 1; i < to; i++) {
      double off =
          Exact.squaredDistance(
              xy[2 * from], xy[2 * from + 1], xy[2 * to], xy[2 * to + 1], xy[2 * i], xy[2 * i + 1]);
      if (off > most) {
        most = off;
        farthest = i;
      }
    }
    if (farthest >= 0) {
      kept[farthest] = true;
      thin(xy, kept, from, farthest);
      thin(xy, kept, farthest, to);
    }
  }

  /** Whether a place lies that far off all that is around the gap. */
  private boolean isClear(int x, int y, double room) {
    int[] ring = sides.ring();
    for (int k = 0; k + 1 < ring.length; k++) {
      int p = ring[k];
      int q = ring[k + 1];
      if (Exact.squaredDistance(points.x(p), points.y(p), points.x(q), points.y(q), x, y)
          < room * room) {
        return false;
      }
    }
    return true;
  }

  private boolean staysInside(List<int[]> lines) {
    if (lines.get(0).length < 6) {
      return false;
    }
    for (int[] line : lines) {
      for (int i = 0; i + 3 < line.length; i += 2) {
        if (meetsBank(line[i], line[i + 1], line[i + 2], line[i + 3])) {
          return false;
        }
      }
    }
    return isSimple(lines);
  }

  /** Whether a step comes upon the ring around the gap elsewhere than in its own ends. */
  private boolean meetsBank(int ax, int ay, int bx, int by) {
    int[] ring = sides.ring();
    for (int k = 0; k + 1 < ring.length; k++) {
      int px = points.x(ring[k]);
      int py = points.y(ring[k]);
      boolean isEnd = (px == ax && py == ay) || (px == bx && py == by);
      if (!isEnd
          && Exact.squaredDistance(ax, ay, bx, by, px, py) < CLEARANCE_CELLS * CLEARANCE_CELLS) {
        return true;
      }
      int nextX = points.x(ring[k + 1]);
      int nextY = points.y(ring[k + 1]);
      if (Exact.cross(ax, ay, bx, by, px, py, nextX, nextY)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSimple(List<int[]> lines) {
    for (int m = 0; m < lines.size(); m++) {
      for (int n = m; n < lines.size(); n++) {
        int[] one = lines.get(m);
        int[] other = lines.get(n);
        for (int i = 0; i + 3 < one.length; i += 2) {
          for (int j = m == n ? i + 2 : 0; j + 3 < other.length; j += 2) {
            if (Exact.cross(
                one[i],
                one[i + 1],
                one[i + 2],
                one[i + 3],
                other[j],
                other[j + 1],
                other[j + 2],
                other[j + 3])) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }
}
