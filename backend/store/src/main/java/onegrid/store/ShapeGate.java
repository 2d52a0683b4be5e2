package onegrid.store;

import java.util.Locale;
import java.util.Optional;
import onegrid.finding.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The one gate that shapes pass on their way to SQL. The CHECK constraints of the tables say the
 * same; behind the gate they never speak.
 *
 * <p>One pass over the vertices. Validity is not looked at.
 */
public final class ShapeGate {

  /**
   * Longitudes and latitudes that the map can draw: all the globe but the caps around the poles.
   */
  public static final Bounds ENVELOPE = new Bounds(-180, -85, 180, 85);

  /** No cell, road or river of one workspace spans more; a stray vertex at 0, 0 does. */
  public static final double WIDEST_DEGREES = 10;

  /** A shape with more vertices stalls everything that draws it. */
  public static final int MOST_VERTICES = 100_000;

  private ShapeGate() {}

  /** Why {@code shape} cannot be kept, or empty when it can. */
  public static Optional<Words> refusal(Geometry shape) {
    if (shape.isEmpty()) {
      return Optional.of(new Words("图形为空。", "The shape is empty."));
    }
    int vertices = shape.getNumPoints();
    if (vertices > MOST_VERTICES) {
      return Optional.of(
          new Words(
              "图形有 " + vertices + " 个顶点，最多 " + MOST_VERTICES + " 个，请拆分或抽稀。",
              "The shape has "
                  + vertices
                  + " vertices; at most "
                  + MOST_VERTICES
                  + " are taken: split or thin it."));
    }
    if (shape.getSRID() != 0 && shape.getSRID() != Shapes.EPSG) {
      return Optional.of(
          new Words(
              "图形的坐标系是 EPSG:" + shape.getSRID() + "，入库前须转为 EPSG:4490。",
              "The shape is in EPSG:" + shape.getSRID() + "; convert it to EPSG:4490 first."));
    }
    BadVertex bad = new BadVertex();
    shape.apply(bad);
    return bad.words().or(() -> tooWide(shape.getEnvelopeInternal()));
  }

  private static Optional<Words> tooWide(Envelope box) {
    if (box.getWidth() <= WIDEST_DEGREES && box.getHeight() <= WIDEST_DEGREES) {
      return Optional.empty();
    }
    return Optional.of(
        new Words(
            "图形跨度超过 10 度，不会是一个网格，请检查坐标系或个别错点。",
            "The shape spans more than 10 degrees, which no cell does: check the coordinate system, "
                + "or a stray vertex."));
  }

  /** Lets a shape through. */
  static void check(Geometry shape) {
    refusal(shape)
        .ifPresent(
            words -> {
              throw new ShapeRefused(words);
            });
  }

  /** Finds the first vertex that is no place in the envelope, or has a height. */
  private static final class BadVertex implements CoordinateSequenceFilter {
    private Optional<Words> found = Optional.empty();

    Optional<Words> words() {
      return found;
    }

    @Override
    public void filter(CoordinateSequence vertices, int i) {
      Coordinate at = vertices.getCoordinate(i);
      if (!inside(at.x, at.y)) {
        String place = String.format(Locale.ROOT, "(%s, %s)", at.x, at.y);
        found =
            Optional.of(
                new Words(
                    "有顶点不在经度 -180–180、纬度 -85–85 范围内：" + place + "，请检查坐标系。",
                    "A vertex is outside longitude -180 to 180, latitude -85 to 85: "
                        + place
                        + "; check the coordinate system."));
      } else if (!Double.isNaN(at.getZ())) {
        found = Optional.of(new Words("图形带有高程，须先去除。", "The shape has heights; drop them first."));
      }
    }

    private static boolean inside(double lon, double lat) {
      return lon >= ENVELOPE.west()
          && lon <= ENVELOPE.east()
          && lat >= ENVELOPE.south()
          && lat <= ENVELOPE.north();
    }

    @Override
    public boolean isDone() {
      return found.isPresent();
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
