package onegrid.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import net.postgis.jdbc.jts.JtsBinaryParser;
import net.postgis.jdbc.jts.JtsBinaryWriter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Carries shapes between JTS and PostGIS. */
final class Shapes {
  /** CGCS2000, longitude and latitude. */
  static final int EPSG = 4490;

  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), EPSG);

  /** XDR, so that the type stands in the order that {@link CopyRow} reads. */
  private static final byte BIG_ENDIAN = 0;

  private Shapes() {}

  /** The bytes of a shape, big endian; without an SRID when the shape has none. */
  static byte[] wkb(Geometry shape) {
    ShapeGate.check(shape);
    return new JtsBinaryWriter().writeBinary(shape, BIG_ENDIAN);
  }

  /** Columns of areas hold multi-polygons. */
  static MultiPolygon multi(Geometry area) {
    if (area instanceof MultiPolygon several) {
      return several;
    }
    if (area instanceof Polygon one) {
      MultiPolygon wrapped = area.getFactory().createMultiPolygon(new Polygon[] {one});
      wrapped.setSRID(area.getSRID());
      return wrapped;
    }
    throw new IllegalArgumentException("no area: " + area.getGeometryType());
  }

  /** An area as it was handed in: one part comes back as a polygon. */
  static Geometry area(ResultSet row, String column) throws SQLException {
    Geometry shape = read(row, column);
    return shape.getNumGeometries() == 1 ? shape.getGeometryN(0) : shape;
  }

  static Geometry read(ResultSet row, String column) throws SQLException {
    return new JtsBinaryParser().parse(row.getString(column));
  }

  /** Gathers the box around shapes. */
  static final class Box implements Consumer<Geometry> {
    final Envelope envelope = new Envelope();

    @Override
    public void accept(Geometry shape) {
      envelope.expandToInclude(shape.getEnvelopeInternal());
    }
  }
}
