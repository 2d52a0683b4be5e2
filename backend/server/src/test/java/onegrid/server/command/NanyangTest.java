package onegrid.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onegrid.finding.FindingCode;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files with every defect of the catalogue that lives in files: found, worded, placed. */
class NanyangTest {
  private static final Set<String> PLACED =
      Set.of(
          "RING_NOT_CLOSED",
          "RING_TURNED",
          "CODE_REPEATED",
          "CODE_FORM",
          "PARENT_UNKNOWN",
          "NAME_VARIANT",
          "RING_CROSSES_ITSELF",
          "CELL_REPEATED",
          "CELL_TOO_SMALL");

  private static Path out = Path.of("");
  private static int exit;
  private static String said = "";
  private static List<String[]> findings = List.of();

  @BeforeAll
  static void merge(@TempDir Path folder) throws IOException {
    out = folder.resolve("ny");
    String command = SampleFiles.write(SampleCity.of(Preset.NANYANG, 7), out);
    String[] words = command.replace("\\\n", " ").replace("'", "").split("\\s+");
    List<String> args = new ArrayList<>(List.of(words).subList(1, words.length));
    Terminal terminal = new Terminal();
    exit = terminal.run(args.toArray());
    said = terminal.said();
    findings = rows(out.resolve("merged").resolve("findings.csv"));
  }

  @Test
  void itMergesAndAsksForDecisions() {
    assertEquals(Exit.NEEDS_DECISION, exit, said);
  }

  @Test
  void everyDefectThatLivesInFilesIsFoundInItsLayer() {
    Map<String, Set<String>> layersOfDefect = new TreeMap<>();
    for (String[] row : findings) {
      String defect = FindingCode.valueOf(row[0]).defect();
      layersOfDefect.computeIfAbsent(defect, d -> new TreeSet<>()).add(row[2]);
    }
    Map<String, String> wanted = new TreeMap<>();
    wanted.put("D01", "综治"); // GBK without a word about it
    wanted.put("D03", "应急"); // .prj says degrees, numbers are metres
    wanted.put("D04", "民政"); // north before east
    wanted.put("D05", "城管"); // GCJ-02
    wanted.put("D06", "环保"); // neighbouring zone
    wanted.put("D07", "城管"); // a cell 30 km off
    wanted.put("D08", "民政");
    wanted.put("D09", "环保");
    wanted.put("D11", "党建");
    wanted.put("D12", "民政");
    wanted.put("D13", "党建");
    wanted.put("D14", "民政");
    wanted.put("D15", "环保");
    wanted.put("D16", "环保");
    wanted.put("D25", "城管");
    wanted.put("D26", "党建");
    wanted.put("D27", "民政");
    wanted.put("D31", "党建");
    wanted.put("D32", "民政");
    wanted.forEach(
        (defect, layer) ->
            assertTrue(
                layersOfDefect.getOrDefault(defect, Set.of()).contains(layer),
                defect + " in " + layer + ", found: " + layersOfDefect));
    assertTrue(
        findings.stream().anyMatch(row -> row[0].equals("ARCHIVE_IN_ARCHIVE")), "zip in zip");
  }

  @Test
  void everyFindingIsWordedAndThoseAboutACellHaveTheirPlace() {
    for (String[] row : findings) {
      assertFalse(row[6].isBlank(), String.join(",", row));
      assertTrue(row[6].codePoints().anyMatch(Character::isIdeographic), String.join(",", row));
      if (PLACED.contains(row[0])) {
        double lon = Double.parseDouble(row[4]);
        double lat = Double.parseDouble(row[5]);
        assertTrue(Math.abs(lon - 112.53) < 0.4 && Math.abs(lat - 33) < 0.1, String.join(",", row));
      }
    }
  }

  @Test
  void fileWithoutZoneIsRefusedWithTheQuestion() {
    Terminal terminal = new Terminal();
    assertEquals(Exit.REFUSED, terminal.run("check", out.resolve("layer2.csv")));
    assertTrue(terminal.said().contains("--crs"), terminal.said());
    assertEquals(
        Exit.NEEDS_DECISION,
        new Terminal().run("check", "--crs", "EPSG:4547", out.resolve("layer2.csv")));
  }

  @Test
  void fileThatContradictsItselfIsReadByWhatAPersonSays() {
    Terminal terminal = new Terminal();
    assertEquals(Exit.REFUSED, terminal.run("check", out.resolve("layer6.zip")));
    assertTrue(terminal.said().contains("两者不符"), terminal.said());
    Terminal told = new Terminal();
    assertEquals(
        Exit.NEEDS_DECISION, told.run("check", "--crs", "EPSG:4547", out.resolve("layer6.zip")));
    assertTrue(told.said().contains("D03"), told.said());
  }

  /** The codes of the mail that was never declared come out as they went in. */
  @Test
  void undeclaredChineseIsReadToTheLetter() throws IOException {
    String crosswalk = Files.readString(out.resolve("merged").resolve("crosswalk.csv"));
    assertTrue(crosswalk.contains("\"综治\""), "the layer is in the crosswalk");
    Terminal terminal = new Terminal();
    terminal.run("check", out.resolve("layer1.zip"));
    assertTrue(terminal.said().contains("综治第1网格"), terminal.said());
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path other) throws IOException {
    Path again = other.resolve("ny");
    SampleFiles.write(SampleCity.of(Preset.NANYANG, 7), again);
    for (int i = 1; i <= 6; i++) {
      String name = HandoverFiles.name(i, SampleCity.of(Preset.NANYANG, 7).layers().get(i - 1));
      assertEquals(-1, Files.mismatch(out.resolve(name), again.resolve(name)), name);
    }
    assertEquals(-1, Files.mismatch(out.resolve("defects.csv"), again.resolve("defects.csv")));
  }

  /** Code, severity, layer, source, lon, lat, words, what was done. */
  private static List<String[]> rows(Path csv) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readString(csv).split("\r\n")) {
      String[] values = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      for (int i = 0; i < values.length; i++) {
        values[i] = values[i].replaceAll("^\"|\"$", "");
      }
      rows.add(values);
    }
    return rows.subList(1, rows.size());
  }
}
