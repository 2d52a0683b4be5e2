package onegrid.merge;

import java.util.OptionalDouble;

/**
 * How to merge.
 *
 * @param toleranceMetres how far drawings of one border may lie apart; found from the data, layer
 *     by layer, when empty
 * @param threads how many threads may work; the result does not depend on it
 */
public record MergePolicy(OptionalDouble toleranceMetres, int threads) {

  /** The widest tolerance that can be asked for: beyond it whole compounds would collapse. */
  public static final double WIDEST_TOLERANCE_METRES = 100;

  public MergePolicy {
    if (toleranceMetres.isPresent()
        && !(toleranceMetres.getAsDouble() > 0
            && toleranceMetres.getAsDouble() <= WIDEST_TOLERANCE_METRES)) {
      throw new IllegalArgumentException("tolerance in metres: " + toleranceMetres.getAsDouble());
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
  }

  /** Tolerances found from the data, a thread for each processor. */
  public static MergePolicy automatic() {
    return new MergePolicy(OptionalDouble.empty(), Runtime.getRuntime().availableProcessors());
  }
}
