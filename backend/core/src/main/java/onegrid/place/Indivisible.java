package onegrid.place;

import org.locationtech.jts.geom.Geometry;

/**
 * A shape that no border may cut: a building, or a compound declared whole.
 *
 * @param id its identity in the input
 * @param footprint a polygon or multi-polygon, in metres of the run's frame; never changed
 * @param households how many households live in it
 * @param people how many people live in it
 */
public record Indivisible(String id, Geometry footprint, int households, int people) {

  public Indivisible {
    if (households < 0 || people < 0) {
      throw new IllegalArgumentException(
          "negative count in " + id + ": " + households + " households, " + people + " people");
    }
  }
}
