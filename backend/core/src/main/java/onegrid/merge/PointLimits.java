package onegrid.merge;

import java.util.Arrays;

/**
 * How far each point of a drawing may move: the layer's tolerance, but less than half the width
 * that its own cell has there, so that a lane or a narrow cell cannot collapse. Each limit is found
 * when it is first asked for; safe across threads, as all find the same.
 */
final class PointLimits {
  /** Two sides that each move by less than this share of the width between them cannot meet. */
  private static final double SHARE_OF_WIDTH = 0.45;

  /** Parts of a ring this many tolerances apart along it are two sides, not one corner. */
  private static final double CORNER = 4;

  private final Drawing drawing;
  private final SegmentGrid grid;
  private final double tolerance;
  private final float[] limits;
  private final double[] lengthTo;

  PointLimits(Drawing drawing, SegmentGrid grid, double toleranceCells) {
    this.drawing = drawing;
    this.grid = grid;
    this.tolerance = toleranceCells;
    this.limits = new float[drawing.x.length];
    Arrays.fill(limits, -1);
    this.lengthTo = new double[drawing.x.length];
    for (int i = 1; i < drawing.x.length; i++) {
      lengthTo[i] = drawing.ringOf[i] == drawing.ringOf[i - 1] ? lengthTo[i - 1] + step(i - 1) : 0;
    }
  }

  private double step(int i) {
    int j = drawing.next(i);
    return Math.hypot((double) drawing.x[j] - drawing.x[i], (double) drawing.y[j] - drawing.y[i]);
  }

  double cells(int point) {
    if (limits[point] < 0) {
      limits[point] = (float) find(point);
    }
    return limits[point];
  }

  private double find(int point) {
    int px = drawing.x[point];
    int py = drawing.y[point];
    double reach = tolerance / SHARE_OF_WIDTH;
    double width = reach;
    int c0 = grid.column((long) (px - reach));
    int c1 = grid.column((long) (px + reach));
    int r1 = grid.row((long) (py + reach));
    for (int r = grid.row((long) (py - reach)); r <= r1; r++) {
      for (int at = r * grid.columns + c0; at <= r * grid.columns + c1; at++) {
        for (int i = grid.bucketStart(at); i < grid.bucketEnd(at); i++) {
          int s = grid.item(i);
          if (drawing.pieceAt(s) == drawing.pieceAt(point) && isOtherSide(point, s)) {
            double d =
                Exact.squaredDistance(grid.x1[s], grid.y1[s], grid.x2[s], grid.y2[s], px, py);
            width = Math.min(width, Math.sqrt(d));
          }
        }
      }
    }
    // A ring that touches itself has no width there to keep.
    return width < 1 ? tolerance : Math.min(tolerance, width * SHARE_OF_WIDTH);
  }

  private boolean isOtherSide(int point, int segment) {
    int ring = drawing.ringOf[point];
    if (ring != drawing.ringOf[segment]) {
      return true;
    }
    int last = drawing.ringStart[ring + 1] - 1;
    double whole = lengthTo[last] + step(last);
    double forward = Math.abs(lengthTo[segment] - lengthTo[point]);
    double backward = whole - forward;
    double nearEnd = Math.min(forward, backward) - step(segment);
    return nearEnd > Math.min(CORNER * tolerance, whole / 4);
  }
}
