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

  /** How far each point lies along its ring; how long the segment from it is, and each ring. */
  private final float[] lengthTo;

  private final float[] step;
  private final float[] ringLength;

  PointLimits(Drawing drawing, SegmentGrid grid, double toleranceCells) {
    this.drawing = drawing;
    this.grid = grid;
    this.tolerance = toleranceCells;
    int n = drawing.x.length;
    this.limits = new float[n];
    Arrays.fill(limits, -1);
    this.lengthTo = new float[n];
    this.step = new float[n];
    this.ringLength = new float[drawing.pieceOf.length];
    for (int i = 0; i < n; i++) {
      int ring = drawing.ringOf[i];
      step[i] = (float) Exact.distance(grid.x1[i], grid.y1[i], grid.x2[i], grid.y2[i]);
      lengthTo[i] = ringLength[ring];
      ringLength[ring] += step[i];
    }
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
    int piece = drawing.pieceAt(point);
    double reach = tolerance / SHARE_OF_WIDTH;
    double squaredWidth = reach * reach;
    int c0 = grid.column((long) (px - reach));
    int c1 = grid.column((long) (px + reach));
    int r1 = grid.row((long) (py + reach));
    for (int r = grid.row((long) (py - reach)); r <= r1; r++) {
      int end = grid.bucketEnd(r * grid.columns + c1);
      for (int i = grid.bucketStart(r * grid.columns + c0); i < end; i++) {
        int s = grid.item(i);
        if (drawing.pieceAt(s) == piece && !grid.boxIsBeyond(s, px, py, squaredWidth)) {
          double d = Exact.squaredDistance(grid.x1[s], grid.y1[s], grid.x2[s], grid.y2[s], px, py);
          if (d < squaredWidth && isOtherSide(point, s)) {
            squaredWidth = d;
          }
        }
      }
    }
    // A ring that touches itself has no width there to keep.
    return squaredWidth < 1
        ? tolerance
        : Math.min(tolerance, Math.sqrt(squaredWidth) * SHARE_OF_WIDTH);
  }

  private boolean isOtherSide(int point, int segment) {
    int ring = drawing.ringOf[point];
    if (ring != drawing.ringOf[segment]) {
      return true;
    }
    double forward = Math.abs(lengthTo[segment] - lengthTo[point]);
    double backward = ringLength[ring] - forward;
    double nearEnd = Math.min(forward, backward) - step[segment];
    return nearEnd > Math.min(CORNER * tolerance, ringLength[ring] / 4);
  }
}
