package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.place.Indivisible;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the unit at a place, and so the homes of buildings and compounds when a plan begins.
 *
 * <p>Cost: all rings of the plan once, then the rings of some units for each place. Not for several
 * threads at once before the first question.
 */
public final class Homes {
  private final Plan plan;
  private final STRtree units = new STRtree();

  private record Home(String unit, FaceRings rings) {}

  private Homes(Plan plan) {
    this.plan = plan;
  }

  public static Homes of(Plan plan) {
    Homes homes = new Homes(plan);
    for (PlanUnit unit : plan.units()) {
      FaceRings rings = FaceRings.of(plan, unit.id());
      Envelope box = new Envelope();
      for (FaceRings.Ring ring : rings.rings()) {
        for (int i = 0; i < ring.line().size(); i++) {
          box.expandToInclude(ring.line().x(i), ring.line().y(i));
        }
      }
      homes.units.insert(box, new Home(unit.id(), rings));
    }
    return homes;
  }

  /** A building in its unit; empty when it stands in none. */
  Optional<PlanBuilding> house(Indivisible building) {
    GridPoint inside = inside(building);
    return unitAt(inside)
        .map(
            unit ->
                new PlanBuilding(
                    building.id(),
                    unit,
                    rings(building.footprint()),
                    inside,
                    building.households(),
                    building.people()));
  }

  /** A compound in its unit; empty when it stands in none, or a border cuts it already. */
  Optional<PlanCompound> keepWhole(Indivisible compound) {
    List<GridLine> rings = rings(compound.footprint());
    if (rings.isEmpty()) {
      return Optional.empty();
    }
    GridPoint inside = inside(compound);
    return unitAt(inside)
        .map(unit -> new PlanCompound(compound.id(), unit, rings, inside))
        .filter(whole -> EditRules.isWhole(whole, plan.arcsOf(whole.unit())));
  }

  /** The unit at a place; on a border that with the lower id; empty outside of all. */
  public Optional<String> unitAt(GridPoint inside) {
    String home = "";
    for (Object found : units.query(new Envelope(inside.x(), inside.x(), inside.y(), inside.y()))) {
      Home each = (Home) found;
      if ((home.isEmpty() || each.unit.compareTo(home) < 0)
          && each.rings.covers(inside.x(), inside.y())) {
        home = each.unit;
      }
    }
    return home.isEmpty() ? Optional.empty() : Optional.of(home);
  }

  private static GridPoint inside(Indivisible shape) {
    return point(shape.footprint().getInteriorPoint().getCoordinate());
  }

  /** On the grid, without repeated points; empty when nothing is left of it. */
  static Optional<GridLine> line(LineString line) {
    List<GridPoint> points = new ArrayList<>(line.getNumPoints());
    for (Coordinate c : line.getCoordinates()) {
      GridPoint p = point(c);
      if (points.isEmpty() || !points.get(points.size() - 1).equals(p)) {
        points.add(p);
      }
    }
    return points.size() < 2 ? Optional.empty() : Optional.of(GridLine.of(points));
  }

  private static GridPoint point(Coordinate c) {
    return new GridPoint(LocalFrame.toCells(c.x), LocalFrame.toCells(c.y));
  }

  private static List<GridLine> rings(Geometry footprint) {
    List<GridLine> rings = new ArrayList<>();
    for (int g = 0; g < footprint.getNumGeometries(); g++) {
      if (footprint.getGeometryN(g) instanceof Polygon polygon) {
        line(polygon.getExteriorRing()).ifPresent(rings::add);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          line(polygon.getInteriorRingN(h)).ifPresent(rings::add);
        }
      }
    }
    return rings;
  }
}
