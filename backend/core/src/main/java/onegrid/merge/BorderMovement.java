package onegrid.merge;

import java.util.List;
import onegrid.geo.LocalFrame;

/** Measures how far the borders of the area layer came to lie from where they were drawn. */
final class BorderMovement {
  private BorderMovement() {}

  /**
   * The largest distance from a point that stands on a border to the border as drawn, in metres.
   */
  static double largestMetres(Drawing area, List<TileMemo> tiles) {
    SegmentGrid drawn = area.grid();
    double largest = 0;
    for (TileMemo tile : tiles) {
      for (int[] xy : tile.border()) {
        for (int i = 0; i < xy.length; i += 2) {
          int s = drawn.nearest(xy[i], xy[i + 1], 1000);
          largest =
              Math.max(
                  largest,
                  s < 0
                      ? 1000
                      : Math.sqrt(
                          Exact.squaredDistance(
                              drawn.x1[s],
                              drawn.y1[s],
                              drawn.x2[s],
                              drawn.y2[s],
                              xy[i],
                              xy[i + 1])));
        }
      }
    }
    // Points were rounded to the grid when they were read.
    return largest * LocalFrame.CELL_METRES;
  }
}
