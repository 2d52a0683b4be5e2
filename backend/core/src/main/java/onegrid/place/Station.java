package onegrid.place;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * A service station (站点).
 *
 * @param id its identity in the input
 * @param name what people call it, empty for none
 * @param kind what it is as the register words it, for instance REST_STOP; empty when not known
 * @param entrances its doors, at least one, in metres of the run's frame
 * @param hours when it is open
 * @param qualified whether it meets all six criteria (六有)
 * @param serviceItems codes of what one can get done there
 * @param capacityPeople how many people it can serve; {@link #UNLIMITED} when not known
 */
public record Station(
    String id,
    String name,
    String kind,
    List<Coordinate> entrances,
    OpeningHours hours,
    boolean qualified,
    Set<String> serviceItems,
    int capacityPeople) {

  /** The capacity of a station that says nothing of it. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public Station {
    if (entrances.isEmpty()) {
      throw new IllegalArgumentException("station without a place: " + id);
    }
    if (capacityPeople < 0) {
      throw new IllegalArgumentException("negative capacity of " + id + ": " + capacityPeople);
    }
    entrances = List.copyOf(entrances);
    serviceItems = Set.copyOf(serviceItems);
  }
}
