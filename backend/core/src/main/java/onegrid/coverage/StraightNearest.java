package onegrid.coverage;

import java.util.Arrays;
import java.util.List;
import onegrid.walk.CellGrid;
import org.locationtech.jts.geom.Coordinate;

/** The nearest of some doors as the crow flies, in whole cells; the lower station of two. */
final class StraightNearest {
  private final int[] xs;
  private final int[] ys;
  private final int[] station;
  private final CellGrid grid;

  /** What was found last. */
  int nearestStation = -1;

  int metresTimes1000;

  StraightNearest(List<Coordinate> doors, int[] stationOfDoor, boolean[] counts) {
    int[] used = new int[doors.size()];
    int n = 0;
    for (int d = 0; d < used.length; d++) {
      if (counts[stationOfDoor[d]]) {
        used[n++] = d;
      }
    }
    used = Arrays.copyOf(used, n);
    xs = Arrays.stream(used).map(d -> Doors.x(doors.get(d))).toArray();
    ys = Arrays.stream(used).map(d -> Doors.y(doors.get(d))).toArray();
    station = Arrays.stream(used).map(d -> stationOfDoor[d]).toArray();
    grid =
        n == 0
            ? new CellGrid(0, 0, 0, 0, 1)
            : new CellGrid(
                Arrays.stream(xs).min().orElseThrow(),
                Arrays.stream(ys).min().orElseThrow(),
                Arrays.stream(xs).max().orElseThrow(),
                Arrays.stream(ys).max().orElseThrow(),
                n);
    for (int i = 0; i < n; i++) {
      grid.count(grid.row(ys[i]) * grid.columns() + grid.column(xs[i]));
    }
    grid.counted();
    for (int i = 0; i < n; i++) {
      grid.put(grid.row(ys[i]) * grid.columns() + grid.column(xs[i]), i);
    }
    grid.filled();
  }

  /** Looks for the door nearest to a place, however far. */
  void find(int x, int y) {
    nearestStation = -1;
    metresTimes1000 = -1;
    if (station.length == 0) {
      return;
    }
    int column = Math.max(0, Math.min(grid.columns() - 1, grid.column(x)));
    int row = Math.max(0, Math.min(grid.rows() - 1, grid.row(y)));
    long best = Long.MAX_VALUE;
    int most = Math.max(grid.columns(), grid.rows());
    for (int ring = 0; ring <= most; ring++) {
      // The place may lie outside the grid, then every square is further than its ring says.
      double seen = Math.max(0, ring - 1) * (double) grid.sideCells();
      if (best < Long.MAX_VALUE && seen * seen > best) {
        break;
      }
      for (int r = Math.max(0, row - ring); r <= Math.min(grid.rows() - 1, row + ring); r++) {
        int step = r == row - ring || r == row + ring ? 1 : Math.max(1, 2 * ring);
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c >= 0 && c < grid.columns()) {
            best = square(x, y, r * grid.columns() + c, best);
          }
        }
      }
    }
    metresTimes1000 = (int) Math.min(Integer.MAX_VALUE, Math.round(Math.sqrt((double) best) * 10));
  }

  private long square(int x, int y, int square, long before) {
    long best = before;
    for (int at = grid.start(square); at < grid.start(square + 1); at++) {
      int i = grid.thing(at);
      long dx = (long) xs[i] - x;
      long dy = (long) ys[i] - y;
      long distance2 = dx * dx + dy * dy;
      if (distance2 < best || (distance2 == best && station[i] < nearestStation)) {
        best = distance2;
        nearestStation = station[i];
      }
    }
    return best;
  }
}
