package onegrid.coverage;

import java.util.List;
import onegrid.finding.Spot;

/**
 * 盲点: buildings that stand together and are not covered.
 *
 * @param compoundId the compound they stand in; empty for buildings outside compounds
 * @param name the compound's name, or that of the first building
 * @param communityCode their community, empty when not known
 * @param at where the building with most people stands
 * @param buildings their numbers, rising
 * @param households how many live in them
 * @param people how many live in them
 * @param station the nearest station on foot from the building with most people, -1 for none within
 *     an hour
 * @param seconds how long that takes, -1 for none
 * @param metres how far that is, -1 for none
 * @param straightStation the nearest station as the crow flies, -1 for none
 * @param straightMetres how far that is
 * @param obstacle what stands between the building and that station
 */
public record UncoveredPocket(
    String compoundId,
    String name,
    String communityCode,
    Spot at,
    List<Integer> buildings,
    long households,
    long people,
    int station,
    int seconds,
    double metres,
    int straightStation,
    double straightMetres,
    Obstacle obstacle) {

  public UncoveredPocket {
    buildings = List.copyOf(buildings);
  }
}
