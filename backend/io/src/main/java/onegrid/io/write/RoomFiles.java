package onegrid.io.write;

import java.io.IOException;
import java.nio.file.Path;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.Coverage;
import onegrid.place.Station;

/** Who finds room where when stations fill up: by building, and by station. */
final class RoomFiles {
  private RoomFiles() {}

  /** The station that has room for each building; none when all within reach are full. */
  static void buildings(Coverage coverage, CapacityShare share, Path file) throws IOException {
    try (Csv out = new Csv(file, "id", "station_with_room", "people")) {
      for (int b = 0; b < coverage.ground().buildings().size(); b++) {
        out.text(coverage.building(b).id());
        if (share.stationOf(b) == CapacityShare.NONE) {
          out.none();
        } else {
          out.text(coverage.stationAt(share.stationOf(b)).id());
        }
        out.number(coverage.building(b).people()).endRow();
      }
    }
  }

  /** How many people each station is given, beside the capacity that it names for itself. */
  static void stations(Coverage coverage, CapacityShare share, Path file) throws IOException {
    try (Csv out = new Csv(file, "id", "own_capacity", "people")) {
      for (int s = 0; s < coverage.ground().stations().size(); s++) {
        Station station = coverage.stationAt(s);
        out.text(station.id());
        if (station.capacityPeople() == Station.UNLIMITED) {
          out.none();
        } else {
          out.number(station.capacityPeople());
        }
        out.number(share.people(s)).endRow();
      }
    }
  }
}
