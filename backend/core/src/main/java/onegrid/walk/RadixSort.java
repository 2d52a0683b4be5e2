package onegrid.walk;

/** Sorts longs by some of their bits; what is equal in those keeps its order. */
public final class RadixSort {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private RadixSort() {}

  /**
   * Sorts by the bits from {@code low} on.
   *
   * @param keys not negative; used up by sorting
   * @param low how many of the lowest bits do not count
   * @param bits how many bits above those count
   * @return the sorted keys, perhaps in the same array
   */
  public static long[] byUpperBits(long[] keys, int low, int bits) {
    long[] from = keys;
    long[] to = new long[keys.length];
    for (int shift = low; shift < low + bits; shift += DIGIT_BITS) {
      pass(from, to, shift);
      long[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private static void pass(long[] from, long[] to, int shift) {
    int[] next = new int[DIGITS + 1];
    for (long key : from) {
      next[((int) (key >>> shift) & (DIGITS - 1)) + 1]++;
    }
    for (int d = 0; d < DIGITS; d++) {
      next[d + 1] += next[d];
    }
    for (long key : from) {
      to[next[(int) (key >>> shift) & (DIGITS - 1)]++] = key;
    }
  }
}
