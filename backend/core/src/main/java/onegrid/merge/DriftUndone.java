package onegrid.merge;

/**
 * How far the points of a layer were drawn off from place to place, its constant shift not counted:
 * what was undone before its borders met those of stronger layers. Points near the border of two
 * divisions count in both.
 *
 * @param largestMetres of any point
 * @param meanMetres over all points
 * @param matches how many edges and corners told of it, by being on a stronger line or corner
 */
public record DriftUndone(double largestMetres, double meanMetres, int matches) {
  /** Nothing was undone. */
  public static final DriftUndone NONE = new DriftUndone(0, 0, 0);
}
