package onegrid.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.MergeInput;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The same layers through the best that a general library has: JTS's snapping noder at one fixed
 * tolerance, then its polygonizer. Faces below 50 m² and faces outside the area are left out of the
 * count, as if a further pass had given them away at no cost and without an error.
 */
final class SnapSide {
  private static final double LEAST_SQUARE_METRES = 50;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The faces that count. */
  final List<Polygon> units = new ArrayList<>();

  /** All faces, those that do not count as well. */
  int faces;

  /**
   * How far the area's border as it was drawn and as it was noded lie apart at most, at any point
   * of either: the drawn points alone would not tell that the lines between them were bent.
   */
  double areaMovementMetres;

  double cpuSeconds;

  private SnapSide() {}

  static SnapSide of(MergeInput input, double toleranceMetres) {
    SnapSide side = new SnapSide();
    double start = Clock.processCpuSeconds();
    List<SegmentString> lines = new ArrayList<>();
    input.area().ifPresent(area -> addLines(area, true, lines));
    input.layers().forEach(layer -> addLines(layer, false, lines));
    SnappingNoder noder = new SnappingNoder(toleranceMetres);
    noder.computeNodes(lines);
    Collection<?> noded = noder.getNodedSubstrings();
    List<LineSegment> border = new ArrayList<>();
    Polygonizer polygonizer = new Polygonizer();
    Set<LineSegment> known = new HashSet<>();
    for (Object each : noded) {
      SegmentString line = (SegmentString) each;
      Coordinate[] c = line.getCoordinates();
      for (int i = 0; i + 1 < c.length; i++) {
        LineSegment segment = new LineSegment(c[i], c[i + 1]);
        segment.normalize();
        // A line that several layers drew must stand once, or the polygonizer loses ground.
        if (known.add(segment) && segment.getLength() > 0) {
          polygonizer.add(FACTORY.createLineString(new Coordinate[] {c[i], c[i + 1]}));
        }
        if (Boolean.TRUE.equals(line.getData())) {
          border.add(segment);
        }
      }
    }
    for (Object face : polygonizer.getPolygons()) {
      side.faces++;
      if (face instanceof Polygon polygon && polygon.getArea() >= LEAST_SQUARE_METRES) {
        side.units.add(polygon);
      }
    }
    side.cpuSeconds = Clock.processCpuSeconds() - start;
    input.area().ifPresent(area -> side.measure(area, border));
    return side;
  }

  private static void addLines(DepartmentLayer layer, boolean isArea, List<SegmentString> lines) {
    for (DepartmentCell cell : layer.cells()) {
      for (Object line : LinearComponentExtracter.getLines(cell.shape())) {
        // The noder takes no repeated points.
        Coordinate[] c =
            org.locationtech.jts.geom.CoordinateArrays.removeRepeatedPoints(
                ((Geometry) line).getCoordinates());
        if (c.length > 1) {
          lines.add(new NodedSegmentString(c, isArea));
        }
      }
    }
  }

  private void measure(DepartmentLayer area, List<LineSegment> border) {
    STRtree tree = new STRtree();
    border.forEach(s -> tree.insert(new Envelope(s.p0, s.p1), s));
    STRtree drawn = new STRtree();
    for (DepartmentCell cell : area.cells()) {
      for (Object line : LinearComponentExtracter.getLines(cell.shape())) {
        Coordinate[] c = ((Geometry) line).getCoordinates();
        for (int i = 0; i + 1 < c.length; i++) {
          drawn.insert(new Envelope(c[i], c[i + 1]), new LineSegment(c[i], c[i + 1]));
        }
      }
    }
    for (LineSegment segment : border) {
      areaMovementMetres = Math.max(areaMovementMetres, distance(segment.p0, drawn));
      areaMovementMetres = Math.max(areaMovementMetres, distance(segment.p1, drawn));
    }
    Geometry all = FACTORY.buildGeometry(area.cells().stream().map(DepartmentCell::shape).toList());
    IndexedPointInAreaLocator inside =
        new IndexedPointInAreaLocator(
            FACTORY.createMultiPolygon(
                area.cells().stream()
                    .flatMap(c -> polygons(c.shape()).stream())
                    .toArray(Polygon[]::new)));
    units.removeIf(u -> inside.locate(u.getInteriorPoint().getCoordinate()) == Location.EXTERIOR);
    for (Coordinate c : all.getCoordinates()) {
      areaMovementMetres = Math.max(areaMovementMetres, distance(c, tree));
    }
  }

  private static List<Polygon> polygons(Geometry shape) {
    List<Polygon> polygons = new ArrayList<>();
    for (int g = 0; g < shape.getNumGeometries(); g++) {
      polygons.add((Polygon) shape.getGeometryN(g));
    }
    return polygons;
  }

  private static double distance(Coordinate c, STRtree tree) {
    double best = Double.POSITIVE_INFINITY;
    for (double reach = 1; best > reach && reach < 1000; reach *= 4) {
      Envelope box = new Envelope(c);
      box.expandBy(reach);
      for (Object near : tree.query(box)) {
        best = Math.min(best, ((LineSegment) near).distance(c));
      }
    }
    return best;
  }

  /** Tolerances to choose from, in metres. */
  static List<Double> tolerances() {
    return Arrays.asList(4.0, 7.0, 10.0, 14.0, 20.0);
  }
}
