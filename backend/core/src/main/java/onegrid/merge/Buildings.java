package onegrid.merge;

import java.util.List;
import onegrid.geo.LocalFrame;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Tests on footprints given as rings of x, y, x, y … */
final class Buildings {
  private Buildings() {}

  /** A grid point of which (x, y + ½) lies inside the shape, where the shape is that wide. */
  static int[] pointInside(Geometry shape, List<int[]> rings) {
    if (rings.isEmpty()) {
      return new int[] {0, 0};
    }
    Coordinate centre = shape.getCentroid().getCoordinate();
    int x = LocalFrame.toCells(centre.x);
    int y = LocalFrame.toCells(centre.y);
    if (!contains(rings, x, y)) {
      Coordinate inside = InteriorPoint.getInteriorPoint(shape);
      x = LocalFrame.toCells(inside.x);
      y = LocalFrame.toCells(inside.y);
    }
    return new int[] {x, y};
  }

  /** Whether (px, py + ½) lies inside. */
  static boolean contains(List<int[]> rings, int px, int py) {
    boolean inside = false;
    for (int[] xy : rings) {
      int n = xy.length;
      for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
        if ((xy[i + 1] <= py) != (xy[j + 1] <= py)
            && Drawing.crossingX(xy[i], xy[i + 1], xy[j], xy[j + 1], py) < px) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /** Whether a segment crosses the outline or ends inside. */
  static boolean isCutBy(List<int[]> rings, int ax, int ay, int bx, int by) {
    for (int[] xy : rings) {
      int n = xy.length;
      for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
        if (crosses(ax, ay, bx, by, xy[i], xy[i + 1], xy[j], xy[j + 1])) {
          return true;
        }
      }
    }
    return contains(rings, ax, ay) || contains(rings, bx, by);
  }

  /** Whether an outline touches another shape or lies in it, or the other way round. */
  static boolean shareGround(List<int[]> rings, List<int[]> others) {
    for (int[] xy : others) {
      int n = xy.length;
      for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
        if (isCutBy(rings, xy[j], xy[j + 1], xy[i], xy[i + 1])) {
          return true;
        }
      }
    }
    return !rings.isEmpty()
        && rings.get(0).length > 0
        && contains(others, rings.get(0)[0], rings.get(0)[1]);
  }

  private static boolean crosses(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) {
    if (Math.max(cx, dx) < Math.min(ax, bx)
        || Math.min(cx, dx) > Math.max(ax, bx)
        || Math.max(cy, dy) < Math.min(ay, by)
        || Math.min(cy, dy) > Math.max(ay, by)) {
      return false;
    }
    return differ(Exact.turn(ax, ay, bx, by, cx, cy), Exact.turn(ax, ay, bx, by, dx, dy))
        && differ(Exact.turn(cx, cy, dx, dy, ax, ay), Exact.turn(cx, cy, dx, dy, bx, by));
  }

  private static boolean differ(long s, long t) {
    return (s >= 0 && t <= 0) || (s <= 0 && t >= 0);
  }
}
