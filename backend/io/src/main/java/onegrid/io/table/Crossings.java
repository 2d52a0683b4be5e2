package onegrid.io.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Counts how often the borders of one feature cross each other, up to a limit: a star of a thousand
 * points is a small file and half a million crossings, over which any repair would sit for minutes.
 *
 * <p>A sweep along the axis on which the segments are shorter. Stops at the limit; what needs more
 * comparisons than {@link #MOST_COMPARISONS} without reaching it is let through.
 */
final class Crossings {
  /** More than any drawing made by hand has, less than a second's work for the noding. */
  static final int LIMIT = 50_000;

  private static final long MOST_COMPARISONS = 300_000_000L;
  private static final int FEWEST_SEGMENTS = 320;

  private final double[] x0;
  private final double[] y0;
  private final double[] x1;
  private final double[] y1;
  private int size;

  private Crossings(int segments) {
    x0 = new double[segments];
    y0 = new double[segments];
    x1 = new double[segments];
    y1 = new double[segments];
  }

  /** A place at which the limit was reached, or null when it was not. */
  static @Nullable Coordinate beyondLimit(Geometry shape) {
    if (shape.getNumPoints() <= FEWEST_SEGMENTS) {
      return null;
    }
    Crossings crossings = new Crossings(shape.getNumPoints());
    boolean tall = crossings.take(shape);
    return crossings.sweep(tall);
  }

  /** Takes all segments; tells whether they are taller than wide. */
  private boolean take(Geometry shape) {
    double widths = 0;
    double heights = 0;
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      CoordinateSequence at = ((LineString) line).getCoordinateSequence();
      for (int i = 1; i < at.size(); i++) {
        x0[size] = at.getX(i - 1);
        y0[size] = at.getY(i - 1);
        x1[size] = at.getX(i);
        y1[size] = at.getY(i);
        widths += Math.abs(x1[size] - x0[size]);
        heights += Math.abs(y1[size] - y0[size]);
        size++;
      }
    }
    return heights > widths;
  }

  private @Nullable Coordinate sweep(boolean alongX) {
    double[] a0 = alongX ? x0 : y0;
    double[] a1 = alongX ? x1 : y1;
    double[] b0 = alongX ? y0 : x0;
    double[] b1 = alongX ? y1 : x1;
    int[] order = order(a0, a1);
    int found = 0;
    long compared = 0;
    for (int i = 0; i < size; i++) {
      int s = order[i];
      double end = Math.max(a0[s], a1[s]);
      double low = Math.min(b0[s], b1[s]);
      double high = Math.max(b0[s], b1[s]);
      for (int j = i + 1; j < size; j++) {
        int t = order[j];
        // Starts are compared as floats, so the order may be off by one part in ten million.
        if (Math.min(a0[t], a1[t]) > end) {
          break;
        }
        compared++;
        if (Math.min(b0[t], b1[t]) <= high
            && Math.max(b0[t], b1[t]) >= low
            && Math.abs(s - t) > 1
            && meet(s, t)
            && ++found >= LIMIT) {
          return new Coordinate(x0[s], y0[s]);
        }
      }
      if (compared > MOST_COMPARISONS) {
        return null;
      }
    }
    return null;
  }

  private int[] order(double[] a0, double[] a1) {
    double origin = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      origin = Math.min(origin, Math.min(a0[i], a1[i]));
    }
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      // The bits of floats that are not negative sort as the floats do.
      int bits = Float.floatToIntBits((float) (Math.min(a0[i], a1[i]) - origin));
      keys[i] = ((long) bits << 32) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  private boolean meet(int s, int t) {
    return turn(s, x0[t], y0[t]) * turn(s, x1[t], y1[t]) <= 0
        && turn(t, x0[s], y0[s]) * turn(t, x1[s], y1[s]) <= 0;
  }

  private double turn(int s, double x, double y) {
    return Math.signum((x1[s] - x0[s]) * (y - y0[s]) - (y1[s] - y0[s]) * (x - x0[s]));
  }
}
