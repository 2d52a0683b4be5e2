package onegrid.merge;

import java.util.Arrays;

/**
 * A smooth displacement of the ground of one tile: the likeliest one, given {@link DriftSigns}, if
 * drifts vary from place to place as a Matérn field does.
 *
 * <p>Values stand on a square grid and are read between its nodes by bilinear interpolation. The
 * likeliest ones minimise the weighted squares of what the signs are off, and of (1 - ℓ²Δ)u over
 * the grid (Lindgren, Rue and Lindström 2011): that keeps the field smooth, and near zero where
 * nothing is known. Conjugate gradients find them from those of the pass before. Signs that are far
 * off the field of the pass before count less: they compare lines that are not the same.
 *
 * <p>Depends on nothing but differences of coordinates and the order of signs. Cost: linear in
 * signs and nodes.
 */
final class DriftField {
  private static final double NODE_CELLS = 4500;

  /** How far along a drift is like itself: that of a hand, some sixty metres. */
  private static final double LIKE_CELLS = 6000;

  /** How large drifts are, and how far a sign trembles, as shares of the tolerance. */
  private static final double SIZE = 0.25;

  private static final double TREMBLE = 0.06;

  /** A sign so many trembles off the field counts half. */
  private static final double DOUBTED = 3;

  private static final int MOST_STEPS = 15;
  private static final double ENOUGH = 1e-6;

  private final double tolerance;
  private final double minX;
  private final double minY;
  private final int columns;
  private final int rows;

  /** Displacement at the nodes, in cells: all of it to the east, then all to the north. */
  private final double[] drift;

  private boolean isFitted;

  /** The grid square of each sign, its shares of the four nodes, and its weight. */
  private int[] square = {};

  private double[] share = {};
  private double[] weight = {};

  private final double[] half;

  /**
   * A field without any drift.
   *
   * @param box the ground as {minX, minY, maxX, maxY}, in cells
   * @param tolerance the layer's, in cells
   */
  DriftField(int[] box, double tolerance) {
    this.tolerance = tolerance;
    this.minX = box[0] - 2 * NODE_CELLS;
    this.minY = box[1] - 2 * NODE_CELLS;
    this.columns = (int) (((double) box[2] - box[0]) / NODE_CELLS) + 6;
    this.rows = (int) (((double) box[3] - box[1]) / NODE_CELLS) + 6;
    this.drift = new double[2 * columns * rows];
    this.half = new double[columns * rows];
  }

  /** The drift at the place asked for last, in cells. */
  double east;

  double north;

  /** Asks for the drift at a place. */
  void at(double x, double y) {
    int at = squareOf(x, y);
    int row = at / columns;
    double fx = (x - minX) / NODE_CELLS - at % columns;
    double fy = (y - minY) / NODE_CELLS - row;
    int n = columns * rows;
    east = between(drift, at, fx, fy);
    north = between(drift, at + n, fx, fy);
  }

  private double between(double[] u, int at, double fx, double fy) {
    return (1 - fy) * ((1 - fx) * u[at] + fx * u[at + 1])
        + fy * ((1 - fx) * u[at + columns] + fx * u[at + columns + 1]);
  }

  private int squareOf(double x, double y) {
    int column = Math.max(0, Math.min(columns - 2, (int) ((x - minX) / NODE_CELLS)));
    int row = Math.max(0, Math.min(rows - 2, (int) ((y - minY) / NODE_CELLS)));
    return row * columns + column;
  }

  /** Makes the field the likeliest one. */
  void fit(DriftSigns signs) {
    place(signs);
    int n = drift.length;
    double[] rest = new double[n];
    double[] diagonal = new double[n];
    begin(signs, rest, diagonal);
    double[] way = new double[n];
    double[] product = new double[n];
    multiply(signs, drift, product);
    double left = 0;
    for (int i = 0; i < n; i++) {
      rest[i] -= product[i];
      way[i] = rest[i] / diagonal[i];
      left += rest[i] * way[i];
    }
    double enough = ENOUGH * left;
    for (int step = 0; step < MOST_STEPS && left > enough; step++) {
      CallOff.check();
      multiply(signs, way, product);
      double along = 0;
      for (int i = 0; i < n; i++) {
        along += way[i] * product[i];
      }
      double far = left / along;
      double now = 0;
      for (int i = 0; i < n; i++) {
        drift[i] += far * way[i];
        rest[i] -= far * product[i];
        now += rest[i] * rest[i] / diagonal[i];
      }
      double kept = now / left;
      left = now;
      for (int i = 0; i < n; i++) {
        way[i] = rest[i] / diagonal[i] + kept * way[i];
      }
    }
    isFitted = true;
  }

  private void place(DriftSigns signs) {
    int count = signs.count;
    if (square.length < count) {
      square = new int[count];
      share = new double[4 * count];
      weight = new double[count];
    }
    double tremble = TREMBLE * tolerance;
    for (int i = 0; i < count; i++) {
      int at = squareOf(signs.x[i], signs.y[i]);
      int row = at / columns;
      double fx = (signs.x[i] - minX) / NODE_CELLS - at % columns;
      double fy = (signs.y[i] - minY) / NODE_CELLS - row;
      square[i] = at;
      share[4 * i] = (1 - fx) * (1 - fy);
      share[4 * i + 1] = fx * (1 - fy);
      share[4 * i + 2] = (1 - fx) * fy;
      share[4 * i + 3] = fx * fy;
      double doubt = 0;
      if (isFitted) {
        double off = signs.offset[i] - along(signs, i, drift);
        doubt = off / (DOUBTED * tremble);
      }
      weight[i] = signs.weight[i] / (tremble * tremble * (1 + doubt * doubt));
    }
  }

  /** The field at a sign, in its direction. */
  private double along(DriftSigns signs, int i, double[] u) {
    int at = square[i];
    int n = columns * rows;
    int k = 4 * i;
    double e =
        share[k] * u[at]
            + share[k + 1] * u[at + 1]
            + share[k + 2] * u[at + columns]
            + share[k + 3] * u[at + columns + 1];
    double o =
        share[k] * u[at + n]
            + share[k + 1] * u[at + n + 1]
            + share[k + 2] * u[at + n + columns]
            + share[k + 3] * u[at + n + columns + 1];
    return signs.normalX[i] * e + signs.normalY[i] * o;
  }

  private double smoothness() {
    double size = SIZE * tolerance;
    double ground = NODE_CELLS * LIKE_CELLS;
    return ground * ground / (4 * Math.PI * size * size);
  }

  /** The right-hand side of the normal equations, and their diagonal. */
  private void begin(DriftSigns signs, double[] right, double[] diagonal) {
    double a = 1 / (LIKE_CELLS * LIKE_CELLS);
    double b = 1 / (NODE_CELLS * NODE_CELLS);
    Arrays.fill(diagonal, smoothness() * ((a + 4 * b) * (a + 4 * b) + 4 * b * b));
    int n = columns * rows;
    for (int i = 0; i < signs.count; i++) {
      for (int k = 0; k < 4; k++) {
        int at = square[i] + (k & 1) + (k >> 1) * columns;
        double w = weight[i] * share[4 * i + k];
        double nx = signs.normalX[i];
        double ny = signs.normalY[i];
        right[at] += w * nx * signs.offset[i];
        right[at + n] += w * ny * signs.offset[i];
        diagonal[at] += w * nx * nx * share[4 * i + k];
        diagonal[at + n] += w * ny * ny * share[4 * i + k];
      }
    }
  }

  private void multiply(DriftSigns signs, double[] u, double[] out) {
    int n = columns * rows;
    double smooth = smoothness();
    for (int part = 0; part <= n; part += n) {
      roughness(u, part, half, 0);
      roughness(half, 0, out, part);
      for (int i = part; i < part + n; i++) {
        out[i] *= smooth;
      }
    }
    for (int i = 0; i < signs.count; i++) {
      double v = weight[i] * along(signs, i, u);
      double e = v * signs.normalX[i];
      double o = v * signs.normalY[i];
      int at = square[i];
      int k = 4 * i;
      out[at] += e * share[k];
      out[at + 1] += e * share[k + 1];
      out[at + columns] += e * share[k + 2];
      out[at + columns + 1] += e * share[k + 3];
      out[at + n] += o * share[k];
      out[at + n + 1] += o * share[k + 1];
      out[at + n + columns] += o * share[k + 2];
      out[at + n + columns + 1] += o * share[k + 3];
    }
  }

  /** u / ℓ² - Δu at each node; beyond the grid all stays as at its edge. */
  private void roughness(double[] u, int from, double[] out, int to) {
    double a = 1 / (LIKE_CELLS * LIKE_CELLS);
    double b = 1 / (NODE_CELLS * NODE_CELLS);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int i = r * columns + c;
        double v = u[from + i];
        double sum =
            (c > 0 ? u[from + i - 1] - v : 0)
                + (c + 1 < columns ? u[from + i + 1] - v : 0)
                + (r > 0 ? u[from + i - columns] - v : 0)
                + (r + 1 < rows ? u[from + i + columns] - v : 0);
        out[to + i] = a * v - b * sum;
      }
    }
  }
}
