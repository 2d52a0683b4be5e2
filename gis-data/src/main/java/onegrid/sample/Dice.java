package onegrid.sample;

/**
 * Chance that can be repeated: SplitMix64, seeded by a path of numbers, so that each subject of the
 * city throws its own dice and a change in one leaves the others as they were.
 */
final class Dice {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, long... path) {
    long state = mix(seed + STEP);
    for (long step : path) {
      state = mix(state ^ mix(step + STEP));
    }
    return new Dice(state);
  }

  /** A number in [0, 1) that depends on its arguments alone. */
  static double unit(long seed, long a, long b) {
    return (mix(mix(seed ^ mix(a + STEP)) ^ mix(b + STEP)) >>> 11) * 0x1p-53;
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /** A number in [0, 1). */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** An integer in [0, bound). */
  int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T oneOf(T[] values) {
    return values[below(values.length)];
  }

  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
