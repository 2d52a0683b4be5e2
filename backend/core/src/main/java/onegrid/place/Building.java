package onegrid.place;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A building (楼栋) and how many people live in it.
 *
 * @param id its identity in the input
 * @param footprint a polygon, multi-polygon or point, in metres of the run's frame; never changed
 * @param entrances its doors, in metres; empty when not known
 * @param households how many households live in it
 * @param people how many people live in it
 * @param compoundId the compound it stands in; empty for none or not known
 * @param communityCode the community it stands in; empty when not known
 */
public record Building(
    String id,
    Geometry footprint,
    List<Coordinate> entrances,
    int households,
    int people,
    String compoundId,
    String communityCode) {

  public Building {
    if (households < 0 || people < 0) {
      throw new IllegalArgumentException(
          "negative count in " + id + ": " + households + " households, " + people + " people");
    }
    if (footprint.isEmpty()) {
      throw new IllegalArgumentException("building without a place: " + id);
    }
    entrances = List.copyOf(entrances);
  }
}
