package onegrid.io.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Datum;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON as RFC 7946 has it: longitude and latitude with nine decimals, shells counter-clockwise,
 * holes clockwise, no {@code crs} member, one feature a line. A vertex that two shapes share gets
 * the same digits in both. Not for several threads.
 */
public final class GeoJsonWriter implements AutoCloseable {
  private final OutputStream stream;
  private final JsonGenerator json;
  private final CrsGate gate;
  private final Datum datum;
  private final Decimals decimals = new Decimals();

  /** Begins a collection of features whose shapes are in metres of the gate's frame. */
  public GeoJsonWriter(Path file, CrsGate gate) throws IOException {
    this(file, gate, Datum.CGCS2000, "");
  }

  /**
   * The same for made-up data.
   *
   * @param datum the shift of a public map, applied to every place
   * @param notice what the file says about itself, in a member of that name
   */
  public static GeoJsonWriter withNotice(Path file, CrsGate gate, Datum datum, String notice)
      throws IOException {
    return new GeoJsonWriter(file, gate, datum, notice);
  }

  private GeoJsonWriter(Path file, CrsGate gate, Datum datum, String notice) throws IOException {
    this.gate = gate;
    this.datum = datum;
    this.stream = Files.newOutputStream(file);
    this.json =
        new JsonFactory()
            .createGenerator(
                ObjectWriteContext.empty(),
                new BufferedOutputStream(stream, 1 << 16),
                JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    if (!notice.isEmpty()) {
      json.writeStringProperty("notice", notice);
    }
    json.writeName("features");
    json.writeStartArray();
  }

  /** Begins a feature with its shape; its values follow. */
  public GeoJsonWriter begin(Geometry shape) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeName("geometry");
    json.writeStartObject();
    if (shape instanceof Polygon polygon) {
      json.writeStringProperty("type", "Polygon");
      json.writeName("coordinates");
      polygon(polygon);
    } else if (shape instanceof MultiPolygon many) {
      json.writeStringProperty("type", "MultiPolygon");
      json.writeName("coordinates");
      json.writeStartArray();
      for (int i = 0; i < many.getNumGeometries(); i++) {
        polygon((Polygon) many.getGeometryN(i));
      }
      json.writeEndArray();
    } else if (shape instanceof LineString line) {
      json.writeStringProperty("type", "LineString");
      json.writeName("coordinates");
      positions(line.getCoordinateSequence(), false);
    } else if (shape instanceof Point point) {
      json.writeStringProperty("type", "Point");
      json.writeName("coordinates");
      double[] at = gate.toDegrees(point.getX(), point.getY());
      datum.shift(at);
      position(at[0], at[1]);
    } else {
      throw new IllegalArgumentException("not written: " + shape.getGeometryType());
    }
    json.writeEndObject();
    json.writeName("properties");
    json.writeStartObject();
    return this;
  }

  public GeoJsonWriter value(String name, String text) {
    json.writeStringProperty(name, text);
    return this;
  }

  /** A value that may be none: written as null. */
  public GeoJsonWriter value(String name, Optional<String> text) {
    json.writeName(name);
    if (text.isPresent()) {
      json.writeString(text.get());
    } else {
      json.writeNull();
    }
    return this;
  }

  public GeoJsonWriter value(String name, long number) {
    json.writeNumberProperty(name, number);
    return this;
  }

  /** A number with at most that many decimals. */
  public GeoJsonWriter value(String name, double number, int places) {
    json.writeName(name);
    json.writeNumber(Csv.number(number, places));
    return this;
  }

  /** A list of small records, each a list of name and text in turn. */
  public GeoJsonWriter records(String name, List<List<String>> records) {
    json.writeName(name);
    json.writeStartArray();
    for (List<String> each : records) {
      json.writeStartObject();
      for (int i = 0; i + 1 < each.size(); i += 2) {
        json.writeStringProperty(each.get(i), each.get(i + 1));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  /** Ends the feature. */
  public void end() {
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    // A generator that cannot write its end does not close what it writes to.
    try (OutputStream held = stream) {
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
      json.close();
      held.flush();
    }
  }

  private void polygon(Polygon polygon) {
    json.writeStartArray();
    ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), false);
    }
    json.writeEndArray();
  }

  private void ring(LinearRing ring, boolean counterClockwise) {
    CoordinateSequence at = ring.getCoordinateSequence();
    positions(
        at, at.size() > 3 && Orientation.isCCWArea(at.toCoordinateArray()) != counterClockwise);
  }

  private void positions(CoordinateSequence at, boolean reversed) {
    int n = at.size();
    double[] points = new double[2 * n];
    for (int i = 0; i < n; i++) {
      int from = reversed ? n - 1 - i : i;
      points[2 * i] = at.getX(from);
      points[2 * i + 1] = at.getY(from);
    }
    gate.toDegrees(points);
    datum.shift(points);
    json.writeStartArray();
    for (int i = 0; i < points.length; i += 2) {
      position(points[i], points[i + 1]);
    }
    json.writeEndArray();
  }

  private void position(double lon, double lat) {
    json.writeStartArray();
    decimals.format(lon);
    json.writeNumber(decimals.text(), decimals.start(), decimals.length());
    decimals.format(lat);
    json.writeNumber(decimals.text(), decimals.start(), decimals.length());
    json.writeEndArray();
  }
}
