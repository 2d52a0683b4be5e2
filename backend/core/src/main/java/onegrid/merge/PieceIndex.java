package onegrid.merge;

import java.util.Arrays;

/**
 * Finds the pieces of a drawing at a point: square buckets, each listing the boxes that touch it.
 */
final class PieceIndex {
  private static final int PIECES_PER_BUCKET = 2;

  private final Drawing drawing;
  private final int[][] boxes;
  private final int minX;
  private final int minY;
  private final int bucket;
  private final int columns;
  private final int rows;
  private final int[] start;
  private final int[] items;

  PieceIndex(Drawing drawing) {
    this.drawing = drawing;
    int n = drawing.pieces();
    boxes = new int[n][];
    int loX = Integer.MAX_VALUE;
    int loY = Integer.MAX_VALUE;
    int hiX = Integer.MIN_VALUE;
    int hiY = Integer.MIN_VALUE;
    for (int p = 0; p < n; p++) {
      boxes[p] = drawing.box(p);
      loX = Math.min(loX, boxes[p][0]);
      loY = Math.min(loY, boxes[p][1]);
      hiX = Math.max(hiX, boxes[p][2]);
      hiY = Math.max(hiY, boxes[p][3]);
    }
    minX = n == 0 ? 0 : loX;
    minY = n == 0 ? 0 : loY;
    double width = n == 0 ? 1 : (double) hiX - loX + 1;
    double height = n == 0 ? 1 : (double) hiY - loY + 1;
    double cells = Math.max(1, n / (double) PIECES_PER_BUCKET);
    bucket = (int) Math.min(Integer.MAX_VALUE, Math.max(1000, Math.sqrt(width * height / cells)));
    columns = (int) (width / bucket) + 1;
    rows = (int) (height / bucket) + 1;
    start = new int[columns * rows + 1];
    for (int[] box : boxes) {
      forBuckets(box, at -> start[at + 1]++);
    }
    for (int i = 0; i < columns * rows; i++) {
      start[i + 1] += start[i];
    }
    items = new int[start[columns * rows]];
    int[] fill = Arrays.copyOf(start, columns * rows);
    for (int p = 0; p < n; p++) {
      int piece = p;
      forBuckets(boxes[p], at -> items[fill[at]++] = piece);
    }
  }

  private void forBuckets(int[] box, java.util.function.IntConsumer visitor) {
    for (int r = (box[1] - minY) / bucket; r <= (box[3] - minY) / bucket; r++) {
      for (int c = (box[0] - minX) / bucket; c <= (box[2] - minX) / bucket; c++) {
        visitor.accept(r * columns + c);
      }
    }
  }

  /** Adds the pieces that hold (x, y + ½), each plus an offset, ascending. */
  void at(int x, int y, int offset, IntList found) {
    int at = bucketAt(x, y);
    for (int i = at < 0 ? 0 : start[at]; at >= 0 && i < start[at + 1]; i++) {
      if (holds(items[i], x, y)) {
        found.add(items[i] + offset);
      }
    }
  }

  /** Whether a piece of a cell holds (x, y + ½). */
  boolean isIn(int cell, int x, int y) {
    int at = bucketAt(x, y);
    for (int i = at < 0 ? 0 : start[at]; at >= 0 && i < start[at + 1]; i++) {
      if (drawing.cellOf[items[i]] == cell && holds(items[i], x, y)) {
        return true;
      }
    }
    return false;
  }

  private int bucketAt(int x, int y) {
    long c = ((long) x - minX) / bucket;
    long r = ((long) y - minY) / bucket;
    return x < minX || y < minY || c >= columns || r >= rows ? -1 : (int) (r * columns + c);
  }

  private boolean holds(int piece, int x, int y) {
    int[] box = boxes[piece];
    return box[0] <= x
        && x <= box[2]
        && box[1] <= y
        && y <= box[3]
        && drawing.contains(piece, x, y);
  }
}
