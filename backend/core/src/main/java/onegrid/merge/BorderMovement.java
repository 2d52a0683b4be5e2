package onegrid.merge;

import java.util.Optional;
import onegrid.geo.LocalFrame;

/** Measures how far the borders of the area layer came to lie from where they were drawn. */
final class BorderMovement {
  private static final double FARTHEST_CELLS = 1000;

  private BorderMovement() {}

  /**
   * For each point that stands on a tile's border its distance to the area's border as drawn.
   *
   * @param drawn the border as drawn; without one, nothing moved
   * @param border points as x, y, x, y …
   */
  static Conflation.Movements of(Optional<SegmentGrid> drawn, int[][] border) {
    Conflation.Movements all = new Conflation.Movements();
    if (drawn.isPresent()) {
      for (int[] xy : border) {
        for (int i = 0; i < xy.length; i += 2) {
          all.add(LocalFrame.CELL_METRES * cells(drawn.get(), xy[i], xy[i + 1]));
        }
      }
    }
    return all;
  }

  private static double cells(SegmentGrid drawn, int x, int y) {
    int s = drawn.nearest(x, y, FARTHEST_CELLS);
    return s < 0
        ? FARTHEST_CELLS
        : Math.sqrt(
            Exact.squaredDistance(drawn.x1[s], drawn.y1[s], drawn.x2[s], drawn.y2[s], x, y));
  }
}
