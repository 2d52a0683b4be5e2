package onegrid.merge;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How to merge.
 *
 * @param toleranceMetres how far drawings of one border may lie apart; found from the data, layer
 *     by layer, when empty
 * @param threads how many threads may work; the result does not depend on it
 * @param known layers, by name, that need not be measured because it is known how they were drawn
 */
public record MergePolicy(
    OptionalDouble toleranceMetres, int threads, Map<String, DrawingError> known) {

  /** The widest tolerance that can be asked for: beyond it whole compounds would collapse. */
  public static final double WIDEST_TOLERANCE_METRES = 100;

  public MergePolicy {
    known = Map.copyOf(known);
    if (toleranceMetres.isPresent()
        && !(toleranceMetres.getAsDouble() > 0
            && toleranceMetres.getAsDouble() <= WIDEST_TOLERANCE_METRES)) {
      throw new IllegalArgumentException("tolerance in metres: " + toleranceMetres.getAsDouble());
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
  }

  /** Every layer is measured. */
  public MergePolicy(OptionalDouble toleranceMetres, int threads) {
    this(toleranceMetres, threads, Map.of());
  }

  /** The same, some layers not measured but taken as drawn so. */
  public MergePolicy knowing(Map<String, DrawingError> errors) {
    return new MergePolicy(toleranceMetres, threads, errors);
  }

  /** Tolerances found from the data, a thread for each processor. */
  public static MergePolicy automatic() {
    return new MergePolicy(OptionalDouble.empty(), Runtime.getRuntime().availableProcessors());
  }
}
