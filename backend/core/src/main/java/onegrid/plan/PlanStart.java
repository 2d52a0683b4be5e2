package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import onegrid.place.Indivisible;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Where a plan begins: a mosaic, the cells on it, the buildings in it. */
public final class PlanStart {
  private PlanStart() {}

  /**
   * The plan before its first edit. Arcs are numbered as in the mosaic, from 0.
   *
   * <p>A building belongs to the unit that holds a point inside it, the one with the lower id when
   * that is on a border; one that stands in no unit is left out.
   *
   * @param isProtected which arcs were declared never to move, besides those of the area
   */
  public static Plan of(
      LocalFrame frame,
      Mosaic mosaic,
      StartCells cells,
      List<Indivisible> buildings,
      Predicate<Arc> isProtected) {
    List<PlanPart> parts = new ArrayList<>(cells.cells());
    for (int i = 0; i < mosaic.units().size(); i++) {
      BasicUnit unit = mosaic.units().get(i);
      parts.add(
          new PlanUnit(unit.id(), unit.areaCode(), cells.cellOfUnit().get(i), unit.sources()));
    }
    for (int i = 0; i < mosaic.arcs().size(); i++) {
      parts.add(arc(Integer.toString(i), mosaic.arcs().get(i), mosaic, isProtected));
    }
    parts.addAll(housed(Plan.of(frame.epsgCode(), parts), buildings));
    return Plan.of(frame.epsgCode(), parts);
  }

  private static PlanArc arc(String id, Arc arc, Mosaic mosaic, Predicate<Arc> isProtected) {
    Optional<BasicUnit> left = unit(arc.left(), mosaic);
    Optional<BasicUnit> right = unit(arc.right(), mosaic);
    boolean area =
        arc.isAreaBorder() || !left.map(BasicUnit::areaCode).equals(right.map(BasicUnit::areaCode));
    PlanArc.Hold hold =
        area
            ? PlanArc.Hold.AREA
            : isProtected.test(arc) ? PlanArc.Hold.PROTECTED : PlanArc.Hold.FREE;
    return new PlanArc(
        id,
        line(arc.line()).orElseThrow(() -> new IllegalArgumentException("arc without a length")),
        left.map(BasicUnit::id).orElse(PlanArc.OUTSIDE),
        right.map(BasicUnit::id).orElse(PlanArc.OUTSIDE),
        hold,
        arc.drawnBy(),
        false);
  }

  private static Optional<BasicUnit> unit(int index, Mosaic mosaic) {
    return index < 0 ? Optional.empty() : Optional.of(mosaic.units().get(index));
  }

  /** On the grid, without repeated points; empty when nothing is left of it. */
  private static Optional<GridLine> line(LineString line) {
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

  private record Housing(String unit, FaceRings rings) {}

  private static List<PlanBuilding> housed(Plan plan, List<Indivisible> buildings) {
    STRtree units = new STRtree();
    for (PlanUnit unit : plan.units()) {
      FaceRings rings = FaceRings.of(plan, unit.id());
      Envelope box = new Envelope();
      for (FaceRings.Ring ring : rings.rings()) {
        for (int i = 0; i < ring.line().size(); i++) {
          box.expandToInclude(ring.line().x(i), ring.line().y(i));
        }
      }
      units.insert(box, new Housing(unit.id(), rings));
    }
    List<PlanBuilding> housed = new ArrayList<>();
    for (Indivisible building : buildings) {
      GridPoint inside = point(building.footprint().getInteriorPoint().getCoordinate());
      String home = "";
      for (Object found :
          units.query(new Envelope(inside.x(), inside.x(), inside.y(), inside.y()))) {
        Housing housing = (Housing) found;
        if ((home.isEmpty() || housing.unit.compareTo(home) < 0)
            && housing.rings.covers(inside.x(), inside.y())) {
          home = housing.unit;
        }
      }
      if (!home.isEmpty()) {
        housed.add(
            new PlanBuilding(
                building.id(),
                home,
                rings(building.footprint()),
                inside,
                building.households(),
                building.people()));
      }
    }
    return housed;
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
