package onegrid.place;

/**
 * A gate (出入口) in a compound's wall.
 *
 * @param id its identity in the input
 * @param compoundId the compound that it opens
 * @param x east, in cells of the frame
 * @param y north, in cells of the frame
 * @param hours when it is open; an emergency gate is {@link OpeningHours#NEVER}
 * @param residentsOnly whether only people who live in the compound may pass, in and out
 */
public record Gate(
    String id, String compoundId, int x, int y, OpeningHours hours, boolean residentsOnly) {}
