package onegrid.coverage;

import java.util.ArrayList;
import java.util.List;
import onegrid.geo.LocalFrame;
import onegrid.place.Building;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Where a building is left: its doors, or, when they are not known, the middles of its sides, of
 * which the one nearest to a way is taken.
 */
final class Doors {
  private static final int MOST_SIDES = 16;

  private Doors() {}

  static List<Coordinate> of(Building building) {
    if (!building.entrances().isEmpty()) {
      return building.entrances();
    }
    Geometry footprint = building.footprint();
    if (footprint instanceof Point point) {
      return List.of(point.getCoordinate());
    }
    List<Coordinate> middles = new ArrayList<>();
    for (int i = 0; i < footprint.getNumGeometries(); i++) {
      if (footprint.getGeometryN(i) instanceof Polygon polygon) {
        sides(polygon.getExteriorRing().getCoordinates(), middles);
      }
    }
    return middles;
  }

  private static void sides(Coordinate[] ring, List<Coordinate> middles) {
    int sides = ring.length - 1;
    // Of a round building every so many sides will do.
    int step = Math.max(1, (sides + MOST_SIDES - 1) / MOST_SIDES);
    for (int i = 0; i < sides; i += step) {
      middles.add(new Coordinate((ring[i].x + ring[i + 1].x) / 2, (ring[i].y + ring[i + 1].y) / 2));
    }
  }

  /** Where a building stands, for straight distances and for being inside something. */
  static Coordinate middle(Building building) {
    Geometry footprint = building.footprint();
    if (footprint instanceof Point point) {
      return point.getCoordinate();
    }
    if (footprint instanceof Polygon polygon && polygon.getNumPoints() == 5) {
      // A rectangle, as most are: the mean of its corners is its middle and lies inside.
      Coordinate[] at = polygon.getExteriorRing().getCoordinates();
      Coordinate middle =
          new Coordinate(
              (at[0].x + at[1].x + at[2].x + at[3].x) / 4,
              (at[0].y + at[1].y + at[2].y + at[3].y) / 4);
      if (Math.abs(at[0].distance(at[2]) - at[1].distance(at[3])) < 0.1) {
        return middle;
      }
    }
    return footprint.getInteriorPoint().getCoordinate();
  }

  static int x(Coordinate at) {
    return LocalFrame.toCells(at.x);
  }

  static int y(Coordinate at) {
    return LocalFrame.toCells(at.y);
  }
}
