package onegrid.io.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.io.crs.CrsGate;
import onegrid.merge.Claim;
import onegrid.merge.Conflict;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.UnifiedGround;
import onegrid.mosaic.BasicUnit;

/**
 * The files of a merge: {@code units.geojson}, {@code crosswalk.csv}, {@code conflicts.geojson},
 * {@code findings.csv}, {@code report.json}. All of them appear together at the end.
 *
 * <p>All but the report are the same bytes for the same result.
 */
public final class MergeFiles {
  /** The names of the properties of a unit that no layer may be called by. */
  public static final List<String> RESERVED =
      List.of("id", "area", "areaSquareMetres", "buildings", "households", "people");

  /** The names of the files. */
  public static final Set<String> NAMES =
      Set.of("units.geojson", "crosswalk.csv", "conflicts.geojson", "findings.csv", "report.json");

  private final UnifiedGround ground;
  private final CrsGate gate;
  private final List<InputFile> inputs;

  private MergeFiles(UnifiedGround ground, CrsGate gate, List<InputFile> inputs) {
    this.ground = ground;
    this.gate = gate;
    this.inputs = List.copyOf(inputs);
  }

  /**
   * Writes the five files.
   *
   * @param gate the gate of the ground's frame
   * @param inputs what was read, with what was noticed about it
   * @param out a folder, made when it is not there
   * @throws IOException if it cannot be written; nothing has changed in {@code out} then
   */
  public static void write(UnifiedGround ground, CrsGate gate, List<InputFile> inputs, Path out)
      throws IOException {
    MergeFiles files = new MergeFiles(ground, gate, inputs);
    try (Outbox outbox = Outbox.towards(out)) {
      files.units(outbox.file("units.geojson"));
      files.crosswalk(outbox.file("crosswalk.csv"));
      files.conflicts(outbox.file("conflicts.geojson"));
      FindingsCsv.write(files.allFindings(), gate, outbox.file("findings.csv"));
      MergeReportJson.write(ground, files.allFindings(), inputs, outbox.file("report.json"));
      outbox.deliver();
    }
  }

  /** Writes one of the five files by its name, for a server that hands them out one by one. */
  public static void writeOne(
      String name, UnifiedGround ground, CrsGate gate, List<InputFile> inputs, Path file)
      throws IOException {
    MergeFiles files = new MergeFiles(ground, gate, inputs);
    switch (name) {
      case "units.geojson" -> files.units(file);
      case "crosswalk.csv" -> files.crosswalk(file);
      case "conflicts.geojson" -> files.conflicts(file);
      case "findings.csv" -> FindingsCsv.write(files.allFindings(), gate, file);
      case "report.json" -> MergeReportJson.write(ground, files.allFindings(), inputs, file);
      default -> throw new IllegalArgumentException("no such file of a merge: " + name);
    }
  }

  private List<Finding> allFindings() {
    List<Finding> all = new ArrayList<>();
    inputs.forEach(input -> all.addAll(input.findings()));
    all.addAll(ground.findings());
    return all;
  }

  private void units(Path file) throws IOException {
    try (GeoJsonWriter out = new GeoJsonWriter(file, gate)) {
      for (BasicUnit unit : ground.mosaic().units()) {
        out.begin(unit.polygon())
            .value("id", unit.id())
            .value("area", Optional.of(unit.areaCode()).filter(code -> !code.isEmpty()));
        for (int i = 0; i < ground.layerNames().size(); i++) {
          out.value(ground.layerNames().get(i), unit.sources().get(i));
        }
        out.value("areaSquareMetres", unit.areaSquareMetres(), 4)
            .value("buildings", unit.buildings())
            .value("households", unit.households())
            .value("people", unit.people())
            .end();
      }
    }
  }

  private void crosswalk(Path file) throws IOException {
    try (Csv out =
        new Csv(
            file,
            "layer",
            "source_code",
            "unit",
            "square_metres",
            "buildings",
            "households",
            "people",
            "weight")) {
      for (CrosswalkRow row : ground.crosswalk()) {
        out.text(row.layer()).text(row.sourceCode());
        if (row.unitId().isPresent()) {
          out.text(row.unitId().get());
        } else {
          out.none();
        }
        out.decimal(row.areaSquareMetres(), 4)
            .number(row.buildings())
            .number(row.households())
            .number(row.people())
            .decimal(row.weight(), 9)
            .endRow();
      }
    }
  }

  private void conflicts(Path file) throws IOException {
    try (GeoJsonWriter out = new GeoJsonWriter(file, gate)) {
      int number = 0;
      for (Conflict conflict : ground.conflicts()) {
        out.begin(conflict.shape())
            .value("id", ++number)
            .value("kind", conflict.kind().name())
            .value("title", conflict.kind().title().zh())
            .value("titleEn", conflict.kind().title().en())
            .value("layer", conflict.layer())
            .value("area", conflict.areaCode())
            .value("areaSquareMetres", conflict.areaSquareMetres(), 4)
            .value("widthMetres", conflict.widthMetres(), 3)
            .value("buildings", conflict.buildings())
            .value("households", conflict.households())
            .value("people", conflict.people())
            .records("claims", claims(conflict.claims()))
            .value("rule", conflict.rule().name())
            .value("ruleWords", conflict.rule().words().zh())
            .value("ruleWordsEn", conflict.rule().words().en())
            .records("givenTo", claims(conflict.givenTo()))
            .end();
      }
    }
  }

  private static List<List<String>> claims(List<Claim> claims) {
    return claims.stream()
        .map(claim -> List.of("layer", claim.layer(), "sourceCode", claim.sourceCode()))
        .toList();
  }
}
