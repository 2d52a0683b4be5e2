package onegrid.finding;

/**
 * A place to look at, in the metres of the frame that its run works in.
 *
 * @param eastMetres x
 * @param northMetres y
 */
public record Spot(double eastMetres, double northMetres) {}
