package onegrid.merge;

import java.util.Arrays;
import java.util.List;
import onegrid.geo.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * What a layer's own data tells about how it was drawn: a constant shift against stronger layers,
 * and how far its borders lie from theirs once that is undone.
 *
 * <p>Distances from a layer's points to the nearest stronger line are of two kinds. Where both mean
 * the same border they pile up near zero; where they do not, they are spread evenly. The even part
 * is measured far out and taken away; the tolerance reaches to where nearly all of the pile lies.
 */
final class LayerMeasure {
  private static final double REACH_CELLS = 6000;
  private static final int MOST_SAMPLES = 6000;

  /** A shift is common to all points, so every so many of them tell it well enough. */
  private static final int SHIFT_STRIDE = 3;

  private static final int MOST_ROUNDS = 12;

  /** A layer handed in again may lose so much of its agreement before it is measured anew. */
  private static final double LEAST_AGREEING = 0.8;

  /** A round that moves the layer by less than this is the last. */
  private static final double SETTLED_CELLS = 1;

  /** The pile is taken to lie within this; beyond, what is met is another border. */
  private static final double PILE_CELLS = 3000;

  private static final double SHARE_OF_PILE = 0.98;
  private static final double LEAST_TOLERANCE_CELLS = 10;
  private static final double MOST_TOLERANCE_CELLS = 2500;

  /** A shift this small is not worth undoing. */
  private static final double LEAST_SHIFT_CELLS = 20;

  private final Drawing drawing;
  private final List<SegmentGrid> references;
  private final int[] samples;

  private LayerMeasure(Drawing drawing, List<SegmentGrid> references) {
    this.drawing = drawing;
    this.references = references;
    int n = drawing.x.length;
    int count = Math.min(n, MOST_SAMPLES);
    samples = new int[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (int) ((long) i * n / count);
    }
  }

  /**
   * What was found.
   *
   * @param shiftX how far the layer lies east of where it should, in cells; 0 for not worth undoing
   * @param shiftY how far it lies north of where it should
   * @param toleranceCells how far its borders lie from stronger ones, at most
   */
  record Result(int shiftX, int shiftY, double toleranceCells) {
    static Result of(DrawingError known) {
      return new Result(
          LocalFrame.toCells(known.shiftEastMetres()),
          LocalFrame.toCells(known.shiftNorthMetres()),
          Math.rint(known.toleranceMetres() / LocalFrame.CELL_METRES));
    }

    DrawingError error() {
      return new DrawingError(
          LocalFrame.toMetres(shiftX),
          LocalFrame.toMetres(shiftY),
          toleranceCells * LocalFrame.CELL_METRES);
    }
  }

  /** Measures a layer against stronger ones. */
  static Result of(Drawing drawing, List<SegmentGrid> references) {
    LayerMeasure measure = new LayerMeasure(drawing, references);
    double[] shift = measure.shift();
    boolean worth = Math.hypot(shift[0], shift[1]) >= LEAST_SHIFT_CELLS;
    int dx = worth ? (int) Math.rint(shift[0]) : 0;
    int dy = worth ? (int) Math.rint(shift[1]) : 0;
    return measure.tolerance(dx, dy);
  }

  /**
   * Whether a layer handed in again, its known shift undone, lies as it was measured before: nearly
   * as large a share of its points within the tolerance of a stronger line.
   */
  static boolean agrees(LaidLayer before, LaidLayer again, List<SegmentGrid> references) {
    return shareWithin(again, references) >= LEAST_AGREEING * shareWithin(before, references);
  }

  private static double shareWithin(LaidLayer layer, List<SegmentGrid> references) {
    LayerMeasure measure = new LayerMeasure(layer.drawing, references);
    int within = 0;
    int all = 0;
    for (int k = 0; k < measure.samples.length; k += SHIFT_STRIDE) {
      int i = measure.samples[k];
      all++;
      within +=
          measure.isNear(layer.drawing.x[i], layer.drawing.y[i], layer.toleranceCells) ? 1 : 0;
    }
    return all == 0 ? 0 : (double) within / all;
  }

  private boolean isNear(int px, int py, double reach) {
    for (SegmentGrid g : references) {
      if (g.nearest(px, py, reach) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The shift that brings most points onto lines, by repeated weighted least squares. */
  private double[] shift() {
    double sx = 0;
    double sy = 0;
    double scale = PILE_CELLS / 2;
    double moved = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS && moved > SETTLED_CELLS; round++) {
      double xx = 0;
      double xy = 0;
      double yy = 0;
      double xd = 0;
      double yd = 0;
      int n = 0;
      double[] distances = new double[samples.length];
      for (int k = 0; k < samples.length; k += SHIFT_STRIDE) {
        int i = samples[k];
        int px = (int) Math.rint(drawing.x[i] - sx);
        int py = (int) Math.rint(drawing.y[i] - sy);
        double @Nullable [] offset = offset(px, py, Math.min(REACH_CELLS, 3 * scale));
        if (offset != null) {
          double d = Exact.distance(0, 0, offset[0], offset[1]);
          distances[n++] = d;
          if (d > 1e-9) {
            double w = weight(d / (3 * scale));
            double nx = offset[0] / d;
            double ny = offset[1] / d;
            xx += w * nx * nx;
            xy += w * nx * ny;
            yy += w * ny * ny;
            xd += w * nx * d;
            yd += w * ny * d;
          }
        }
      }
      double det = xx * yy - xy * xy;
      if (n < 30 || !(det > 1e-6 * (xx + yy) * (xx + yy))) {
        return new double[2];
      }
      double dx = (yy * xd - xy * yd) / det;
      double dy = (xx * yd - xy * xd) / det;
      sx += dx;
      sy += dy;
      Arrays.sort(distances, 0, n);
      double narrower = Math.max(20, Math.min(scale, 2.5 * distances[n / 2]));
      moved = Math.max(Math.hypot(dx, dy), (scale - narrower) / 10);
      scale = narrower;
    }
    return new double[] {sx, sy};
  }

  private static double weight(double u) {
    double v = 1 - u * u;
    return u >= 1 ? 0 : v * v;
  }

  /** From the nearest stronger line to a point, or null when there is none near. */
  private double @Nullable [] offset(int px, int py, double reach) {
    double @Nullable [] best = null;
    double nearest = reach;
    for (SegmentGrid g : references) {
      int s = g.nearest(px, py, nearest);
      if (s >= 0) {
        double dx = (double) g.x2[s] - g.x1[s];
        double dy = (double) g.y2[s] - g.y1[s];
        double length = dx * dx + dy * dy;
        double t =
            length == 0
                ? 0
                : (((double) px - g.x1[s]) * dx + ((double) py - g.y1[s]) * dy) / length;
        t = Math.max(0, Math.min(1, t));
        double ox = px - (g.x1[s] + t * dx);
        double oy = py - (g.y1[s] + t * dy);
        double d = Exact.distance(0, 0, ox, oy);
        if (best == null || d < nearest) {
          nearest = d;
          best = new double[] {ox, oy};
        }
      }
    }
    return best;
  }

  private Result tolerance(int shiftX, int shiftY) {
    double[] distances = new double[samples.length];
    int n = 0;
    for (int i : samples) {
      double @Nullable [] offset =
          offset(drawing.x[i] - shiftX, drawing.y[i] - shiftY, REACH_CELLS);
      if (offset != null) {
        distances[n++] = Exact.distance(0, 0, offset[0], offset[1]);
      }
    }
    Arrays.sort(distances, 0, n);
    int inPile = upTo(distances, n, PILE_CELLS);
    double evenPerCell = (n - inPile) / (REACH_CELLS - PILE_CELLS);
    double pile = Math.max(1, inPile - evenPerCell * PILE_CELLS);
    double reach = LEAST_TOLERANCE_CELLS;
    for (int i = 0; i < inPile; i++) {
      if (i + 1 - evenPerCell * distances[i] >= SHARE_OF_PILE * pile) {
        reach = distances[i];
        break;
      }
    }
    double tolerance =
        Math.max(
            LEAST_TOLERANCE_CELLS, Math.min(MOST_TOLERANCE_CELLS, Math.ceil(reach * 1.25 + 2)));
    return new Result(shiftX, shiftY, tolerance);
  }

  private static int upTo(double[] sorted, int n, double value) {
    int at = Arrays.binarySearch(sorted, 0, n, value);
    return at >= 0 ? at : -at - 1;
  }
}
