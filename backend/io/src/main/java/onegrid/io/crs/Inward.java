package onegrid.io.crs;

import java.util.Arrays;
import java.util.List;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import org.geotools.api.referencing.operation.MathTransform;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** The way from one file's numbers to the whole centimetres of a frame. */
public final class Inward {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final MathTransform way;

  Inward(MathTransform way) {
    this.way = way;
  }

  /** Takes points along in place, not put on the 1 cm grid; first and second number alternate. */
  public void take(double[] points) {
    CrsGate.transform(way, points);
  }

  /**
   * A polygon, line, point, or several of them, in metres on the 1 cm grid.
   *
   * @param swapped whether the file writes north before east
   * @throws FileRefused if a coordinate falls outside the frame
   */
  public Geometry take(Geometry shape, boolean swapped) {
    if (shape instanceof Polygon polygon) {
      return polygon(polygon, swapped);
    }
    if (shape instanceof MultiPolygon many) {
      Polygon[] parts = new Polygon[many.getNumGeometries()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = polygon((Polygon) many.getGeometryN(i), swapped);
      }
      return GEOMETRIES.createMultiPolygon(parts);
    }
    if (shape instanceof LineString line && !(shape instanceof LinearRing)) {
      return GEOMETRIES.createLineString(sequence(line.getCoordinateSequence(), swapped));
    }
    if (shape instanceof MultiLineString many) {
      LineString[] parts = new LineString[many.getNumGeometries()];
      for (int i = 0; i < parts.length; i++) {
        LineString part = (LineString) many.getGeometryN(i);
        parts[i] = GEOMETRIES.createLineString(sequence(part.getCoordinateSequence(), swapped));
      }
      return GEOMETRIES.createMultiLineString(parts);
    }
    if (shape instanceof Point point) {
      return GEOMETRIES.createPoint(sequence(point.getCoordinateSequence(), swapped));
    }
    throw new IllegalArgumentException(
        "neither polygon, line nor point: " + shape.getGeometryType());
  }

  private Polygon polygon(Polygon polygon, boolean swapped) {
    LinearRing shell = ring(polygon.getExteriorRing(), swapped);
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    Arrays.setAll(holes, i -> ring(polygon.getInteriorRingN(i), swapped));
    return GEOMETRIES.createPolygon(shell, holes);
  }

  private LinearRing ring(LinearRing ring, boolean swapped) {
    return GEOMETRIES.createLinearRing(sequence(ring.getCoordinateSequence(), swapped));
  }

  private CoordinateSequence sequence(CoordinateSequence from, boolean swapped) {
    int n = from.size();
    double[] points = new double[2 * n];
    for (int i = 0; i < n; i++) {
      points[2 * i] = swapped ? from.getY(i) : from.getX(i);
      points[2 * i + 1] = swapped ? from.getX(i) : from.getY(i);
    }
    take(points);
    for (int i = 0; i < points.length; i++) {
      points[i] = snap(points[i]);
    }
    return new PackedCoordinateSequence.Double(points, 2, 0);
  }

  private static double snap(double metres) {
    double cells = Math.floor(metres * 100.0 + 0.5);
    if (!(Math.abs(cells) < LocalFrame.LIMIT_CELLS)) {
      throw new FileRefused(
          FileRefused.Reason.NEEDS_ANSWER,
          new Words(
              "坐标换算后超出范围（" + metres + " 米），坐标系很可能说错了，或各图层不在同一地方",
              "a coordinate falls outside the frame ("
                  + metres
                  + " m): the coordinate system is"
                  + " probably misstated, or the layers are not of one place"),
          List.of());
    }
    return LocalFrame.toMetres((int) cells);
  }
}
