package onegrid.merge;

/** Picks the k-th of many numbers without sorting all of them. */
final class Ordered {
  private Ordered() {}

  /**
   * The number that would stand at place k, from 0, were the array sorted. The array is put into
   * another order. Expected cost: linear.
   */
  static double at(double[] values, int k) {
    int lo = 0;
    int hi = values.length - 1;
    while (lo < hi) {
      double pivot = values[lo + (hi - lo) / 2];
      int i = lo;
      int j = hi;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double t = values[i];
          values[i++] = values[j];
          values[j--] = t;
        }
      }
      if (k <= j) {
        hi = j;
      } else if (k >= i) {
        lo = i;
      } else {
        return values[k];
      }
    }
    return values[k];
  }
}
