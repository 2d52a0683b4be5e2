package onegrid.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import onegrid.io.read.FeatureFiles;
import onegrid.io.table.FeatureTable;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a made-up district are what the dictionary says they are. */
class SampleFilesTest {
  private static final SampleCity CITY = SampleCity.of(Preset.FENYI, 3);
  private static Path folder = Path.of("");
  private static Path out = Path.of("");

  @BeforeAll
  static void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    out = folder.resolve("city");
    SampleFiles.write(CITY, out);
  }

  @Test
  void everyFileHasTheColumnsThatTheDictionaryNames() throws IOException {
    Map<String, List<String>> told = dictionary();
    Map<String, List<String>> written = new TreeMap<>();
    for (String name : names()) {
      if (name.endsWith(".csv")) {
        List<String> heading =
            List.of(Files.readString(out.resolve(name)).split("\r\n")[0].split(","));
        assertEquals("note", heading.get(heading.size() - 1), name);
        written.put(
            name,
            heading.stream().limit(heading.size() - 1).map(h -> h.replace("\uFEFF", "")).toList());
      } else if (name.endsWith(".geojson") && !name.startsWith("layer")) {
        written.put(
            name, List.copyOf(json(name).get("features").get(0).get("properties").propertyNames()));
      }
    }
    told.put("truth.geojson", List.of("id", "area", "综治", "党建", "城管"));
    assertEquals(told, written);
  }

  @Test
  void everythingThatWasMadeIsWritten() throws IOException {
    Map<String, Integer> rows = new TreeMap<>();
    for (String name : names()) {
      if (name.endsWith(".csv")) {
        rows.put(name, Files.readString(out.resolve(name)).split("\r\n").length - 1);
      } else if (name.endsWith(".geojson")) {
        rows.put(name, json(name).get("features").size());
      }
    }
    Map<String, Integer> made = new TreeMap<>();
    made.put("communities.geojson", CITY.communities().size());
    made.put("subdistricts.geojson", CITY.subdistricts().size());
    made.put("compounds.geojson", CITY.compounds().size());
    made.put("gates.geojson", CITY.gates().size());
    made.put("buildings.geojson", CITY.buildings().size());
    made.put("roads.geojson", CITY.roads().size() + CITY.footpaths().size());
    made.put("water.geojson", CITY.water().size());
    made.put("railways.geojson", CITY.railways().size());
    made.put("barriers.geojson", CITY.water().size() + CITY.railways().size());
    made.put("places.geojson", CITY.places().size());
    made.put("truth.geojson", CITY.truth().units().size());
    made.put("stations.csv", CITY.stations().size());
    made.put("service-items.csv", CITY.serviceItems().size());
    made.put("departments.csv", CITY.departments().size());
    made.put("duties.csv", CITY.duties().size());
    made.put("posts.csv", CITY.posts().size());
    made.put("building-groups.csv", CITY.buildingGroups().size());
    made.put("roster.csv", CITY.roster().size());
    made.put("truth-buildings.csv", CITY.buildings().size());
    made.put("defects.csv", CITY.defects().size());
    for (int i = 0; i < CITY.layers().size(); i++) {
      made.put("layer" + (i + 1) + ".geojson", CITY.layers().get(i).cells().size());
    }
    assertEquals(made, rows);
  }

  @Test
  void stationsAndBuildingsAreReadByTheNamesThatCoverageUses() {
    FeatureTable stations = FeatureFiles.read(out.resolve("stations.csv"));
    assertEquals(CITY.stations().size(), stations.rows().size());
    assertTrue(stations.column("id").isPresent());
    FeatureTable buildings = FeatureFiles.read(out.resolve("buildings.geojson"));
    int people = buildings.column("population").orElseThrow();
    int households = buildings.column("households").orElseThrow();
    assertEquals(
        CITY.buildings().stream().mapToInt(b -> b.people()).sum(),
        buildings.rows().stream().mapToInt(r -> Integer.parseInt(r.values().get(people))).sum());
    assertEquals(
        CITY.buildings().stream().mapToInt(b -> b.households()).sum(),
        buildings.rows().stream()
            .mapToInt(r -> Integer.parseInt(r.values().get(households)))
            .sum());
  }

  /** Reached means: each main part of the network hangs together, footpaths through their gates. */
  @Test
  void linesThatMeetShareTheirDigits() throws IOException {
    TreeSet<String> streets = new TreeSet<>();
    TreeSet<String> paths = new TreeSet<>();
    for (JsonNode road : json("roads.geojson").get("features")) {
      boolean path = road.get("properties").get("class").intValue() == 4;
      for (JsonNode at : road.get("geometry").get("coordinates")) {
        (path ? paths : streets).add(at.toString());
      }
    }
    for (JsonNode gate : json("gates.geojson").get("features")) {
      String at = gate.get("geometry").get("coordinates").toString();
      assertTrue(paths.contains(at) || streets.contains(at), "a gate without a path: " + gate);
    }
    paths.retainAll(streets);
    assertTrue(paths.size() > 50, "footpaths that reach a street: " + paths.size());
  }

  @Test
  void everyFileSaysThatItIsMadeUp() throws IOException {
    for (String name : names()) {
      String text = Files.readString(out.resolve(name));
      if (name.endsWith(".csv")) {
        text.lines().skip(1).forEach(row -> assertTrue(row.endsWith(",\"虚构\""), name + ": " + row));
      } else {
        assertTrue(text.contains("虚构"), name);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    SampleFiles.write(SampleCity.of(Preset.FENYI, 3), again);
    for (String name : names()) {
      if (!name.equals("README.md")) { // It names its folder.
        assertEquals(-1, Files.mismatch(out.resolve(name), again.resolve(name)), name);
      }
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static JsonNode json(String name) {
    return JsonMapper.shared().readTree(out.resolve(name));
  }

  /** The table under 文件 Files: file to columns. */
  private static Map<String, List<String>> dictionary() throws IOException {
    String text = Files.readString(Path.of("../../gis-data/DICTIONARY.md"));
    Map<String, List<String>> told = new TreeMap<>();
    for (String line : text.substring(text.indexOf("## 文件 Files")).lines().toList()) {
      String[] parts = line.split("\\s*\\|\\s*");
      if (parts.length == 5 && parts[1].matches("[a-z-]+\\.(csv|geojson)")) {
        told.put(parts[1], List.of(parts[4].split(" ")));
      }
    }
    return told;
  }
}
