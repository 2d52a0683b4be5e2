package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.List;
import onegrid.coverage.Coverage;
import onegrid.place.Station;
import org.locationtech.jts.geom.Coordinate;

/**
 * A station on the map.
 *
 * @param items the service items that are done there, in the order of their names
 * @param counts whether the scenario counts it
 * @param people how many people have it as their nearest
 */
record StationView(
    String id,
    String name,
    String kind,
    double lon,
    double lat,
    boolean qualified,
    List<String> items,
    boolean counts,
    long people) {

  static List<StationView> all(WarmAnswer answer) {
    Coverage coverage = answer.coverage();
    List<Station> stations = coverage.ground().stations();
    long[] people = new long[stations.size()];
    for (int b = 0; b < coverage.ground().buildings().size(); b++) {
      int station = coverage.station(b);
      if (station >= 0 && coverage.costMm(b) <= coverage.scenario().limitMm()) {
        people[station] += coverage.building(b).people();
      }
    }
    List<StationView> views = new ArrayList<>();
    for (int s = 0; s < stations.size(); s++) {
      Station station = stations.get(s);
      Coordinate at = station.entrances().get(0);
      double[] degrees = answer.ground().frame().gate().toDegrees(at.x, at.y);
      views.add(
          new StationView(
              station.id(),
              station.name(),
              station.kind(),
              degrees[0],
              degrees[1],
              station.qualified(),
              station.serviceItems().stream().sorted().toList(),
              coverage.scenario().counts(station),
              people[s]));
    }
    return views;
  }
}
