package onegrid.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A line of at least two points of the grid. Never changed; equal when its points are. */
public final class GridLine {
  private final int[] xy;

  private GridLine(int[] xy) {
    if (xy.length < 4 || xy.length % 2 != 0) {
      throw new IllegalArgumentException("a line needs two points: " + Arrays.toString(xy));
    }
    this.xy = xy;
  }

  /** The line through points given as x and y in turn. */
  public static GridLine of(int... xy) {
    return new GridLine(xy.clone());
  }

  public static GridLine of(List<GridPoint> points) {
    return new GridLine(points.stream().flatMapToInt(p -> IntStream.of(p.x(), p.y())).toArray());
  }

  /** How many points it has. */
  public int size() {
    return xy.length / 2;
  }

  public int x(int i) {
    return xy[2 * i];
  }

  public int y(int i) {
    return xy[2 * i + 1];
  }

  public GridPoint point(int i) {
    return new GridPoint(x(i), y(i));
  }

  public GridPoint first() {
    return point(0);
  }

  public GridPoint last() {
    return point(size() - 1);
  }

  /** Whether it ends where it starts. */
  public boolean isClosed() {
    return x(0) == x(size() - 1) && y(0) == y(size() - 1);
  }

  /** x and y in turn. */
  public int[] toArray() {
    return xy.clone();
  }

  /** The place of a point among its points, the first of several; -1 for none. */
  public int indexOf(GridPoint p) {
    for (int i = 0; i < size(); i++) {
      if (x(i) == p.x() && y(i) == p.y()) {
        return i;
      }
    }
    return -1;
  }

  GridLine with(int i, GridPoint p) {
    int[] moved = xy.clone();
    moved[2 * i] = p.x();
    moved[2 * i + 1] = p.y();
    return new GridLine(moved);
  }

  /** With one more point, which has the place {@code i} then. */
  GridLine inserted(int i, GridPoint p) {
    int[] more = new int[xy.length + 2];
    System.arraycopy(xy, 0, more, 0, 2 * i);
    more[2 * i] = p.x();
    more[2 * i + 1] = p.y();
    System.arraycopy(xy, 2 * i, more, 2 * i + 2, xy.length - 2 * i);
    return new GridLine(more);
  }

  GridLine without(int i) {
    int[] fewer = new int[xy.length - 2];
    System.arraycopy(xy, 0, fewer, 0, 2 * i);
    System.arraycopy(xy, 2 * i + 2, fewer, 2 * i, fewer.length - 2 * i);
    return new GridLine(fewer);
  }

  /** From one of its points to a later one. */
  GridLine part(int from, int to) {
    return new GridLine(Arrays.copyOfRange(xy, 2 * from, 2 * to + 2));
  }

  GridLine reversed() {
    int[] back = new int[xy.length];
    for (int i = 0; i < size(); i++) {
      back[2 * i] = x(size() - 1 - i);
      back[2 * i + 1] = y(size() - 1 - i);
    }
    return new GridLine(back);
  }

  /**
   * What it adds to twice the area of a ring, in square cells. The sum over a closed ring is exact,
   * even where a term on the way ran over: sums of {@code long} are true modulo 2^64.
   */
  long crossSum() {
    long sum = 0;
    for (int i = 0; i + 1 < size(); i++) {
      sum += (long) x(i) * y(i + 1) - (long) x(i + 1) * y(i);
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GridLine line && Arrays.equals(xy, line.xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return Arrays.toString(xy);
  }
}
