package onegrid.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import onegrid.place.Indivisible;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Plans out of shapes that one can draw: polygons in metres that share their vertices. */
final class DrawnPlan {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  static final LocalFrame FRAME = new LocalFrame(4548);

  private final List<BasicUnit> units = new ArrayList<>();
  private final List<Indivisible> buildings = new ArrayList<>();
  private final List<Indivisible> compounds = new ArrayList<>();

  /** A unit of the community before its hyphen, in the cell that the layer drew. */
  DrawnPlan unit(String id, String cell, String wkt) {
    return unit(id, cell, (Polygon) shape(wkt));
  }

  DrawnPlan unit(String id, String cell, Polygon polygon) {
    units.add(
        new BasicUnit(
            id,
            id.substring(0, id.indexOf('-')),
            polygon,
            polygon.getArea(),
            List.of(Optional.of(cell)),
            0,
            0,
            0));
    return this;
  }

  DrawnPlan building(String id, int people, String wkt) {
    return building(id, people, (Polygon) shape(wkt));
  }

  DrawnPlan building(String id, int people, Polygon footprint) {
    buildings.add(new Indivisible(id, footprint, people / 3, people));
    return this;
  }

  DrawnPlan compound(String id, String wkt) {
    return compound(id, (Polygon) shape(wkt));
  }

  DrawnPlan compound(String id, Polygon outline) {
    compounds.add(new Indivisible(id, outline, 0, 0));
    return this;
  }

  Plan plan() {
    return plan(arc -> false);
  }

  Plan plan(Predicate<Arc> isProtected) {
    List<Arc> arcs =
        arcs().stream()
            .map(
                a ->
                    isProtected.test(a)
                        ? new Arc(a.line(), a.left(), a.right(), a.drawnBy() | Arc.PROTECTED)
                        : a)
            .toList();
    Mosaic mosaic = new Mosaic(units, arcs);
    return PlanStart.of(FRAME, mosaic, StartCells.ofLayer(mosaic, 0), buildings, compounds);
  }

  static org.locationtech.jts.geom.Geometry shape(String wkt) {
    try {
      return new WKTReader(FACTORY).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  private record Step(Coordinate from, Coordinate to) {}

  /** Chains the steps of all rings to arcs from junction to junction. */
  private List<Arc> arcs() {
    Map<Step, Integer> leftOf = new HashMap<>();
    Map<Coordinate, Set<Coordinate>> neighbours = new TreeMap<>();
    for (int u = 0; u < units.size(); u++) {
      Polygon polygon = units.get(u).polygon();
      walk(polygon.getExteriorRing(), true, u, leftOf, neighbours);
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        walk(polygon.getInteriorRingN(h), false, u, leftOf, neighbours);
      }
    }
    List<Arc> arcs = new ArrayList<>();
    Set<Step> done = new HashSet<>();
    // From junctions first; what is left are rings without one.
    for (boolean junctions : new boolean[] {true, false}) {
      for (Map.Entry<Coordinate, Set<Coordinate>> at : neighbours.entrySet()) {
        if ((at.getValue().size() != 2) == junctions) {
          for (Coordinate next : at.getValue()) {
            if (!done.contains(new Step(at.getKey(), next))) {
              arcs.add(chain(at.getKey(), next, leftOf, neighbours, done));
            }
          }
        }
      }
    }
    return arcs;
  }

  private static void walk(
      LineString ring,
      boolean shell,
      int unit,
      Map<Step, Integer> leftOf,
      Map<Coordinate, Set<Coordinate>> neighbours) {
    Coordinate[] c =
        (Orientation.isCCW(ring.getCoordinates()) == shell ? ring : ring.reverse())
            .getCoordinates();
    for (int i = 0; i + 1 < c.length; i++) {
      if (leftOf.put(new Step(c[i], c[i + 1]), unit) != null) {
        throw new IllegalArgumentException("walked twice: " + c[i] + " " + c[i + 1]);
      }
      neighbours.computeIfAbsent(c[i], k -> new java.util.TreeSet<>()).add(c[i + 1]);
      neighbours.computeIfAbsent(c[i + 1], k -> new java.util.TreeSet<>()).add(c[i]);
    }
  }

  private Arc chain(
      Coordinate from,
      Coordinate next,
      Map<Step, Integer> leftOf,
      Map<Coordinate, Set<Coordinate>> neighbours,
      Set<Step> done) {
    List<Coordinate> line = new ArrayList<>(List.of(from));
    Coordinate at = from;
    Coordinate to = next;
    while (true) {
      done.add(new Step(at, to));
      done.add(new Step(to, at));
      line.add(to);
      Set<Coordinate> around = neighbours.getOrDefault(to, Set.of());
      if (around.size() != 2 || to.equals(from)) {
        break;
      }
      Coordinate before = at;
      at = to;
      to = around.stream().filter(c -> !c.equals(before)).findFirst().orElseThrow();
    }
    int left = leftOf.getOrDefault(new Step(from, next), Arc.OUTSIDE);
    int right = leftOf.getOrDefault(new Step(next, from), Arc.OUTSIDE);
    return new Arc(FACTORY.createLineString(line.toArray(new Coordinate[0])), left, right, 0b10);
  }
}
