package onegrid.merge;

import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;

/** Finds pieces whose rings cross themselves; one finding for each, at the first crossing met. */
final class RingCheck {
  private RingCheck() {}

  static void report(Drawing drawing, SegmentGrid grid, List<Finding> findings) {
    boolean[] reported = new boolean[drawing.pieces()];
    for (int at = 0; at < grid.columns * grid.rows; at++) {
      int end = grid.bucketEnd(at);
      for (int i = grid.bucketStart(at); i < end; i++) {
        CallOff.check();
        int s = grid.item(i);
        int piece = drawing.pieceAt(s);
        int loX = Math.min(grid.x1[s], grid.x2[s]);
        int hiX = Math.max(grid.x1[s], grid.x2[s]);
        for (int j = i + 1; j < end && !reported[piece]; j++) {
          int t = grid.item(j);
          // Most pairs follow each other along a ring: their boxes meet in no more than a point.
          if (Math.max(grid.x1[t], grid.x2[t]) > loX
              && Math.min(grid.x1[t], grid.x2[t]) < hiX
              && drawing.pieceAt(t) == piece
              && cross(grid, s, t)) {
            reported[piece] = true;
            findings.add(finding(drawing, grid, s, piece));
          }
        }
      }
    }
  }

  private static boolean cross(SegmentGrid g, int s, int t) {
    return Exact.cross(g.x1[s], g.y1[s], g.x2[s], g.y2[s], g.x1[t], g.y1[t], g.x2[t], g.y2[t]);
  }

  private static Finding finding(Drawing drawing, SegmentGrid g, int s, int piece) {
    String code = drawing.codes.get(drawing.cellOf[piece]);
    return new Finding(
        FindingCode.RING_CROSSES_ITSELF,
        drawing.name,
        code,
        drawing.featureOf[piece],
        Optional.of(
            new Spot((g.x1[s] + (double) g.x2[s]) / 200, (g.y1[s] + (double) g.y2[s]) / 200)),
        new Words("网格 " + code + " 的边界与自身相交", "the border of cell " + code + " crosses itself"),
        new Words("按奇偶规则取面：绕过奇数次的地方算在内", "read by the even-odd rule"));
  }
}
