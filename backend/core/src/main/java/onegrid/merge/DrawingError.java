package onegrid.merge;

import java.util.Optional;

/**
 * How a layer was drawn against stronger ones, in metres.
 *
 * @param shiftEastMetres how far it lies east of where it should
 * @param shiftNorthMetres how far it lies north of where it should
 * @param toleranceMetres how far its borders lie from stronger ones, at most
 * @param datum the datum of {@link MergePolicy#datums} that it was drawn on, undone first
 */
public record DrawingError(
    double shiftEastMetres,
    double shiftNorthMetres,
    double toleranceMetres,
    Optional<String> datum) {

  public DrawingError {
    if (!(Math.abs(shiftEastMetres) < 10_000) || !(Math.abs(shiftNorthMetres) < 10_000)) {
      throw new IllegalArgumentException(
          "shift in metres: " + shiftEastMetres + ", " + shiftNorthMetres);
    }
    if (!(toleranceMetres > 0 && toleranceMetres <= MergePolicy.WIDEST_TOLERANCE_METRES)) {
      throw new IllegalArgumentException("tolerance in metres: " + toleranceMetres);
    }
  }

  /** Drawn on the right datum. */
  public DrawingError(double shiftEastMetres, double shiftNorthMetres, double toleranceMetres) {
    this(shiftEastMetres, shiftNorthMetres, toleranceMetres, Optional.empty());
  }
}
