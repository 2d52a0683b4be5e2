package onegrid.server.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage from files to files, and everything that must be refused on the way. */
class CoverageCommandTest {
  @TempDir private static Path shared = Path.of("");
  private static Path town = Path.of("");

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void makeTheTown() {
    town = shared.resolve("town");
    assertEquals(0, new Terminal().run("sample", "--preset", "fenyi", "--out", town));
  }

  @Test
  void answersForEveryBuildingOfAMadeUpTown() throws IOException {
    Terminal terminal = new Terminal();
    Path out = folder.resolve("out");
    int exit = terminal.run(words(out, "--threads", "1"));
    assertTrue(exit == Exit.DONE || exit == Exit.NEEDS_DECISION, terminal.said());
    List<String> rows = Files.readAllLines(out.resolve("buildings.csv"));
    long buildings =
        Files.readAllLines(town.resolve("buildings.geojson")).stream()
            .filter(line -> line.contains("\"Feature\""))
            .count();
    assertEquals(buildings + 1, rows.size());
    assertTrue(rows.stream().anyMatch(row -> row.contains("\"COVERED\"")));
    assertTrue(rows.stream().anyMatch(row -> row.contains("\"NOT_COVERED\"")));
    String report = Files.readString(out.resolve("report.json"));
    for (String word : List.of("assumption", "networkVersion", "radiusAgainstNetwork", "share")) {
      assertTrue(report.contains('"' + word + '"'), word);
    }
    assertTrue(terminal.said().contains("查准 1.0000 查全 1.0000"), terminal.said());

    Path again = folder.resolve("again");
    new Terminal().run(words(again, "--threads", "4"));
    sameBytes(out, again);
  }

  @Test
  void theOrderOfTheFilesChangesNoByte() throws IOException {
    Path out = folder.resolve("out");
    new Terminal().run(words(out));
    Path turned = folder.resolve("turned");
    List<Object> words = new ArrayList<>(List.of(words(turned)));
    for (String name : List.of("roads.geojson", "buildings.geojson", "compounds.geojson")) {
      words.set(words.indexOf(town.resolve(name)), turned(town.resolve(name)));
    }
    Terminal terminal = new Terminal();
    terminal.run(words.toArray());
    assertTrue(Files.exists(turned.resolve("buildings.csv")), terminal.said());
    sameBytes(out, turned);
  }

  /** The same features, the last one first. */
  private Path turned(Path geojson) throws IOException {
    String text = Files.readString(geojson);
    int start = text.indexOf('\n');
    int end = text.lastIndexOf("]}");
    List<String> features = new ArrayList<>(List.of(text.substring(start + 1, end).split("\n,")));
    assertTrue(features.size() > 10, geojson + " holds a feature a line");
    Collections.reverse(features);
    Path turned = folder.resolve(geojson.getFileName());
    Files.writeString(
        turned, text.substring(0, start) + String.join(",\n", features) + text.substring(end));
    return turned;
  }

  private static void sameBytes(Path out, Path again) throws IOException {
    for (String name :
        List.of(
            "buildings.csv",
            "areas.geojson",
            "pockets.csv",
            "pockets.geojson",
            "figures.csv",
            "findings.csv")) {
      assertArrayEquals(
          Files.readAllBytes(out.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
    }
  }

  @Test
  void refusesAbsurdQuestions() {
    for (String[] words :
        new String[][] {
          {"--minutes", "-5"},
          {"--minutes", "0"},
          {"--minutes", "1e9"},
          {"--minutes", "NaN"},
          {"--speed", "0"},
          {"--speed", "-1"},
          {"--speed", "NaN"},
          {"--speed", "Infinity"},
          {"--measure", "flight"},
          {"--radius", "-1"},
          {"--threads", "0"},
          {"--capacity", "-1"},
          {"--capacity", "many"},
          {"--at", "noon"}
        }) {
      refuses(words);
    }
  }

  @Test
  void fillsStationsUpToTheirCapacity() throws IOException {
    Path out = folder.resolve("out");
    Terminal terminal = new Terminal();
    terminal.run(words(out, "--capacity", "300"));
    long given = 0;
    for (String row : rowsOf(out.resolve("room-stations.csv"))) {
      long people = Long.parseLong(row.substring(row.lastIndexOf(',') + 1));
      assertTrue(people <= 300, row);
      given += people;
    }
    long roomed = 0;
    for (String row : rowsOf(out.resolve("room.csv"))) {
      if (!row.contains(",,")) {
        roomed += Long.parseLong(row.substring(row.lastIndexOf(',') + 1));
      }
    }
    assertEquals(given, roomed);
    assertTrue(given > 0);
    String report = Files.readString(out.resolve("report.json"));
    assertTrue(report.contains("\"withRoom\""), report);
    assertTrue(terminal.said().contains("/ with room"), terminal.said());
  }

  private static List<String> rowsOf(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    return lines.subList(1, lines.size());
  }

  @Test
  void roundsMinutes() {
    Terminal terminal = new Terminal();
    terminal.run(words(folder.resolve("out"), "--minutes", "10.0000001"));
    assertTrue(terminal.said().contains("10 分钟内"), terminal.said());
  }

  @Test
  void refusesBrokenRoads() throws IOException {
    Path cut = folder.resolve("cut.osm.pbf");
    Files.write(cut, new byte[] {0, 0, 0, 13, 10, 9, 'O', 'S', 'M'});
    refusesRoads(cut);
    Path huge = folder.resolve("huge.osm.pbf");
    Files.write(huge, new byte[] {(byte) 0x80, 0, 0, 0});
    refusesRoads(huge);
    Path empty = folder.resolve("empty.osm");
    Files.writeString(empty, "<osm version=\"0.6\"/>");
    refusesRoads(empty);
    Path areas = folder.resolve("areas.geojson");
    Files.copy(town.resolve("communities.geojson"), areas);
    refusesRoads(areas);
  }

  @Test
  void saysWhyNoStationCounts() {
    Terminal terminal = new Terminal();
    int exit = terminal.run(words(folder.resolve("out"), "--item", "NO-SUCH-ITEM"));
    assertTrue(exit == Exit.DONE || exit == Exit.NEEDS_DECISION, terminal.said());
    assertTrue(terminal.said().contains("没有符合条件的站点"), terminal.said());
  }

  @Test
  void aStationOnAnIslandServesNobodyElse() throws IOException {
    Path stations = folder.resolve("stations.csv");
    Files.writeString(stations, "id,lon,lat\nS1,114.9,27.9\n", StandardCharsets.UTF_8);
    List<Object> words = new ArrayList<>(List.of(words(folder.resolve("out"))));
    words.set(words.indexOf(town.resolve("stations.csv")), stations);
    Terminal terminal = new Terminal();
    assertEquals(Exit.NEEDS_DECISION, terminal.run(words.toArray()), terminal.said());
    String findings = Files.readString(folder.resolve("out").resolve("findings.csv"));
    assertTrue(findings.contains("STATION_NOT_LINKED"));
  }

  private void refusesRoads(Path roads) {
    List<Object> words = new ArrayList<>(List.of(words(folder.resolve("never"))));
    words.set(words.indexOf(town.resolve("roads.geojson")), roads);
    refusesAll(words.toArray());
  }

  private void refuses(String... more) {
    refusesAll(words(folder.resolve("never"), (Object[]) more));
  }

  private void refusesAll(Object[] words) {
    Terminal terminal = new Terminal();
    assertEquals(Exit.REFUSED, terminal.run(words), terminal.said());
    assertFalse(terminal.said().contains("Exception"), terminal.said());
    assertFalse(Files.exists(folder.resolve("never")));
  }

  private static Object[] words(Path out, Object... more) {
    return Stream.concat(
            Stream.of(
                "coverage",
                "--roads",
                town.resolve("roads.geojson"),
                "--stations",
                town.resolve("stations.csv"),
                "--buildings",
                town.resolve("buildings.geojson"),
                "--compounds",
                town.resolve("compounds.geojson"),
                "--gates",
                town.resolve("gates.geojson"),
                "--barriers",
                town.resolve("barriers.geojson"),
                "--out",
                out),
            Stream.of(more))
        .toArray();
  }
}
