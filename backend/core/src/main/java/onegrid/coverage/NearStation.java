package onegrid.coverage;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A station that a building reaches, and the way there.
 *
 * @param station its number in the ground; beyond the last for one that is tried out
 * @param seconds how long the way takes, rounded up
 * @param metres how long it is
 * @param within whether that is within the scenario's limit
 * @param way from the building's door to the station's, in metres
 */
public record NearStation(
    int station, int seconds, double metres, boolean within, List<Coordinate> way) {
  public NearStation {
    way = List.copyOf(way);
  }
}
