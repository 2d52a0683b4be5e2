package onegrid.merge;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How to merge.
 *
 * @param toleranceMetres how far drawings of one border may lie apart; found from the data, layer
 *     by layer, when empty
 * @param threads how many threads may work; the result does not depend on it
 * @param known layers, by name, that need not be measured because it is known how they were drawn
 * @param datums datums that a layer may have been drawn on by mistake; one that was is brought back
 *     first, and findings call it by that name
 */
public record MergePolicy(
    OptionalDouble toleranceMetres,
    int threads,
    Map<String, DrawingError> known,
    List<MapDatum> datums) {

  /** The widest tolerance that can be asked for: beyond it whole compounds would collapse. */
  public static final double WIDEST_TOLERANCE_METRES = 100;

  public MergePolicy {
    known = Map.copyOf(known);
    datums = List.copyOf(datums);
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
    this(toleranceMetres, threads, Map.of(), List.of());
  }

  /** The same, some layers not measured but taken as drawn so. */
  public MergePolicy knowing(Map<String, DrawingError> errors) {
    return new MergePolicy(toleranceMetres, threads, errors, datums);
  }

  /** The same, layers on one of these datums being known as such. */
  public MergePolicy withDatums(List<MapDatum> named) {
    return new MergePolicy(toleranceMetres, threads, known, named);
  }

  /**
   * The datum of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  MapDatum datum(String name) {
    return datums.stream()
        .filter(d -> d.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no datum named " + name));
  }

  /** Tolerances found from the data, a thread for each processor. */
  public static MergePolicy automatic() {
    return new MergePolicy(OptionalDouble.empty(), Runtime.getRuntime().availableProcessors());
  }
}
