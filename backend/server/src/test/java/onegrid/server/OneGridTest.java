package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a person uses it: a made-up district, checked and merged. */
class OneGridTest {
  private static final Path SAMPLE = sampleFolder();
  private static final Set<String> RESULTS =
      Set.of("units.geojson", "crosswalk.csv", "conflicts.geojson", "findings.csv", "report.json");

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  OneGridTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void makeTheSample() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] args = {"sample", "--preset", "fenyi", "--seed", "3", "--out", SAMPLE.toString()};
    assertEquals(0, OneGrid.run(args, said, said), said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theSampleSaysThatItIsMadeUpAndHowToMergeIt() throws Exception {
    String readme = Files.readString(SAMPLE.resolve("README.md"));
    assertTrue(readme.contains("虚构"), readme);
    assertTrue(readme.contains("scripts/onegrid merge --area"), readme);
    assertTrue(Files.exists(SAMPLE.resolve("truth.geojson")));
  }

  @Test
  void theSampleIsMergedByTheCommandThatItPrints() throws Exception {
    Path results = folder.resolve("merged");
    String readme = Files.readString(SAMPLE.resolve("README.md"));
    int from = readme.indexOf("merge --area");
    String command = readme.substring(from, readme.indexOf("```", from)).replace("\\\n", " ");
    List<String> args = new ArrayList<>(List.of(command.strip().split("\\s+")));
    args.set(args.indexOf("--out") + 1, results.toString());
    int exit = run(args.toArray(String[]::new));
    assertEquals(1, exit, said());
    assertEquals(RESULTS, names(results));
    assertTrue(said().contains("完成"), said());
    assertTrue(Files.readString(results.resolve("report.json")).contains("\"sha256\":\""));
    assertNobodyIsCountedTwice(results);
  }

  @Test
  void ranksMayBeToldAndOfEqualsTheBetterDrawnComesFirst() throws Exception {
    List<String> args = new ArrayList<>(List.of("merge"));
    args.addAll(List.of("--area", SAMPLE.resolve("communities.geojson").toString()));
    for (int k = 1; k <= 2; k++) {
      String name = k == 1 ? "甲" : "乙";
      args.addAll(List.of("--layer", name + "=" + SAMPLE.resolve("layer" + k + ".geojson")));
    }
    Path turned = folder.resolve("turned");
    List<String> ranked = new ArrayList<>(args);
    ranked.addAll(List.of("--rank", "甲=9", "--out", turned.toString()));
    assertEquals(1, run(ranked.toArray(String[]::new)), said());
    String units = Files.readString(turned.resolve("units.geojson"));
    assertTrue(units.indexOf("\"乙\":") < units.indexOf("\"甲\":"), units.substring(0, 500));
    Path alike = folder.resolve("alike");
    args.addAll(List.of("--rank", "乙=1", "--out", alike.toString()));
    assertEquals(1, run(args.toArray(String[]::new)), said());
    assertTrue(
        Files.readString(alike.resolve("findings.csv")).contains("RANKED_BY_DRAWING"), said());
  }

  @Test
  void checkTellsWhatIsWrongAndWhere() throws Exception {
    Path bow =
        write(
            "bow.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":"
                + "\"1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[118.301234,35.06],"
                + "[118.31,35.07],[118.31,35.06],[118.30,35.07],[118.301234,35.06]]]}}]}");
    assertEquals(0, run("check", bow.toString()), said());
    assertTrue(shown().contains("D08"), shown());
    assertTrue(shown().contains("118.30"), shown());
    assertEquals(1, run("check", bow.toString(), SAMPLE.resolve("layer2.geojson").toString()));
  }

  @Test
  void refusedInputWritesNothing() throws Exception {
    Path results = folder.resolve("none");
    Path nan =
        write("nan.geojson", "{\"type\":\"Polygon\",\"coordinates\":[[[NaN,1],[2,3],[4,5]]]}");
    assertEquals(2, run("merge", "--layer", "a=" + nan, "--out", results.toString()));
    assertTrue(said().contains("nan.geojson"), said());
    assertFalse(Files.exists(results));
    assertEquals(2, run("check", nan.toString()));
    assertEquals(2, run("check", folder.resolve("missing.zip").toString()));
    Path communities = SAMPLE.resolve("communities.geojson");
    assertEquals(
        2,
        run(
            "merge",
            "--layer",
            "a=" + communities,
            "--code",
            "a=nope",
            "--out",
            results.toString()));
    assertTrue(said().contains("code, name"), said());
    assertFalse(Files.exists(results));
  }

  @Test
  void wrongUseIsExplained() {
    Path layer = SAMPLE.resolve("layer1.geojson");
    String to = folder.resolve("none").toString();
    assertEquals(2, run());
    assertEquals(2, run("unify"));
    assertEquals(2, run("merge", "--out", to));
    assertEquals(2, run("merge", "--layer", "no-equals-sign", "--out", to));
    assertEquals(2, run("merge", "--layer", "id=" + layer, "--out", to));
    assertEquals(2, run("merge", "--layer", "a=" + layer, "--layer", "a=" + layer, "--out", to));
    for (String tolerance : List.of("0", "-1", "NaN", "101", "x")) {
      assertEquals(2, run("merge", "--layer", "a=" + layer, "--tolerance", tolerance, "--out", to));
    }
    assertEquals(2, run("merge", "--layer", "a=" + layer, "--threads", "0", "--out", to));
    for (String rank : List.of("a=0", "a=-1", "a=x", "a=1.5", "b=1", "a")) {
      assertEquals(2, run("merge", "--layer", "a=" + layer, "--rank", rank, "--out", to), rank);
    }
    assertEquals(2, run("merge", "--layer", "a=" + layer, "--crs", "火星", "--out", to));
    assertEquals(2, run("sample", "--preset", "atlantis", "--out", to));
    assertEquals(2, run("sample", "--noise", "NaN", "--out", to));
    assertFalse(Files.exists(Path.of(to)));
  }

  @Test
  void helpIsInBothLanguages() {
    assertEquals(0, run("merge", "--help"));
    assertTrue(shown().contains("多网合一"), shown());
    assertTrue(shown().contains("strongest first"), shown());
  }

  /** No layer's rows of the crosswalk hold more people than there are. */
  private static void assertNobodyIsCountedTwice(Path results) throws IOException {
    Map<String, Integer> people = new HashMap<>();
    for (String line : Files.readAllLines(results.resolve("crosswalk.csv"))) {
      String[] values = line.split(",", -1);
      if (values[6].matches("[0-9]+")) {
        people.merge(values[0], Integer.parseInt(values[6]), Integer::sum);
      }
    }
    String report = Files.readString(results.resolve("report.json"));
    int from = report.indexOf("\"people\":") + 9;
    int all = Integer.parseInt(report.substring(from, report.indexOf(',', from)));
    people.forEach((layer, sum) -> assertTrue(sum <= all, layer + ": " + sum + " of " + all));
    assertFalse(people.isEmpty());
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    return OneGrid.run(args, out, err);
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Set<String> names(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return new TreeSet<>(files.map(file -> String.valueOf(file.getFileName())).toList());
    }
  }

  private static Path sampleFolder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "sample");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
