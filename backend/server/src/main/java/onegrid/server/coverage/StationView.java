package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.coverage.Coverage;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.place.Station;
import org.locationtech.jts.geom.Coordinate;

/**
 * A station on the map.
 *
 * @param items the service items that are done there, in the order of their names
 * @param counts whether the scenario counts it
 * @param people how many people have it as their nearest
 * @param reachable whether any way leads there
 * @param reason why not, empty when one does
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
    long people,
    boolean reachable,
    String reason,
    String reasonEn) {

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
    Map<String, Words> cutOff = new HashMap<>();
    for (Finding finding : coverage.ground().findings()) {
      if (finding.code() == FindingCode.STATION_NOT_LINKED) {
        cutOff.put(finding.sourceCode(), finding.words());
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
              people[s],
              !cutOff.containsKey(station.id()),
              cutOff.getOrDefault(station.id(), Words.NONE).zh(),
              cutOff.getOrDefault(station.id(), Words.NONE).en()));
    }
    return views;
  }
}
