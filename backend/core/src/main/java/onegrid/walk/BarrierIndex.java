package onegrid.walk;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells whether a straight line crosses a barrier, exactly: coordinates are whole cells and the
 * predicate is computed in whole numbers. Touching counts as crossing. Safe for many threads.
 */
public final class BarrierIndex {
  private final List<Barrier> barriers;
  private final int[] x0;
  private final int[] y0;
  private final int[] x1;
  private final int[] y1;
  private final int[] owner;
  private final CellGrid grid;

  BarrierIndex(List<Barrier> barriers) {
    this.barriers = List.copyOf(barriers);
    int segments = barriers.stream().mapToInt(b -> b.xs().length - 1).sum();
    x0 = new int[segments];
    y0 = new int[segments];
    x1 = new int[segments];
    y1 = new int[segments];
    owner = new int[segments];
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    int s = 0;
    for (int b = 0; b < barriers.size(); b++) {
      int[] xs = barriers.get(b).xs();
      int[] ys = barriers.get(b).ys();
      for (int i = 0; i < xs.length; i++) {
        minX = Math.min(minX, xs[i]);
        maxX = Math.max(maxX, xs[i]);
        minY = Math.min(minY, ys[i]);
        maxY = Math.max(maxY, ys[i]);
        if (i > 0) {
          x0[s] = xs[i - 1];
          y0[s] = ys[i - 1];
          x1[s] = xs[i];
          y1[s] = ys[i];
          owner[s++] = b;
        }
      }
    }
    grid = segments == 0 ? new CellGrid(0, 0, 0, 0, 1) : new CellGrid(minX, minY, maxX, maxY, s);
    for (int i = 0; i < segments; i++) {
      grid.countSegment(x0[i], y0[i], x1[i], y1[i]);
    }
    grid.counted();
    for (int i = 0; i < segments; i++) {
      grid.putSegment(x0[i], y0[i], x1[i], y1[i], i);
    }
    grid.filled();
  }

  /** The barriers, in the order in which {@link #allCrossed} numbers them. */
  public List<Barrier> barriers() {
    return barriers;
  }

  public boolean isEmpty() {
    return owner.length == 0;
  }

  /** Whether a segment crosses or touches any barrier. */
  public boolean crosses(int ax, int ay, int bx, int by) {
    if (owner.length == 0) {
      return false;
    }
    int lowRow = Math.max(0, grid.row(Math.min(ay, by)));
    int highRow = Math.min(grid.rows() - 1, grid.row(Math.max(ay, by)));
    int lowColumn = Math.max(0, grid.column(Math.min(ax, bx)));
    int highColumn = Math.min(grid.columns() - 1, grid.column(Math.max(ax, bx)));
    for (int row = lowRow; row <= highRow; row++) {
      for (int column = lowColumn; column <= highColumn; column++) {
        int square = row * grid.columns() + column;
        for (int at = grid.start(square); at < grid.start(square + 1); at++) {
          int s = grid.thing(at);
          if (meet(ax, ay, bx, by, x0[s], y0[s], x1[s], y1[s])) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The numbers of all barriers that a segment meets, in the order in which it meets them. */
  public int[] allCrossed(int ax, int ay, int bx, int by) {
    TreeMap<Double, TreeSet<Integer>> met = new TreeMap<>();
    each(
        ax,
        ay,
        bx,
        by,
        s -> {
          double t = along(s, ax, ay, bx, by);
          met.computeIfAbsent(t, k -> new TreeSet<>()).add(owner[s]);
        });
    return met.values().stream().flatMap(TreeSet::stream).mapToInt(b -> b).distinct().toArray();
  }

  /** Tells the segments of barriers that a segment meets; some may be told twice. */
  void each(int ax, int ay, int bx, int by, java.util.function.IntConsumer visitor) {
    if (owner.length == 0) {
      return;
    }
    grid.squaresOf(
        ax,
        ay,
        bx,
        by,
        square -> {
          for (int at = grid.start(square); at < grid.start(square + 1); at++) {
            int s = grid.thing(at);
            if (meet(ax, ay, bx, by, x0[s], y0[s], x1[s], y1[s])) {
              visitor.accept(s);
            }
          }
        });
  }

  int ownerOf(int segment) {
    return owner[segment];
  }

  /** How far along a segment it meets a barrier's segment, from 0 to 1. */
  double along(int s, int ax, int ay, int bx, int by) {
    double dx = (double) bx - ax;
    double dy = (double) by - ay;
    double ex = (double) x1[s] - x0[s];
    double ey = (double) y1[s] - y0[s];
    double cross = dx * ey - dy * ex;
    double t =
        cross == 0
            // On one line: where the barrier's nearer end is.
            ? Math.min(onto(x0[s], y0[s], ax, ay, dx, dy), onto(x1[s], y1[s], ax, ay, dx, dy))
            : (((double) x0[s] - ax) * ey - ((double) y0[s] - ay) * ex) / cross;
    return Math.max(0, Math.min(1, t));
  }

  private static double onto(int x, int y, int ax, int ay, double dx, double dy) {
    double length2 = dx * dx + dy * dy;
    return length2 == 0
        ? 0
        : Math.max(0, (((double) x - ax) * dx + ((double) y - ay) * dy)) / length2;
  }

  /** Whether two closed segments share a point. */
  public static boolean meet(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) {
    if (Math.max(ax, bx) < Math.min(cx, dx)
        || Math.max(cx, dx) < Math.min(ax, bx)
        || Math.max(ay, by) < Math.min(cy, dy)
        || Math.max(cy, dy) < Math.min(ay, by)) {
      return false;
    }
    return turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) <= 0
        && turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) <= 0;
  }

  private static int turn(int ax, int ay, int bx, int by, int px, int py) {
    return Long.signum(((long) bx - ax) * ((long) py - ay) - ((long) by - ay) * ((long) px - ax));
  }
}
