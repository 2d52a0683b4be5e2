package onegrid.merge;

import java.util.Arrays;

/**
 * Distances, ascending, of which some pile up near zero while the others are spread evenly.
 *
 * @param inside how many lie within the widest pile there can be
 * @param evenPerCell how many of the others there are in each cell of distance
 * @param same how many are of the pile; 0 where there is none
 */
record DistancePile(double[] sorted, int inside, double evenPerCell, double same) {
  private static final double NEARLY_ALL = 0.98;

  /**
   * Tells the pile from the others.
   *
   * @param widest the pile lies within this
   * @param reach how far distances were measured: what is even is counted between the two
   */
  static DistancePile of(double[] sorted, int n, double widest, double reach) {
    int inside = upTo(sorted, n, widest);
    double even = (n - inside) / (reach - widest);
    return new DistancePile(sorted, inside, even, Math.max(0, inside - even * widest));
  }

  /** The distance that a share of the pile keeps. */
  double reach(double share) {
    for (int i = 0; i < inside; i++) {
      if (i + 1 - evenPerCell * sorted[i] >= share * Math.max(1, same)) {
        return sorted[i];
      }
    }
    return 0;
  }

  /** The middle of the twentieth part of the pile's width that holds most of it. */
  double mode() {
    double width = Math.max(1, reach(NEARLY_ALL) / 20);
    double best = 0;
    int most = 0;
    int from = 0;
    for (int bin = 0; from < inside; bin++) {
      int to = upTo(sorted, inside, (bin + 1) * width);
      if (to - from > most) {
        most = to - from;
        best = (bin + 0.5) * width;
      }
      from = to;
    }
    return best;
  }

  private static int upTo(double[] sorted, int n, double value) {
    int at = Arrays.binarySearch(sorted, 0, n, value);
    return at >= 0 ? at : -at - 1;
  }
}
