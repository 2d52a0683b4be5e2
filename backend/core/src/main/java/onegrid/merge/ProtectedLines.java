package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import onegrid.geo.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * All protected borders on the grid, as segments in an order that the file has no part in. They are
 * accepted before any layer, so that nothing bends them and every layer settles on them.
 */
final class ProtectedLines {
  /** Where each is, its lower end first. */
  final SegmentGrid grid;

  ProtectedLines(List<ProtectedBorder> borders) {
    TreeSet<int[]> segments = new TreeSet<>(java.util.Arrays::compare);
    for (ProtectedBorder border : borders) {
      for (int g = 0; g < border.line().getNumGeometries(); g++) {
        for (LineString line : lines(border.line().getGeometryN(g))) {
          addSegments(line.getCoordinates(), segments);
        }
      }
    }
    int[][] ends = new int[4][segments.size()];
    int s = 0;
    for (int[] segment : segments) {
      for (int k = 0; k < 4; k++) {
        ends[k][s] = segment[k];
      }
      s++;
    }
    this.grid = new SegmentGrid(ends[0], ends[1], ends[2], ends[3], 2000);
  }

  int count() {
    return grid.size();
  }

  private static List<LineString> lines(Geometry shape) {
    List<LineString> lines = new ArrayList<>();
    if (shape instanceof LineString line) {
      lines.add(line);
    } else if (shape instanceof Polygon polygon) {
      lines.add(polygon.getExteriorRing());
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        lines.add(polygon.getInteriorRingN(h));
      }
    }
    return lines;
  }

  private static void addSegments(Coordinate[] at, TreeSet<int[]> segments) {
    for (int i = 0; i + 1 < at.length; i++) {
      int[] a = {LocalFrame.toCells(at[i].x), LocalFrame.toCells(at[i].y)};
      int[] b = {LocalFrame.toCells(at[i + 1].x), LocalFrame.toCells(at[i + 1].y)};
      int order = java.util.Arrays.compare(a, b);
      if (order < 0) {
        segments.add(new int[] {a[0], a[1], b[0], b[1]});
      } else if (order > 0) {
        segments.add(new int[] {b[0], b[1], a[0], a[1]});
      }
    }
  }
}
