package onegrid.store;

/** Turns away numbers that would be no number in a column. */
final class Numbers {
  private Numbers() {}

  /** The value, when it is finite. */
  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is not finite: " + value);
    }
    return value;
  }
}
