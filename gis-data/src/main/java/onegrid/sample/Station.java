package onegrid.sample;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;

/**
 * A made-up service station.
 *
 * @param id S and five digits
 * @param kind what it is
 * @param name its invented name
 * @param communityCode the community it lies in
 * @param compound the compound it serves, for stations of compounds
 * @param point where it is, metres
 * @param criteria which of the six it meets
 * @param hours when it is open
 * @param windows how many service windows it has
 * @param works how it came to be
 * @param serviceItems codes of what one can get done there
 */
public record Station(
    String id,
    StationKind kind,
    String name,
    String communityCode,
    Optional<String> compound,
    Point point,
    SixCriteria criteria,
    OpeningHours hours,
    int windows,
    StationWorks works,
    List<String> serviceItems) {

  public Station {
    serviceItems = List.copyOf(serviceItems);
  }
}
