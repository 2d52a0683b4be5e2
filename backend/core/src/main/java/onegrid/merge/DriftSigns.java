package onegrid.merge;

import java.util.Arrays;

/**
 * What shows how a layer drifts in a tile: at places as drawn, how far they lie off in one
 * direction, and how much that weighs.
 */
final class DriftSigns {
  double[] x = new double[64];
  double[] y = new double[64];

  /** The direction, of length one. */
  double[] normalX = new double[64];

  double[] normalY = new double[64];

  /** In cells. */
  double[] offset = new double[64];

  double[] weight = new double[64];
  int count;

  void add(double px, double py, double nx, double ny, double off, double w) {
    if (count == x.length) {
      int size = count * 2;
      x = Arrays.copyOf(x, size);
      y = Arrays.copyOf(y, size);
      normalX = Arrays.copyOf(normalX, size);
      normalY = Arrays.copyOf(normalY, size);
      offset = Arrays.copyOf(offset, size);
      weight = Arrays.copyOf(weight, size);
    }
    x[count] = px;
    y[count] = py;
    normalX[count] = nx;
    normalY[count] = ny;
    offset[count] = off;
    weight[count++] = w;
  }
}
