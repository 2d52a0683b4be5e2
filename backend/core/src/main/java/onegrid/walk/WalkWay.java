package onegrid.walk;

/**
 * One line that people may walk.
 *
 * <p>Ways meet where they share a node. A source with identities of its own (OpenStreetMap) names
 * them in {@code nodes}; without names, two ways meet where both have a vertex in the same
 * centimetre, and on the same level or at the end of one of them.
 *
 * <p>The arrays are not copied, because a city has a hundred thousand ways; whoever hands them over
 * must not change them.
 *
 * @param id its identity in the source, which tells equal lines apart
 * @param xs east of each vertex, in cells of the frame
 * @param ys north of each vertex, in cells of the frame
 * @param nodes the source's name for each vertex, none negative; empty when the source has none
 * @param kind what it is
 * @param level 0 on the ground, above it positive, below it negative; only level 0 is stopped by
 *     barriers
 * @param forward whether it may be walked in the order of its vertices
 * @param backward whether it may be walked against that order
 */
@SuppressWarnings("ArrayRecordComponent") // a city of objects would not fit
public record WalkWay(
    String id,
    int[] xs,
    int[] ys,
    long[] nodes,
    WayKind kind,
    int level,
    boolean forward,
    boolean backward) {
  static final long[] UNNAMED = {};

  public WalkWay {
    if (xs.length != ys.length || xs.length < 2) {
      throw new IllegalArgumentException("not a line: " + id + ", " + xs.length + " points");
    }
    if (nodes.length != 0 && nodes.length != xs.length) {
      throw new IllegalArgumentException(
          nodes.length + " names for " + xs.length + " vertices: " + id);
    }
    if (!forward && !backward) {
      throw new IllegalArgumentException("walked in no direction: " + id);
    }
  }

  /** A way on the ground, walked both ways, that meets others in its vertices. */
  public static WalkWay drawn(String id, int[] xs, int[] ys, WayKind kind) {
    return new WalkWay(id, xs, ys, UNNAMED, kind, 0, true, true);
  }
}
