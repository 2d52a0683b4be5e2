package onegrid.io.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onegrid.coverage.BuildingState;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageReport;
import onegrid.coverage.Measure;
import onegrid.coverage.ServiceArea;
import onegrid.coverage.Tally;
import onegrid.finding.Finding;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The numbers of a coverage run, each with its numerator, denominator and assumption. */
public final class CoverageReportJson {
  static final String[] FIGURE_COLUMNS = {
    "by",
    "key",
    "measure",
    "unit",
    "covered",
    "not_covered",
    "unknown",
    "all",
    "share",
    "assumption",
    "network_version"
  };

  private static final String[] UNITS = {"buildings", "households", "people"};

  private final JsonGenerator json;

  private CoverageReportJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * How long a step took.
   *
   * @param name which step
   * @param seconds of wall time
   */
  public record Phase(String name, double seconds) {}

  static void write(
      Coverage coverage,
      CoverageReport report,
      Optional<CapacityShare> share,
      List<ServiceArea> areas,
      List<Finding> findings,
      List<InputFile> inputs,
      List<Phase> phases,
      Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json =
            new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      CoverageReportJson text = new CoverageReportJson(json);
      json.writeStartObject();
      text.ground(coverage, report);
      text.figures(report);
      share.ifPresent(text::room);
      text.areas(areas);
      text.rest(findings, inputs, phases);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void ground(Coverage coverage, CoverageReport report) {
    var network = coverage.ground().network();
    json.writeStringProperty("assumption", coverage.scenario().assumption().zh());
    json.writeStringProperty("assumptionEn", coverage.scenario().assumption().en());
    json.writeStringProperty("frame", "EPSG:" + network.frame().epsgCode());
    json.writeStringProperty("networkVersion", network.version());
    json.writeNumberProperty("networkNodes", network.nodes());
    json.writeNumberProperty("networkEdges", network.edges());
    json.writeNumberProperty("buildings", coverage.ground().buildings().size());
    json.writeNumberProperty("stations", coverage.ground().stations().size());
    json.writeNumberProperty("stationsCounted", coverage.countedStations());
    if (coverage.countedStations() == 0) {
      json.writeStringProperty("reason", "没有符合条件的站点 / no station meets the conditions");
    }
    json.writeNumberProperty("pockets", report.pockets().size());
  }

  private void figures(CoverageReport report) {
    json.writeName("figures");
    json.writeStartArray();
    for (Measure measure : Measure.values()) {
      tally("ALL", "", measure.name(), report.by(measure));
    }
    for (CoverageReport.Group group : report.groups()) {
      for (Measure measure : Measure.values()) {
        tally(group.by().name(), group.key(), measure.name(), group.by(measure));
      }
    }
    json.writeEndArray();
    json.writeName("radiusAgainstNetwork");
    json.writeStartArray();
    for (boolean covered : new boolean[] {true, false}) {
      tally("RADIUS", covered ? "COVERED" : "NOT_COVERED", "NETWORK", report.byRadius(covered));
    }
    json.writeEndArray();
  }

  private void room(CapacityShare share) {
    json.writeName("withRoom");
    tally("ALL", "", "NETWORK", share.tally());
  }

  private void tally(String by, String key, String measure, Tally tally) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("by", by);
    json.writeStringProperty("key", key);
    json.writeStringProperty("measure", measure);
    for (String unit : UNITS) {
      json.writeName(unit);
      json.writeStartObject();
      json.writeNumberProperty("covered", part(tally, unit, BuildingState.COVERED));
      json.writeNumberProperty("notCovered", part(tally, unit, BuildingState.NOT_COVERED));
      json.writeNumberProperty("unknown", part(tally, unit, BuildingState.UNKNOWN));
      json.writeNumberProperty("all", all(tally, unit));
      json.writeName("share");
      json.writeNumber(
          Csv.number(Tally.share(part(tally, unit, BuildingState.COVERED), all(tally, unit)), 6));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  static void figure(Csv out, String[] of, Tally tally, String assumption, String version)
      throws IOException {
    for (String unit : UNITS) {
      for (String each : of) {
        out.text(each);
      }
      out.text(unit);
      for (BuildingState state : BuildingState.values()) {
        out.number(part(tally, unit, state));
      }
      out.number(all(tally, unit))
          .decimal(Tally.share(part(tally, unit, BuildingState.COVERED), all(tally, unit)), 6)
          .text(assumption)
          .text(version)
          .endRow();
    }
  }

  private static long part(Tally tally, String unit, BuildingState state) {
    return switch (unit) {
      case "buildings" -> tally.buildings(state);
      case "households" -> tally.households(state);
      default -> tally.people(state);
    };
  }

  private static long all(Tally tally, String unit) {
    return switch (unit) {
      case "buildings" -> tally.allBuildings();
      case "households" -> tally.allHouseholds();
      default -> tally.allPeople();
    };
  }

  private void areas(List<ServiceArea> areas) {
    json.writeName("areas");
    json.writeStartArray();
    for (ServiceArea area : areas) {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeNumberProperty("seconds", area.limitSeconds());
      number("precision", area.precision(), 6);
      number("recall", area.recall(), 6);
      number("precisionBeforePatch", area.rawPrecision(), 6);
      number("recallBeforePatch", area.rawRecall(), 6);
      json.writeNumberProperty("patchedBuildings", area.patched());
      json.writeNumberProperty("vertices", area.shape().getNumPoints());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void rest(List<Finding> findings, List<InputFile> inputs, List<Phase> phases) {
    Map<String, Integer> codes = new TreeMap<>();
    findings.forEach(finding -> codes.merge(finding.code().name(), 1, Integer::sum));
    json.writeName("findingsByCode");
    json.writeStartObject();
    codes.forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeName("phases");
    json.writeStartArray();
    for (Phase phase : phases) {
      json.writeStartObject();
      json.writeStringProperty("name", phase.name());
      number("wallSeconds", phase.seconds(), 3);
      json.writeEndObject();
    }
    json.writeEndArray();
    InputFile.write(inputs, json);
  }

  private void number(String name, double value, int places) {
    json.writeName(name);
    json.writeNumber(Csv.number(value, places));
  }
}
