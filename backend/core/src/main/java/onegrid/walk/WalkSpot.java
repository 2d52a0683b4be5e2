package onegrid.walk;

/**
 * A place on a way that has a meaning of its own.
 *
 * @param kind what it is
 * @param node the source's name for it; negative when it is known by its place
 * @param x east, in cells
 * @param y north, in cells
 */
public record WalkSpot(Kind kind, long node, int x, int y) {
  /** What a spot is. */
  public enum Kind {
    /** A crossing of a wide road with lights. */
    CROSSING_WITH_LIGHTS,
    /** Any other marked crossing of a wide road. */
    CROSSING,
    /** Where a street crosses a railway on the level. */
    LEVEL_CROSSING,
    /** A gate that nobody may pass. */
    CLOSED
  }
}
