package onegrid.merge;

import java.util.Arrays;
import java.util.List;
import onegrid.geo.LocalFrame;

/** Measures how far the borders of the area layer came to lie from where they were drawn. */
final class BorderMovement {
  private static final double FARTHEST_CELLS = 1000;

  private BorderMovement() {}

  /** For each point that stands on a border its distance to the border as drawn, in metres. */
  static double[] metres(Drawing area, List<TileMemo> tiles) {
    SegmentGrid drawn = area.grid();
    Conflation.Movements all = new Conflation.Movements();
    for (TileMemo tile : tiles) {
      for (int[] xy : tile.border()) {
        for (int i = 0; i < xy.length; i += 2) {
          all.add(LocalFrame.CELL_METRES * cells(drawn, xy[i], xy[i + 1]));
        }
      }
    }
    return Arrays.copyOf(all.metres, all.count);
  }

  private static double cells(SegmentGrid drawn, int x, int y) {
    int s = drawn.nearest(x, y, FARTHEST_CELLS);
    return s < 0
        ? FARTHEST_CELLS
        : Math.sqrt(
            Exact.squaredDistance(drawn.x1[s], drawn.y1[s], drawn.x2[s], drawn.y2[s], x, y));
  }
}
