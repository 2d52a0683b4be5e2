package onegrid.walk;

import java.util.ArrayList;
import java.util.List;
import onegrid.geo.LocalFrame;
import onegrid.place.Compound;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The walls of compounds as barriers. */
final class Walls {
  /**
   * Walls stand this far inside the outline, so that a street drawn on the outline itself is
   * outside, and a way through a vertex of the outline crosses the wall once.
   */
  private static final double INSIDE_METRES = 0.05;

  private Walls() {}

  /** The walls of one compound, its holes' walls too. */
  static List<Barrier> of(Compound compound) {
    List<Barrier> walls = new ArrayList<>();
    Geometry inner = compound.shape().buffer(-INSIDE_METRES, 2);
    Geometry standing = inner.isEmpty() ? compound.shape() : inner;
    rings(standing, compound.id(), compound.name(), BarrierKind.WALL, walls);
    return walls;
  }

  /** The banks of an area that cannot be walked. */
  static void rings(
      Geometry area, String id, String name, BarrierKind kind, List<Barrier> barriers) {
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon) {
        barriers.add(line(id, name, kind, polygon.getExteriorRing().getCoordinates()));
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          barriers.add(line(id, name, kind, polygon.getInteriorRingN(k).getCoordinates()));
        }
      }
    }
  }

  static Barrier line(String id, String name, BarrierKind kind, Coordinate[] at) {
    int[] xs = new int[at.length];
    int[] ys = new int[at.length];
    for (int i = 0; i < at.length; i++) {
      xs[i] = LocalFrame.toCells(at[i].x);
      ys[i] = LocalFrame.toCells(at[i].y);
    }
    return new Barrier(id, name, kind, xs, ys);
  }
}
