package onegrid.io.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.io.read.FeatureFiles;
import onegrid.io.table.FeatureTable;
import onegrid.merge.Claim;
import onegrid.merge.Conflict;
import onegrid.merge.ConflictKind;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.DriftUndone;
import onegrid.merge.LayerEvidence;
import onegrid.merge.MergePhase;
import onegrid.merge.MergeReport;
import onegrid.merge.MergeRule;
import onegrid.merge.UnifiedGround;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A ground of three units, written and read back. */
class MergeFilesTest {
  private static final LocalFrame FRAME = new LocalFrame(4548);
  private static final CrsGate GATE = CrsGate.of(FRAME);
  private static final Pattern POSITION = Pattern.compile("\\[(-?[0-9.]+),(-?[0-9.]+)\\]");

  private static final LayerEvidence EVIDENCE =
      new LayerEvidence(
          "综治",
          100,
          90,
          70,
          1.5,
          2,
          4,
          20,
          LayerEvidence.ToleranceReason.AT_MOST,
          3,
          -4,
          LayerEvidence.ShiftReason.UNDONE,
          Optional.empty());

  private final Path out;

  MergeFilesTest(@TempDir Path folder) {
    this.out = folder.resolve("merged");
  }

  @Test
  void allFiveFilesAppearAndNothingElse() throws Exception {
    write();
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(
          Set.of(
              "units.geojson", "crosswalk.csv", "conflicts.geojson", "findings.csv", "report.json"),
          new TreeSet<>(files.map(file -> String.valueOf(file.getFileName())).toList()));
    }
    try (Stream<Path> beside = Files.list(out.resolveSibling("."))) {
      assertEquals(1, beside.count());
    }
  }

  @Test
  void everyInnerEdgeAppearsTwiceWithTheSameDigits() throws Exception {
    write();
    Map<String, Integer> edges = new HashMap<>();
    for (String line : Files.readAllLines(out.resolve("units.geojson"))) {
      int from = line.indexOf("coordinates");
      if (from < 0) {
        continue;
      }
      for (String ring : line.substring(from).split("\\]\\]", -1)) {
        Matcher m = POSITION.matcher(ring + "]");
        String last = "";
        while (m.find()) {
          assertTrue(m.group(1).matches("[0-9]+(\\.[0-9]{1,9})?"), m.group(1));
          String at = m.group();
          if (!last.isEmpty()) {
            edges.merge(last.compareTo(at) < 0 ? last + at : at + last, 1, Integer::sum);
          }
          last = at;
        }
      }
    }
    assertEquals(11, edges.size());
    assertEquals(5, edges.values().stream().filter(count -> count == 2).count());
    assertTrue(edges.values().stream().allMatch(count -> count <= 2));
  }

  @Test
  void unitsFollowTheRightHandRuleAndCarryTheirSources() throws Exception {
    write();
    FeatureTable units = FeatureFiles.read(out.resolve("units.geojson"));
    assertTrue(units.statedCrs().isEmpty());
    assertEquals(3, units.rows().size());
    for (var row : units.rows()) {
      Polygon polygon = (Polygon) row.shape();
      assertTrue(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        assertFalse(Orientation.isCCW(polygon.getInteriorRingN(i).getCoordinates()));
      }
    }
    String text = Files.readString(out.resolve("units.geojson"));
    assertTrue(text.contains("\"id\":\"01-1\",\"area\":\"01\",\"综治\":\"=A1\",\"党建\":null"), text);
    double[] first = {
      units.rows().get(0).shape().getCoordinate().x, units.rows().get(0).shape().getCoordinate().y
    };
    GATE.toMetres(first);
    assertEquals(500_000, first[0], 1e-3);
  }

  @Test
  void tablesOpenInASpreadsheetWithoutHarm() throws Exception {
    write();
    String crosswalk = Files.readString(out.resolve("crosswalk.csv"));
    assertTrue(
        crosswalk.startsWith(
            "\uFEFFlayer,source_code,unit,square_metres,buildings,households,people,weight\r\n"));
    assertTrue(crosswalk.contains("\"综治\",\"'=A1\",\"01-1\",10000,2,30,75,0.75\r\n"), crosswalk);
    assertTrue(
        crosswalk.contains("\"综治\",\"37130200100100102\",,12.3457,0,0,0,0.25\r\n"), crosswalk);
    String findings = Files.readString(out.resolve("findings.csv"));
    assertTrue(
        findings.contains("\"OUTSIDE_AREA\",\"WARNING\",\"综治\",\"=\"".replace("\"=\"", "\"'=A1\"")),
        findings);
    assertTrue(findings.contains(",117.0005"), findings);
    assertTrue(findings.contains("\"say \"\"hi\"\"\""), findings);
  }

  @Test
  void conflictsNameWhoWantedWhat() throws Exception {
    write();
    String text = Files.readString(out.resolve("conflicts.geojson"));
    assertTrue(text.contains("\"claims\":[{\"layer\":\"综治\",\"sourceCode\":\"=A1\"}"), text);
    assertTrue(text.contains("\"rule\":\"LONGEST_BORDER\""), text);
  }

  @Test
  void theReportCountsAndHashes() throws Exception {
    write();
    String text = Files.readString(out.resolve("report.json"));
    assertTrue(text.contains("\"units\":3"), text);
    assertTrue(text.contains("\"sha256\":\"ab\""), text);
    assertTrue(text.contains("\"conflictsByKind\":{\"OVERLAP\":1}"), text);
    assertTrue(text.contains("\"peakMemoryBytes\":"), text);
    assertTrue(text.contains("\"peakHeapBytes\":3000000"), text);
    assertTrue(text.contains("\"samplesOfSameBorder\":70"), text);
    assertTrue(text.contains("\"toleranceReason\":\"AT_MOST\""), text);
    assertTrue(text.contains("\"shiftReason\":\"UNDONE\""), text);
  }

  @Test
  void aFailureLeavesNothingBehind() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("units.geojson"), "old");
    UnifiedGround bad = ground(Double.NaN);
    assertThrows(IllegalArgumentException.class, () -> MergeFiles.write(bad, GATE, List.of(), out));
    assertEquals("old", Files.readString(out.resolve("units.geojson")));
    try (Stream<Path> files = Files.walk(out.resolveSibling("."))) {
      assertEquals(1, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void aFileInTheWayIsSaid() throws Exception {
    Files.writeString(out, "in the way");
    FileRefused refused = assertThrows(FileRefused.class, this::write);
    assertTrue(refused.words().zh().contains("是一个文件"), refused.words().zh());
    assertEquals("in the way", Files.readString(out));
  }

  private void write() throws Exception {
    InputFile input =
        new InputFile(
            "layer", "综治", "a.geojson", "GeoJSON", "EPSG:4490", "code", 2, 8, 99, "ab", List.of());
    MergeFiles.write(ground(1), GATE, List.of(input), out);
  }

  private static UnifiedGround ground(double weight) throws ParseException {
    BasicUnit left =
        unit(
            "01-1",
            "POLYGON((500000 3900000,500000 3900100,500100 3900100,500100 3900050,500100 3900000,500000 3900000))",
            Optional.of("=A1"));
    BasicUnit right =
        unit(
            "01-2",
            "POLYGON((500100 3900000,500200 3900000,500200 3900100,500100 3900100,500100 3900050,500100 3900000),"
                + "(500120 3900020,500140 3900020,500130 3900040,500120 3900020))",
            Optional.of("A2"));
    BasicUnit island =
        unit(
            "01-3",
            "POLYGON((500120 3900020,500140 3900020,500130 3900040,500120 3900020))",
            Optional.empty());
    Conflict conflict =
        new Conflict(
            ConflictKind.OVERLAP,
            "综治",
            "01",
            island.polygon(),
            new Spot(500130, 3900030),
            200,
            5,
            1,
            2,
            3,
            List.of(new Claim("综治", "=A1"), new Claim("综治", "A2")),
            MergeRule.LONGEST_BORDER,
            List.of(new Claim("综治", "A2")));
    Finding finding =
        new Finding(
            FindingCode.OUTSIDE_AREA,
            "综治",
            "=A1",
            3,
            Optional.of(new Spot(500050, 3900050)),
            new Words("缝", "say \"hi\""),
            new Words("补", "filled"));
    return new UnifiedGround(
        FRAME,
        List.of("综治", "党建"),
        new Mosaic(List.of(left, right, island), List.of()),
        List.of(
            new CrosswalkRow("综治", "=A1", Optional.of("01-1"), 10000, 2, 30, 75, 0.75 * weight),
            new CrosswalkRow("综治", "37130200100100102", Optional.empty(), 12.34567, 0, 0, 0, 0.25)),
        List.of(conflict),
        List.of(finding),
        new MergeReport(
            List.of(
                new MergeReport.LayerReport(
                    "综治", 2, 8, 5, 0, 0, 1.5, 1, 12, 3, 4, 5, 6, new DriftUndone(3, 1.25, 90))),
            3,
            20000,
            2,
            30,
            75,
            List.of(new MergeReport.PhaseReport(MergePhase.AREA, 0.1, 0.2, 3_000_000)),
            List.of(EVIDENCE)));
  }

  private static BasicUnit unit(String id, String wkt, Optional<String> source)
      throws ParseException {
    Polygon polygon = (Polygon) new WKTReader().read(wkt);
    return new BasicUnit(
        id, "01", polygon, polygon.getArea(), List.of(source, Optional.empty()), 1, 10, 25);
  }
}
