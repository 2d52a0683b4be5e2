package onegrid.store;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The box around something, in degrees of EPSG:4490.
 *
 * @param west least longitude
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
public record Bounds(double west, double south, double east, double north) {

  public Bounds {
    if (!(-180 <= west && west <= east && east <= 180)
        || !(-90 <= south && south <= north && north <= 90)) {
      throw new IllegalArgumentException(
          "no box of degrees: " + west + " " + south + " " + east + " " + north);
    }
  }

  /** The box around a JTS envelope, which must not be empty. */
  public static Bounds of(Envelope box) {
    return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /** West, south, east, north, as GeoJSON writes it. */
  public List<Double> toList() {
    return List.of(west, south, east, north);
  }
}
