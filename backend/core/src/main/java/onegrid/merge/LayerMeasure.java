package onegrid.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  private static final int LEAST_SHIFT_SAMPLES = 30;
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

  /** A sample within the rounding of the grid lies on its line. */
  private static final double AT_REST_CELLS = 1;

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
   * @param evidence what all that rests on
   */
  record Result(int shiftX, int shiftY, double toleranceCells, LayerEvidence evidence) {
    static Result of(String layer, DrawingError known) {
      return new Result(
          LocalFrame.toCells(known.shiftEastMetres()),
          LocalFrame.toCells(known.shiftNorthMetres()),
          Math.rint(known.toleranceMetres() / LocalFrame.CELL_METRES),
          LayerEvidence.known(layer, known));
    }

    DrawingError error() {
      return new DrawingError(
          LocalFrame.toMetres(shiftX),
          LocalFrame.toMetres(shiftY),
          toleranceCells * LocalFrame.CELL_METRES,
          evidence.datum());
    }
  }

  /**
   * Measures a layer against stronger ones.
   *
   * @param place where the layer lies, roughly
   */
  static Result of(Drawing drawing, List<SegmentGrid> references, FarShift.Place place) {
    LayerMeasure measure = new LayerMeasure(drawing, references);
    double @Nullable [] shift = measure.shift(place);
    return measure.tolerance(shift, place.datum().map(MapDatum::name));
  }

  /**
   * Whether a layer handed in again, its known shift undone, lies as it was measured before: nearly
   * as large a share of its points within the tolerance of a stronger line.
   *
   * @param before the share of the layer as it was, see {@link #shareWithin}
   */
  static boolean agrees(double before, LaidLayer again, List<SegmentGrid> references) {
    return shareWithin(again, references) >= LEAST_AGREEING * before;
  }

  /** The share of a layer's points within its tolerance of a stronger line. */
  static double shareWithin(LaidLayer layer, List<SegmentGrid> references) {
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

  /**
   * The shift that brings most points onto lines, by repeated weighted least squares; null where
   * the lines in common are too few, or of one direction only.
   */
  private double @Nullable [] shift(FarShift.Place place) {
    double sx = place.shiftX();
    double sy = place.shiftY();
    double scale = PILE_CELLS / 2;
    double moved = Double.POSITIVE_INFINITY;
    double agreement = 0;
    double agreedScale = scale;
    for (int round = 0; round < MOST_ROUNDS && moved > SETTLED_CELLS; round++) {
      Fit fit = new Fit(sx, sy, scale);
      if (fit.n < LEAST_SHIFT_SAMPLES && round > 0) {
        break;
      }
      agreement = fit.agreement;
      agreedScale = scale;
      if (fit.atRest > fit.n / 2) {
        break;
      }
      if (fit.n < LEAST_SHIFT_SAMPLES || !fit.tellsBothDirections()) {
        return null;
      }
      double dx = fit.eastCells();
      double dy = fit.northCells();
      sx += dx;
      sy += dy;
      double narrower = Math.min(scale, fit.narrower());
      moved = Math.max(Math.hypot(dx, dy), (scale - narrower) / 10);
      scale = narrower;
    }
    // What pulled may have been other borders: staying is better then.
    double staying = new Fit(place.shiftX(), place.shiftY(), agreedScale).agreement;
    return staying >= agreement
        ? new double[] {place.shiftX(), place.shiftY()}
        : new double[] {sx, sy};
  }

  /** One round: how far the samples, moved back by a shift, lie from stronger lines. */
  private final class Fit {
    private final double[] distances = new double[samples.length];
    private double xx;
    private double xy;
    private double yy;
    private double xd;
    private double yd;

    /** How many samples have a line within reach, and how many of them lie on it. */
    int n;

    int atRest;

    /** The sum of their weights: more, the more lie near and the nearer. */
    double agreement;

    Fit(double sx, double sy, double scale) {
      for (int k = 0; k < samples.length; k += SHIFT_STRIDE) {
        CallOff.check();
        int i = samples[k];
        // The middle of a segment: a corner of crossing streets lies on a line, however shifted.
        int j = drawing.next(i);
        int px = (int) Math.floor((drawing.x[i] + (double) drawing.x[j]) / 2 - sx + 0.5);
        int py = (int) Math.floor((drawing.y[i] + (double) drawing.y[j]) / 2 - sy + 0.5);
        double @Nullable [] offset = offset(px, py, Math.min(REACH_CELLS, 3 * scale));
        if (offset != null) {
          add(offset[0], offset[1], scale);
        }
      }
      Arrays.sort(distances, 0, n);
    }

    private void add(double ox, double oy, double scale) {
      double d = Exact.distance(0, 0, ox, oy);
      double w = weight(d / (3 * scale));
      distances[n++] = d;
      agreement += w;
      if (d <= AT_REST_CELLS) {
        atRest++;
      }
      if (d > 1e-9) {
        double nx = ox / d;
        double ny = oy / d;
        xx += w * nx * nx;
        xy += w * nx * ny;
        yy += w * ny * ny;
        xd += w * nx * d;
        yd += w * ny * d;
      }
    }

    private double det() {
      return xx * yy - xy * xy;
    }

    boolean tellsBothDirections() {
      return det() > 1e-6 * (xx + yy) * (xx + yy);
    }

    double eastCells() {
      return (yy * xd - xy * yd) / det();
    }

    double northCells() {
      return (xx * yd - xy * xd) / det();
    }

    /** The scale of the next round: not so narrow that too few are left to tell. */
    double narrower() {
      double enough = distances[Math.min(n - 1, 3 * LEAST_SHIFT_SAMPLES / 2)] / 3;
      return Math.max(20, Math.max(enough, 2.5 * distances[n / 2]));
    }
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

  private Result tolerance(double @Nullable [] shift, Optional<String> datum) {
    double[] found = shift == null ? new double[2] : shift;
    boolean worth = Math.hypot(found[0], found[1]) >= LEAST_SHIFT_CELLS;
    int shiftX = worth ? (int) Math.rint(found[0]) : 0;
    int shiftY = worth ? (int) Math.rint(found[1]) : 0;
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
    DistancePile pile = DistancePile.of(distances, n, PILE_CELLS, REACH_CELLS);
    double wanted = Math.ceil(pile.reach(SHARE_OF_PILE) * 1.25 + 2);
    double tolerance = Math.max(LEAST_TOLERANCE_CELLS, Math.min(MOST_TOLERANCE_CELLS, wanted));
    LayerEvidence.ToleranceReason reason =
        pile.inside() == 0
            ? LayerEvidence.ToleranceReason.NOTHING_NEAR
            : wanted < LEAST_TOLERANCE_CELLS
                ? LayerEvidence.ToleranceReason.AT_LEAST
                : wanted > MOST_TOLERANCE_CELLS
                    ? LayerEvidence.ToleranceReason.AT_MOST
                    : LayerEvidence.ToleranceReason.FOUND;
    LayerEvidence evidence =
        new LayerEvidence(
            drawing.name,
            samples.length,
            n,
            (int) Math.rint(pile.same()),
            pile.mode() * LocalFrame.CELL_METRES,
            pile.reach(0.5) * LocalFrame.CELL_METRES,
            pile.reach(0.9) * LocalFrame.CELL_METRES,
            pile.reach(SHARE_OF_PILE) * LocalFrame.CELL_METRES,
            reason,
            found[0] * LocalFrame.CELL_METRES,
            found[1] * LocalFrame.CELL_METRES,
            shift == null
                ? LayerEvidence.ShiftReason.UNCLEAR
                : worth ? LayerEvidence.ShiftReason.UNDONE : LayerEvidence.ShiftReason.NONE,
            datum);
    return new Result(shiftX, shiftY, tolerance, evidence);
  }
}
