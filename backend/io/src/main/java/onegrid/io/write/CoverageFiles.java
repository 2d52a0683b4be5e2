package onegrid.io.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageReport;
import onegrid.coverage.Measure;
import onegrid.coverage.ServiceArea;
import onegrid.coverage.Tally;
import onegrid.coverage.UncoveredPocket;
import onegrid.finding.Finding;
import onegrid.io.crs.CrsGate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The files of a coverage run: {@code buildings.csv}, {@code areas.geojson}, {@code pockets.csv},
 * {@code pockets.geojson}, {@code figures.csv}, {@code findings.csv}, {@code report.json}, {@code
 * about.csv} with what holds for all of them, and {@code coverage.xlsx} with the tables; when
 * stations fill up also {@code room.csv} and {@code room-stations.csv}. Rows carry their assumption
 * and the version of the network, as they are cut out and passed on. All of them appear together at
 * the end; all but the report and the workbook, which say when they were made, are the same bytes
 * for the same input.
 */
public final class CoverageFiles {
  private final Coverage coverage;
  private final CoverageReport report;
  private final List<ServiceArea> areas;
  private final CrsGate gate;
  private final String assumption;
  private final String version;

  private CoverageFiles(
      Coverage coverage, CoverageReport report, List<ServiceArea> areas, CrsGate gate) {
    this.assumption = coverage.scenario().assumption().zh();
    this.version = coverage.ground().network().version();
    this.coverage = coverage;
    this.report = report;
    this.areas = areas;
    this.gate = gate;
  }

  /**
   * Writes them.
   *
   * @param share who finds room, when stations fill up
   * @param decisive the measure whose verdict stands in the column {@code state}
   * @param areas bands, the widest last
   * @throws IOException if they cannot be written; nothing has changed in {@code out} then
   */
  public static void write(
      Coverage coverage,
      CoverageReport report,
      Optional<CapacityShare> share,
      Measure decisive,
      List<ServiceArea> areas,
      CrsGate gate,
      List<InputFile> inputs,
      List<CoverageReportJson.Phase> phases,
      Path out)
      throws IOException {
    CoverageFiles files = new CoverageFiles(coverage, report, areas, gate);
    List<Finding> findings = new ArrayList<>();
    inputs.forEach(input -> findings.addAll(input.findings()));
    findings.addAll(coverage.ground().network().findings());
    findings.addAll(coverage.ground().findings());
    try (Outbox outbox = Outbox.towards(out)) {
      files.buildings(decisive, outbox.file("buildings.csv"));
      files.areas(outbox.file("areas.geojson"));
      files.pockets(outbox.file("pockets.csv"));
      files.pocketPlaces(outbox.file("pockets.geojson"));
      files.figures(share, outbox.file("figures.csv"));
      if (share.isPresent()) {
        RoomFiles.buildings(coverage, share.get(), outbox.file("room.csv"));
        RoomFiles.stations(coverage, share.get(), outbox.file("room-stations.csv"));
      }
      FindingsCsv.write(findings, gate, outbox.file("findings.csv"));
      CoverageReportJson.write(
          coverage, report, share, areas, findings, inputs, phases, outbox.file("report.json"));
      CoverageAbout about = CoverageAbout.of(coverage, share, areas, inputs);
      about.write(outbox.file("about.csv"));
      CoverageBook.write(coverage, report, share, areas, about, outbox.file("coverage.xlsx"));
      outbox.deliver();
    }
  }

  private void buildings(Measure decisive, Path file) throws IOException {
    try (Csv out =
        new Csv(
            file,
            "id",
            "state",
            "station",
            "seconds",
            "metres",
            "straight_station",
            "straight_metres",
            "reason",
            "straight_state",
            "detour_state",
            "network_state",
            "households",
            "people",
            "compound",
            "community",
            "assumption",
            "network_version")) {
      String inShort = coverage.scenario().shortAssumption().zh();
      for (int b = 0; b < coverage.ground().buildings().size(); b++) {
        out.text(coverage.building(b).id()).text(coverage.state(decisive, b).name());
        if (coverage.station(b) >= 0) {
          out.text(coverage.stationAt(coverage.station(b)).id())
              .number(coverage.seconds(b))
              .decimal(coverage.metres(b), 3);
        } else {
          out.none().none().none();
        }
        if (coverage.straightStation(b) >= 0) {
          out.text(coverage.stationAt(coverage.straightStation(b)).id())
              .decimal(coverage.straightMetres(b), 3);
        } else {
          out.none().none();
        }
        out.text(coverage.unknownReason(b).title().zh());
        for (Measure measure : Measure.values()) {
          out.text(coverage.state(measure, b).name());
        }
        out.number(coverage.building(b).households())
            .number(coverage.building(b).people())
            .text(coverage.building(b).compoundId())
            .text(coverage.building(b).communityCode())
            .text(inShort)
            .text(version)
            .endRow();
      }
    }
  }

  private void areas(Path file) throws IOException {
    try (GeoJsonWriter out = new GeoJsonWriter(file, gate)) {
      for (ServiceArea area : areas) {
        if (!area.shape().isEmpty()) {
          out.begin(area.shape())
              .value("minutes", area.limitSeconds() / 60.0, 2)
              .value("precision", area.precision(), 6)
              .value("recall", area.recall(), 6)
              .value("assumption", assumption)
              .value("networkVersion", version)
              .end();
        }
      }
    }
  }

  private void pockets(Path file) throws IOException {
    try (Csv out =
        new Csv(
            file,
            "pocket",
            "name",
            "compound",
            "community",
            "buildings",
            "households",
            "people",
            "nearest_station",
            "seconds",
            "metres",
            "straight_station",
            "straight_metres",
            "obstacle",
            "obstacle_name",
            "lon",
            "lat",
            "assumption",
            "network_version")) {
      int number = 0;
      for (UncoveredPocket pocket : report.pockets()) {
        double[] at = gate.toDegrees(pocket.at().eastMetres(), pocket.at().northMetres());
        out.number(++number)
            .text(pocket.name())
            .text(pocket.compoundId())
            .text(pocket.communityCode())
            .number(pocket.buildings().size())
            .number(pocket.households())
            .number(pocket.people());
        if (pocket.station() >= 0) {
          out.text(coverage.stationAt(pocket.station()).id())
              .number(pocket.seconds())
              .decimal(pocket.metres(), 1);
        } else {
          out.none().none().none();
        }
        if (pocket.straightStation() >= 0) {
          out.text(coverage.stationAt(pocket.straightStation()).id())
              .decimal(pocket.straightMetres(), 1);
        } else {
          out.none().none();
        }
        out.text(pocket.obstacle().kind().title().zh())
            .text(pocket.obstacle().name())
            .decimal(at[0], 7)
            .decimal(at[1], 7)
            .text(assumption)
            .text(version)
            .endRow();
      }
    }
  }

  private String stationId(UncoveredPocket pocket) {
    return coverage.stationAt(pocket.station()).id();
  }

  private void pocketPlaces(Path file) throws IOException {
    GeometryFactory shapes = new GeometryFactory();
    try (GeoJsonWriter out = new GeoJsonWriter(file, gate)) {
      int number = 0;
      for (UncoveredPocket pocket : report.pockets()) {
        out.begin(
                shapes.createPoint(
                    new Coordinate(pocket.at().eastMetres(), pocket.at().northMetres())))
            .value("pocket", ++number)
            .value("name", pocket.name())
            .value("buildings", pocket.buildings().size())
            .value("households", pocket.households())
            .value("people", pocket.people())
            .value("obstacle", pocket.obstacle().kind().title().zh())
            .value("obstacleName", pocket.obstacle().name())
            .value("station", pocket.station() < 0 ? "" : stationId(pocket))
            .value("seconds", pocket.seconds())
            .value("assumption", assumption)
            .value("networkVersion", version)
            .end();
      }
    }
  }

  private void figures(Optional<CapacityShare> share, Path file) throws IOException {
    try (Csv out = new Csv(file, CoverageReportJson.FIGURE_COLUMNS)) {
      for (Measure measure : Measure.values()) {
        figure(out, "ALL", "", measure.name(), report.by(measure));
      }
      if (share.isPresent()) {
        figure(out, "ALL", "", "NETWORK_WITH_ROOM", share.get().tally());
      }
      for (CoverageReport.Group group : report.groups()) {
        for (Measure measure : Measure.values()) {
          figure(out, group.by().name(), group.key(), measure.name(), group.by(measure));
        }
      }
    }
  }

  private void figure(Csv out, String by, String key, String measure, Tally tally)
      throws IOException {
    CoverageReportJson.figure(out, new String[] {by, key, measure}, tally, assumption, version);
  }
}
