package onegrid.reach;

import java.util.Arrays;
import onegrid.walk.CellGrid;
import onegrid.walk.WalkNetwork;

/** Looks for the link of one place after another. Not for several threads. */
final class LinkSearch {
  int edge;
  int offsetMm;
  int legMm;
  boolean unclearSide;

  private final WalkNetwork network;
  private final CellGrid grid;
  private final long limitMm;
  private final double limit2;

  /** What {@link #nearest} found so far. */
  private int best;

  private long bestMm;
  private double best2;

  private int[] candidates = new int[64];
  private double[] keys = new double[64];
  private int size;

  /** What {@link #measure} found out about an edge. */
  private double footX;

  private double footY;
  private double footMm;
  private boolean sideUnclear;

  LinkSearch(Linker linker, int limitMetres) {
    this.network = linker.network;
    this.grid = linker.grid;
    this.limitMm = limitMetres * 1000L;
    // A hair more than the limit: the millimetre decides.
    this.limit2 = (limitMetres * 100.0 + 1) * (limitMetres * 100.0 + 1);
  }

  void find(int x, int y) {
    edge = Links.NONE;
    offsetMm = 0;
    legMm = 0;
    unclearSide = false;
    if (!nearest(x, y)) {
      nearestInSight(x, y);
    }
  }

  /**
   * Looks for the nearest edge on the right side without remembering any other; false when
   * something stands between, which is rare.
   */
  private boolean nearest(int x, int y) {
    best = Links.NONE;
    bestMm = limitMm;
    best2 = limit2;
    int column = grid.column(x);
    int row = grid.row(y);
    int side = grid.sideCells();
    int outside =
        Math.max(
            Math.max(-column, column - grid.columns() + 1), Math.max(-row, row - grid.rows() + 1));
    long insideMm = insideMm(x, y);
    for (int ring = Math.max(0, outside); ; ring++) {
      int top = Math.min(grid.rows() - 1, row + ring);
      int right = Math.min(grid.columns() - 1, column + ring);
      for (int r = Math.max(0, row - ring); r <= top; r++) {
        int step = r == row - ring || r == row + ring ? 1 : Math.max(1, 2 * ring);
        double awayY = away(grid.inSquareY(y), r - row, side);
        for (int c = column - ring; c <= right; c += step) {
          if (c >= 0) {
            double awayX = away(grid.inSquareX(x), c - column, side);
            if (awayX * awayX + awayY * awayY <= best2) {
              look(r * grid.columns() + c, x, y);
            }
          }
        }
      }
      long seenMm = (long) ring * side * 10 + insideMm;
      if (seenMm > bestMm) {
        break;
      }
    }
    if (best == Links.NONE) {
      return true;
    }
    measure(best, x, y);
    if (barred(x, y)) {
      return false;
    }
    edge = best;
    legMm = (int) bestMm;
    offsetMm = (int) Math.max(0, Math.min(network.lengthMm(best), Math.round(footMm)));
    unclearSide = sideUnclear;
    return true;
  }

  /** How far a place at {@code in} of its own square is from the square so many further on. */
  private static double away(int in, int squares, int side) {
    return squares == 0
        ? 0
        : squares > 0 ? (double) squares * side - in : in - (squares + 1.0) * side;
  }

  private void look(int square, int x, int y) {
    int end = grid.start(square + 1);
    for (int at = grid.start(square); at < end; at++) {
      int entry = grid.thing(at);
      int e = entry >>> Linker.SEGMENT_BITS;
      double distance2 = distance2(entry, x, y);
      if (distance2 <= best2) {
        closer(e, distance2, x, y);
      }
    }
  }

  private void closer(int e, double distance2, int x, int y) {
    long mm = network.side(e) == 0 ? mm(distance2) : measure(e, x, y);
    if (mm < bestMm || (mm == bestMm && (best == Links.NONE || e < best))) {
      best = e;
      bestMm = mm;
      // All that may round to the same millimetre.
      double most = (mm + 1) / 10.0;
      best2 = Math.min(best2, most * most);
    }
  }

  private void nearestInSight(int x, int y) {
    size = 0;
    int column = grid.column(x);
    int row = grid.row(y);
    long side = grid.sideCells() * 10L;
    // Squares outside the grid hold nothing; start where the first ring can touch it.
    int outside =
        Math.max(
            Math.max(-column, column - grid.columns() + 1), Math.max(-row, row - grid.rows() + 1));
    for (int ring = Math.max(0, outside); ; ring++) {
      ring(x, y, column, row, ring);
      // Whatever is not in these squares is at least this far away.
      long seenMm = ring * side + insideMm(x, y);
      if (accept(x, y, Math.min(seenMm, limitMm + 1)) || seenMm > limitMm) {
        return;
      }
    }
  }

  /** How far the place is from the nearest border of its own square. */
  private long insideMm(int x, int y) {
    int mask = grid.sideCells() - 1;
    int inX = grid.inSquareX(x);
    int inY = grid.inSquareY(y);
    return 10L * Math.min(Math.min(inX, mask - inX), Math.min(inY, mask - inY));
  }

  private void ring(int x, int y, int column, int row, int ring) {
    int left = column - ring;
    int right = column + ring;
    for (int r = Math.max(0, row - ring); r <= Math.min(grid.rows() - 1, row + ring); r++) {
      if (r == row - ring || r == row + ring) {
        for (int c = Math.max(0, left); c <= Math.min(grid.columns() - 1, right); c++) {
          square(x, y, r * grid.columns() + c);
        }
      } else {
        if (left >= 0 && left < grid.columns()) {
          square(x, y, r * grid.columns() + left);
        }
        if (right >= 0 && right < grid.columns()) {
          square(x, y, r * grid.columns() + right);
        }
      }
    }
  }

  /** The squared distance of an entry of the grid: a segment, or an edge in whole. */
  private double distance2(int entry, int x, int y) {
    int e = entry >>> Linker.SEGMENT_BITS;
    int i = entry & Linker.WHOLE_EDGE;
    return i == Linker.WHOLE_EDGE ? whole(e, x, y) : network.distance2(e, i - 1, x, y);
  }

  private void square(int x, int y, int square) {
    int end = grid.start(square + 1);
    for (int at = grid.start(square); at < end; at++) {
      int entry = grid.thing(at);
      int e = entry >>> Linker.SEGMENT_BITS;
      double distance2 = distance2(entry, x, y);
      if (distance2 <= limit2) {
        offer(e, distance2);
      }
    }
  }

  private void offer(int e, double distance2) {
    for (int i = 0; i < size; i++) {
      if (candidates[i] == e) {
        keys[i] = Math.min(keys[i], distance2);
        return;
      }
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      candidates = Arrays.copyOf(candidates, size * 2);
    }
    keys[size] = distance2;
    candidates[size++] = e;
  }

  private double whole(int e, int x, int y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < network.points(e); i++) {
      nearest = Math.min(nearest, network.distance2(e, i - 1, x, y));
    }
    return nearest;
  }

  /** Takes the nearest candidate that can be seen, if nothing unseen can be nearer. */
  private boolean accept(int x, int y, long seenMm) {
    while (true) {
      int least = -1;
      long leastMm = Long.MAX_VALUE;
      double near = 0;
      for (int i = 0; i < size; i++) {
        if (keys[i] < Double.POSITIVE_INFINITY && (least < 0 || keys[i] <= near)) {
          long mm = mm(keys[i]);
          if (mm < leastMm || (mm == leastMm && candidates[i] < candidates[least])) {
            least = i;
            leastMm = mm;
            near = (mm + 1) * (mm + 1) / 100.0;
          }
        }
      }
      if (least < 0 || leastMm >= seenMm) {
        return false;
      }
      int e = candidates[least];
      long mm = measure(e, x, y);
      if (mm <= limitMm && !barred(x, y)) {
        edge = e;
        legMm = (int) mm;
        offsetMm = (int) Math.max(0, Math.min(network.lengthMm(e), Math.round(footMm)));
        unclearSide = sideUnclear;
        return true;
      }
      keys[least] = Double.POSITIVE_INFINITY;
    }
  }

  private static long mm(double distance2) {
    return distance2 == Double.POSITIVE_INFINITY
        ? Long.MAX_VALUE
        : Math.round(Math.sqrt(distance2) * 10);
  }

  private boolean barred(int x, int y) {
    return network.barriers().crosses(x, y, (int) Math.round(footX), (int) Math.round(footY));
  }

  /** The distance to an edge in millimetres, and its foot; beyond the limit for the wrong side. */
  private long measure(int e, int x, int y) {
    double least = Double.POSITIVE_INFINITY;
    double along = 0;
    double turn = 0;
    boolean end = false;
    int n = network.points(e);
    double ax = network.x(e, 0);
    double ay = network.y(e, 0);
    for (int i = 1; i < n; i++) {
      double bx = network.x(e, i);
      double by = network.y(e, i);
      double dx = bx - ax;
      double dy = by - ay;
      double px = x - ax;
      double py = y - ay;
      double length2 = dx * dx + dy * dy;
      double t = length2 == 0 ? 0 : (px * dx + py * dy) / length2;
      t = t < 0 ? 0 : Math.min(t, 1);
      double ex = px - t * dx;
      double ey = py - t * dy;
      double distance2 = ex * ex + ey * ey;
      if (distance2 < least) {
        least = distance2;
        footX = ax + t * dx;
        footY = ay + t * dy;
        footMm = (along + t * Math.sqrt(length2)) * 10;
        turn = dx * py - dy * px;
        end = (t == 0 && i == 1) || (t == 1 && i == n - 1);
      }
      // A straight edge, which most are, needs no root here.
      along += n == 2 ? 0 : Math.sqrt(length2);
      ax = bx;
      ay = by;
    }
    int side = network.side(e);
    sideUnclear = side != 0 && (turn == 0 || end);
    if (side != 0 && turn != 0 && (turn > 0) != (side > 0)) {
      return Long.MAX_VALUE;
    }
    return mm(least);
  }
}
