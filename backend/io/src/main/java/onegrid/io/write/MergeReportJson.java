package onegrid.io.write;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onegrid.finding.Finding;
import onegrid.finding.Words;
import onegrid.merge.LayerEvidence;
import onegrid.merge.MergeReport;
import onegrid.merge.UnifiedGround;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The numbers of a merge, for people and programs. */
final class MergeReportJson {
  private final JsonGenerator json;

  private MergeReportJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(UnifiedGround ground, List<Finding> findings, List<InputFile> inputs, Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json =
            new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      MergeReportJson report = new MergeReportJson(json);
      json.writeStartObject();
      report.counts(ground, findings);
      report.layers(ground.report());
      report.phases(ground.report().phases());
      InputFile.write(inputs, json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void counts(UnifiedGround ground, List<Finding> findings) {
    MergeReport report = ground.report();
    json.writeStringProperty("frame", "EPSG:" + ground.frame().epsgCode());
    json.writeNumberProperty("units", report.units());
    number("areaSquareMetres", report.areaSquareMetres(), 4);
    json.writeNumberProperty("arcs", ground.mosaic().arcs().size());
    json.writeNumberProperty("buildings", report.buildings());
    json.writeNumberProperty("households", report.households());
    json.writeNumberProperty("people", report.people());
    json.writeNumberProperty("conflicts", ground.conflicts().size());
    Map<String, Integer> kinds = new TreeMap<>();
    ground.conflicts().forEach(conflict -> kinds.merge(conflict.kind().name(), 1, Integer::sum));
    counted("conflictsByKind", kinds);
    json.writeNumberProperty("findings", findings.size());
    Map<String, Integer> codes = new TreeMap<>();
    findings.forEach(finding -> codes.merge(finding.code().name(), 1, Integer::sum));
    counted("findingsByCode", codes);
  }

  private void counted(String name, Map<String, Integer> counts) {
    json.writeName(name);
    json.writeStartObject();
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private void layers(MergeReport report) {
    json.writeName("layers");
    json.writeStartArray();
    // The area, which nothing was measured against, has no evidence.
    int unmeasured = report.layers().size() - report.evidence().size();
    for (int i = 0; i < report.layers().size(); i++) {
      MergeReport.LayerReport layer = report.layers().get(i);
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringProperty("name", layer.name());
      json.writeNumberProperty("cells", layer.cells());
      json.writeNumberProperty("vertices", layer.vertices());
      number("toleranceMetres", layer.toleranceMetres(), 3);
      number("shiftEastMetres", layer.shiftEastMetres(), 3);
      number("shiftNorthMetres", layer.shiftNorthMetres(), 3);
      number("largestDriftUndoneMetres", layer.drift().largestMetres(), 3);
      number("meanDriftUndoneMetres", layer.drift().meanMetres(), 3);
      json.writeNumberProperty("driftMatches", layer.drift().matches());
      number("largestMovementMetres", layer.largestMovementMetres(), 3);
      number("p99MovementMetres", layer.p99MovementMetres(), 3);
      number("outsideSquareMetres", layer.outsideSquareMetres(), 4);
      number("gainedSquareMetres", layer.gainedSquareMetres(), 4);
      number("lostSquareMetres", layer.lostSquareMetres(), 4);
      json.writeNumberProperty("gainedBuildings", layer.gainedBuildings());
      json.writeNumberProperty("lostBuildings", layer.lostBuildings());
      json.writeNumberProperty("gainedPeople", layer.gainedPeople());
      json.writeNumberProperty("lostPeople", layer.lostPeople());
      if (!report.evidence().isEmpty() && i >= unmeasured) {
        evidence(report.evidence().get(i - unmeasured));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void evidence(LayerEvidence evidence) {
    json.writeName("evidence");
    json.writeStartObject();
    json.writeNumberProperty("samples", evidence.samples());
    number("reachMetres", LayerEvidence.REACH_METRES, 0);
    json.writeNumberProperty("samplesNearStronger", evidence.near());
    json.writeNumberProperty("samplesOfSameBorder", evidence.sameBorder());
    number("modeMetres", evidence.modeMetres(), 3);
    number("medianMetres", evidence.medianMetres(), 3);
    number("p90Metres", evidence.p90Metres(), 3);
    number("p98Metres", evidence.p98Metres(), 3);
    reason("tolerance", evidence.tolerance().name(), evidence.tolerance().words());
    number("shiftFoundEastMetres", evidence.foundEastMetres(), 3);
    number("shiftFoundNorthMetres", evidence.foundNorthMetres(), 3);
    reason("shift", evidence.shift().name(), evidence.shift().words());
    if (evidence.datum().isPresent()) {
      json.writeStringProperty("datum", evidence.datum().get());
    }
    json.writeEndObject();
  }

  private void reason(String of, String name, Words words) {
    json.writeStringProperty(of + "Reason", name);
    json.writeStringProperty(of + "ReasonWords", words.zh());
    json.writeStringProperty(of + "ReasonWordsEn", words.en());
  }

  private void phases(List<MergeReport.PhaseReport> phases) {
    json.writeName("phases");
    json.writeStartArray();
    double wall = 0;
    double cpu = 0;
    long peak = peakMemoryBytes();
    for (MergeReport.PhaseReport phase : phases) {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringProperty("phase", phase.phase().name());
      json.writeStringProperty("title", phase.phase().title().zh());
      json.writeStringProperty("titleEn", phase.phase().title().en());
      number("wallSeconds", phase.wallSeconds(), 3);
      number("cpuSeconds", phase.cpuSeconds(), 3);
      json.writeNumberProperty("peakHeapBytes", phase.peakHeapBytes());
      json.writeEndObject();
      peak = Math.max(peak, phase.peakHeapBytes());
      wall += phase.wallSeconds();
      cpu += phase.cpuSeconds();
    }
    json.writeEndArray();
    number("wallSeconds", wall, 3);
    number("cpuSeconds", cpu, 3);
    json.writeNumberProperty("peakMemoryBytes", peak);
    json.writeStringProperty("java", Runtime.version().toString());
  }

  private void number(String name, double value, int places) {
    json.writeName(name);
    json.writeNumber(Csv.number(value, places));
  }

  /** The most that all memory pools held since the merge's last phase began. */
  private static long peakMemoryBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }
}
