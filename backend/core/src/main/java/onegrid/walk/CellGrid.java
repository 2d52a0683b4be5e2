package onegrid.walk;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which things lie in which square of the ground: a list of ints for each square, all in one array.
 * Fill it twice, first counting, then putting. Not for several threads while it is filled.
 */
public final class CellGrid {
  private static final int SMALLEST_SHIFT = 12;

  /** Instead of a thing: squares are counted; things are not negative. */
  private static final int COUNTING = -1;

  private final int minX;
  private final int minY;
  private final int shift;
  private final int columns;
  private final int rows;
  private final int[] first;
  private int[] things = {};

  /**
   * A grid over a rectangle in cells of the frame.
   *
   * @param expected how many things will be put; there are about as many squares
   */
  public CellGrid(int minX, int minY, int maxX, int maxY, int expected) {
    this.minX = minX;
    this.minY = minY;
    int chosen = SMALLEST_SHIFT;
    while (squares(maxX, minX, chosen) * squares(maxY, minY, chosen)
        > Math.max(64L, expected * 2L)) {
      chosen++;
    }
    this.shift = chosen;
    this.columns = (int) squares(maxX, minX, chosen);
    this.rows = (int) squares(maxY, minY, chosen);
    this.first = new int[columns * rows + 1];
  }

  private static long squares(int max, int min, int shift) {
    return (((long) max - min) >> shift) + 1;
  }

  /** The side of a square, in cells of the frame. */
  public int sideCells() {
    return 1 << shift;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** The column of an east coordinate, perhaps outside the grid. */
  public int column(int x) {
    return (int) (((long) x - minX) >> shift);
  }

  /** The row of a north coordinate, perhaps outside the grid. */
  public int row(int y) {
    return (int) (((long) y - minY) >> shift);
  }

  /** How far inside its square an east coordinate is, in cells. */
  public int inSquareX(int x) {
    return (int) (((long) x - minX) & ((1L << shift) - 1));
  }

  /** How far inside its square a north coordinate is, in cells. */
  public int inSquareY(int y) {
    return (int) (((long) y - minY) & ((1L << shift) - 1));
  }

  /** Where the things of a square begin; they end where those of the next square begin. */
  public int start(int square) {
    return first[square];
  }

  public int thing(int at) {
    return things[at];
  }

  /** First pass: a thing will be put into a square. */
  public void count(int square) {
    first[square + 1]++;
  }

  /** Between the passes. */
  public void counted() {
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    things = new int[first[first.length - 1]];
  }

  /** Second pass: puts a thing into a square. */
  public void put(int square, int thing) {
    // The starts move up as squares fill; filled() puts them back.
    things[first[square]++] = thing;
  }

  /** After the second pass. */
  public void filled() {
    System.arraycopy(first, 0, first, 1, first.length - 1);
    first[0] = 0;
  }

  /** Tells all squares that a segment may touch, each once. */
  public void squaresOf(int x0, int y0, int x1, int y1, IntConsumer visitor) {
    each(x0, y0, x1, y1, visitor, 0);
  }

  /** First pass: a segment will be put into all squares that it may touch. */
  public void countSegment(int x0, int y0, int x1, int y1) {
    each(x0, y0, x1, y1, null, COUNTING);
  }

  /** Second pass: puts a segment into all squares that it may touch. */
  public void putSegment(int x0, int y0, int x1, int y1, int thing) {
    each(x0, y0, x1, y1, null, thing);
  }

  private void each(int x0, int y0, int x1, int y1, @Nullable IntConsumer visitor, int thing) {
    int lowRow = Math.max(0, row(Math.min(y0, y1)));
    int highRow = Math.min(rows - 1, row(Math.max(y0, y1)));
    int lowColumn = Math.max(0, column(Math.min(x0, x1)));
    int highColumn = Math.min(columns - 1, column(Math.max(x0, x1)));
    boolean straight = lowColumn == highColumn || lowRow == highRow;
    double slope = straight ? 0 : ((double) x1 - x0) / ((double) y1 - y0);
    for (int row = lowRow; row <= highRow; row++) {
      int from = lowColumn;
      int to = highColumn;
      if (!straight) {
        long bottom = minY + ((long) row << shift);
        long top = bottom + (1L << shift);
        double a = x0 + (Math.max(bottom, Math.min(y0, y1)) - y0) * slope;
        double b = x0 + (Math.min(top, Math.max(y0, y1)) - y0) * slope;
        from = Math.max(lowColumn, column((int) Math.floor(Math.min(a, b)) - 1));
        to = Math.min(highColumn, column((int) Math.ceil(Math.max(a, b)) + 1));
      }
      for (int square = row * columns + from; square <= row * columns + to; square++) {
        if (visitor != null) {
          visitor.accept(square);
        } else if (thing == COUNTING) {
          count(square);
        } else {
          put(square, thing);
        }
      }
    }
  }
}
