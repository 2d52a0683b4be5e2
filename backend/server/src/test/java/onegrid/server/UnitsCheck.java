package onegrid.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.CrsGate;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.databind.JsonNode;

/** What {@code units.geojson} really is, found out from its numbers alone and not by our engine. */
final class UnitsCheck {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final List<Polygon> units = new ArrayList<>();
  private final Map<List<Coordinate>, Integer> edges = new HashMap<>();

  UnitsCheck(JsonNode collection) {
    for (JsonNode feature : collection.path("features")) {
      polygons(feature.path("geometry"), units::add);
    }
    units.forEach(unit -> rings(unit, this::count));
  }

  int size() {
    return units.size();
  }

  long invalid() {
    return units.stream().filter(unit -> !new IsValidOp(unit).isValid()).count();
  }

  /** Edges that two units claim from the same side: where they do, the units overlap. */
  long overlappingEdges() {
    return edges.values().stream().filter(times -> times > 1).count();
  }

  /** Ground that no unit holds, and units that lie beside the ground, in square metres. */
  record Straying(Geometry gap, Geometry beside) {
    /** Whether both are no more than the rounding of a border: nowhere wider than twice 7.5 mm. */
    boolean isRounding() {
      return gap.buffer(-0.0075).isEmpty() && beside.buffer(-0.0075).isEmpty();
    }
  }

  /**
   * @param gate the metres in which the layers were merged: what is a straight border there bends
   *     in degrees, on a border of ten kilometres by more than all roundings
   */
  Straying strayingFrom(JsonNode layer, CrsGate gate) {
    List<Geometry> cells = new ArrayList<>();
    layer
        .path("features")
        .forEach(f -> polygons(f.path("geometry"), p -> cells.add(sound(inMetres(p, gate)))));
    Geometry ground = OverlayNGRobust.union(cells);
    Geometry held =
        CoverageUnion.union(units.stream().map(u -> inMetres(u, gate)).toArray(Geometry[]::new));
    return new Straying(
        OverlayNGRobust.overlay(ground, held, OverlayNG.DIFFERENCE),
        OverlayNGRobust.overlay(held, ground, OverlayNG.DIFFERENCE));
  }

  private static Polygon inMetres(Polygon polygon, CrsGate gate) {
    Polygon copy = (Polygon) polygon.copy();
    copy.apply(
        (CoordinateFilter)
            place -> {
              double[] point = {place.x, place.y};
              gate.toMetres(point);
              place.setX(LocalFrame.toMetres(LocalFrame.toCells(point[0])));
              place.setY(LocalFrame.toMetres(LocalFrame.toCells(point[1])));
            });
    copy.geometryChanged();
    return copy;
  }

  private static Geometry sound(Polygon polygon) {
    return polygon.isValid() ? polygon : polygon.buffer(0);
  }

  private void count(Coordinate[] ring) {
    for (int i = 1; i < ring.length; i++) {
      edges.merge(List.of(ring[i - 1], ring[i]), 1, Integer::sum);
    }
  }

  /** Shells run against the clock, holes with it, so that ground lies to the left of every edge. */
  private static void rings(Polygon polygon, Consumer<Coordinate[]> use) {
    Polygon turned = (Polygon) polygon.norm();
    use.accept(turned.getExteriorRing().getCoordinates());
    for (int h = 0; h < turned.getNumInteriorRing(); h++) {
      use.accept(turned.getInteriorRingN(h).getCoordinates());
    }
  }

  private static void polygons(JsonNode geometry, Consumer<Polygon> use) {
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asString()) {
      case "Polygon" -> use.accept(polygon(coordinates));
      case "MultiPolygon" -> coordinates.forEach(part -> use.accept(polygon(part)));
      default -> throw new AssertionError(geometry.path("type").toString());
    }
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing[] all = new LinearRing[rings.size()];
    for (int r = 0; r < all.length; r++) {
      JsonNode ring = rings.get(r);
      Coordinate[] points = new Coordinate[ring.size()];
      for (int i = 0; i < points.length; i++) {
        points[i] = new Coordinate(ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble());
      }
      all[r] = SHAPES.createLinearRing(points);
    }
    return SHAPES.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
  }
}
