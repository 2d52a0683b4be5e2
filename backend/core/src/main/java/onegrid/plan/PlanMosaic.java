package onegrid.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * What becomes of a plan when it is published: a mosaic of its units, in the order of their ids.
 * Arcs that run on between the same two units are one arc there. Equal plans give equal mosaics.
 */
public final class PlanMosaic {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double SQUARE_CELLS = 1 / (LocalFrame.CELL_METRES * LocalFrame.CELL_METRES);

  private final Plan plan;
  private final Map<String, Integer> index = new HashMap<>();

  private PlanMosaic(Plan plan) {
    this.plan = plan;
  }

  public static Mosaic of(Plan plan) {
    PlanMosaic made = new PlanMosaic(plan);
    List<BasicUnit> units = new ArrayList<>();
    for (PlanUnit unit : plan.units()) {
      made.index.put(unit.id(), units.size());
      units.add(made.unit(unit));
    }
    return new Mosaic(units, made.arcs());
  }

  private BasicUnit unit(PlanUnit unit) {
    List<PlanBuilding> buildings = plan.buildingsOf(unit.id());
    return new BasicUnit(
        unit.id(),
        unit.areaCode(),
        polygon(plan, unit.id()),
        plan.doubledArea(unit.id()) / 2.0 / SQUARE_CELLS,
        unit.sources(),
        buildings.size(),
        buildings.stream().mapToInt(PlanBuilding::households).sum(),
        buildings.stream().mapToInt(PlanBuilding::people).sum());
  }

  /** The shape of a unit in metres, each ring from its lowest point. */
  public static Polygon polygon(Plan plan, String unit) {
    FaceRings rings = FaceRings.of(plan, unit);
    List<LinearRing> holes = new ArrayList<>();
    rings.holes().forEach(hole -> holes.add(ring(hole.line())));
    holes.sort(Comparator.comparing(hole -> hole.getCoordinateN(0)));
    return FACTORY.createPolygon(ring(rings.shell().line()), holes.toArray(new LinearRing[0]));
  }

  private static LinearRing ring(GridLine line) {
    int n = line.size() - 1;
    int lowest = 0;
    for (int i = 1; i < n; i++) {
      if (line.point(i).compareTo(line.point(lowest)) < 0) {
        lowest = i;
      }
    }
    Coordinate[] ring = new Coordinate[n + 1];
    for (int i = 0; i <= n; i++) {
      ring[i] = metres(line.point((lowest + i) % n));
    }
    return FACTORY.createLinearRing(ring);
  }

  private static Coordinate metres(GridPoint p) {
    return new Coordinate(LocalFrame.toMetres(p.x()), LocalFrame.toMetres(p.y()));
  }

  private record Chain(GridLine line, String left, String right, long drawnBy) {
    Chain reversed() {
      return new Chain(line.reversed(), right, left, drawnBy);
    }
  }

  private List<Arc> arcs() {
    Set<String> done = new HashSet<>();
    List<Chain> chains = new ArrayList<>();
    for (PlanArc arc : plan.arcs()) {
      if (done.add(arc.id())) {
        Chain forward = extend(chain(arc), done);
        Chain whole = extend(forward.reversed(), done);
        chains.add(whole.line.first().compareTo(whole.line.last()) <= 0 ? whole : whole.reversed());
      }
    }
    chains.sort((a, b) -> Arrays.compare(a.line.toArray(), b.line.toArray()));
    return chains.stream()
        .map(
            chain ->
                new Arc(
                    FACTORY.createLineString(
                        IntStream.range(0, chain.line.size())
                            .mapToObj(i -> metres(chain.line.point(i)))
                            .toArray(Coordinate[]::new)),
                    side(chain.left),
                    side(chain.right),
                    chain.drawnBy))
        .toList();
  }

  private int side(String unit) {
    return index.getOrDefault(unit, Arc.OUTSIDE);
  }

  private static Chain chain(PlanArc arc) {
    return new Chain(arc.line(), arc.left(), arc.right(), arc.drawnBy());
  }

  /** Goes on from the end while one other arc follows with the same units on the same sides. */
  private Chain extend(Chain start, Set<String> done) {
    Chain chain = start;
    Optional<Chain> next = next(chain, done);
    while (next.isPresent()) {
      List<GridPoint> points = new ArrayList<>();
      for (int i = 0; i < chain.line.size(); i++) {
        points.add(chain.line.point(i));
      }
      for (int i = 1; i < next.get().line.size(); i++) {
        points.add(next.get().line.point(i));
      }
      chain =
          new Chain(
              GridLine.of(points), chain.left, chain.right, chain.drawnBy | next.get().drawnBy);
      next = next(chain, done);
    }
    return chain;
  }

  private Optional<Chain> next(Chain chain, Set<String> done) {
    GridPoint end = chain.line.last();
    List<PlanArc> here = plan.arcsAt(end);
    if (here.size() != 2 || chain.line.isClosed()) {
      return Optional.empty();
    }
    for (PlanArc arc : here) {
      Chain on = arc.line().first().equals(end) ? chain(arc) : chain(arc).reversed();
      if (!done.contains(arc.id())
          && on.left.equals(chain.left)
          && on.right.equals(chain.right)
          && ((on.drawnBy ^ chain.drawnBy) & Arc.PROTECTED) == 0
          && !arc.line().isClosed()) {
        done.add(arc.id());
        return Optional.of(on);
      }
    }
    return Optional.empty();
  }
}
