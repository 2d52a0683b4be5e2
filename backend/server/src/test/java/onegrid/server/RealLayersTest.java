package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import onegrid.io.crs.CrsGate;
import onegrid.io.intake.TablePlace;
import onegrid.io.read.FeatureFiles;
import onegrid.server.chromium.Clerk;
import onegrid.server.chromium.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Layers that real offices drew, merged through the page. They are not ours to ship: where the
 * folder {@value #BESIDE} does not lie beside the project, these tests are reported as skipped and
 * say so.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealLayersTest {
  private static final String BESIDE = "shared/data/merge";
  private static final String NAME = "周敏";
  private static final String PASSWORD = "梧桐-leaf-42-雨";

  private record Handed(String file, String name, String role, String code) {}

  private final RunningServer server = new RunningServer();
  private Path folder = Path.of("");

  @BeforeAll
  void find() {
    Path beside = Path.of("").toAbsolutePath();
    while (beside != null && !Files.isDirectory(beside.resolve(BESIDE))) {
      beside = beside.getParent();
    }
    assumeTrue(beside != null, "skipped: no real layers in " + BESIDE + " beside the project");
    folder = beside == null ? folder : beside.resolve(BESIDE);
    server.start();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void fiveDivisionsOfNewYorkBecomeOne() throws IOException {
    List<Handed> layers =
        List.of(
            new Handed("nyc/census_tract_2010.geojson", "人口普查区", "AREA", "geography_value"),
            new Handed("nyc/borough.geojson", "行政区", "DEPARTMENT", "geography_value"),
            new Handed("nyc/community_district.geojson", "社区委员会", "DEPARTMENT", "boro_cd"),
            new Handed("nyc/council_district.geojson", "议会选区", "DEPARTMENT", "geography_value"),
            new Handed(
                "nyc/neighborhood_tabulation_area_2010.geojson", "统计街坊", "DEPARTMENT", "nta2010"));
    UnitsCheck units = wholeAndSound(merged("nyc", layers), layers);
    Path area = folder.resolve(layers.get(0).file());
    CrsGate gate = TablePlace.settle(FeatureFiles.read(area), Optional.empty()).gate();
    UnitsCheck.Straying stray =
        units.strayingFrom(Browser.JSON.readTree(Files.readString(area)), gate);
    System.out.printf(
        "nyc: %.1f m² of ground in no unit, %.1f m² of units beside it%n",
        stray.gap().getArea(), stray.beside().getArea());
    assertTrue(stray.isRounding(), "wider than a rounding");
  }

  @Test
  void precinctsOfTwoYearsBecomeOne() throws IOException {
    List<Handed> layers =
        List.of(
            new Handed("DenverCo_precincts2016_orig.zip", "2016", "DEPARTMENT", "NAMELSAD"),
            new Handed("DenverCo_precincts2018_orig.zip", "2018", "DEPARTMENT", "NAME"));
    wholeAndSound(merged("denver", layers), layers);
  }

  /** Hands layers in by the page, merges there, and looks at the result. */
  private long merged(String name, List<Handed> layers) {
    try (PageCheck check = new PageCheck(server.port())) {
      Page page = check.page;
      Clerk clerk = new Clerk(page, "http://127.0.0.1:" + server.port());
      page.go("http://127.0.0.1:" + server.port() + "/");
      page.until("document.querySelector('.gate h1')");
      if (page.text(".gate").contains("建立管理员")) {
        clerk.setUp(server.setUpToken(), NAME, PASSWORD);
        page.until("document.querySelector('[name=workspace-name]')");
      } else {
        clerk.signIn(NAME, PASSWORD);
      }
      clerk.workspace(name);
      long begun = System.nanoTime();
      for (Handed layer : layers) {
        clerk.upload(folder.resolve(layer.file()), layer.name(), layer.role(), layer.code());
      }
      System.out.printf("%s: handed in in %.1f s%n", name, (System.nanoTime() - begun) / 1e9);
      check.measure(name + "-layers");
      begun = System.nanoTime();
      JsonNode mosaic = clerk.merge();
      System.out.printf(
          "%s: merged in %.1f s, %d units%n",
          name, (System.nanoTime() - begun) / 1e9, mosaic.path("units").asInt());
      check.see(name + "-merged");
      page.click(".conflicts li:first-child");
      page.until("document.querySelector('.conflict-card')");
      check.measure(name + "-disagreement");
      check.isFaultless();
      check.stayedAtHome();
      return mosaic.path("id").asLong();
    }
  }

  /** Signs in beside the page, and asks its files whether anything got lost. */
  private UnitsCheck wholeAndSound(long mosaic, List<Handed> layers) throws IOException {
    Browser browser = server.stranger();
    browser.session();
    Map<String, String> account = Map.of("name", NAME, "password", PASSWORD);
    assertTrue(browser.write("POST", "/api/login", account).statusCode() < 300);
    String files = "/api/mosaics/" + mosaic + "/files/";
    JsonNode collection = Browser.json(browser.get(files + "units.geojson"), 200);
    UnitsCheck units = new UnitsCheck(collection);
    assertEquals(0, units.invalid(), "invalid units");
    assertEquals(0, units.overlappingEdges(), "edges that two units hold from one side");
    Set<String> accounted = new HashSet<>();
    collection
        .path("features")
        .forEach(f -> accounted.add("AREA|" + f.at("/properties/area").asString("")));
    rows(browser, files + "crosswalk.csv", row -> accounted.add(row[0] + "|" + row[1]));
    rows(browser, files + "findings.csv", row -> accounted.add(row[2] + "|" + row[3]));
    Set<String> missing = new TreeSet<>();
    for (Handed layer : layers) {
      Set<String> codes = codes(folder.resolve(layer.file()), layer.code());
      assertTrue(codes.size() > 4, layer + ": " + codes);
      String name = layer.role().equals("AREA") ? "AREA" : layer.name();
      codes.forEach(code -> missing.add(name + "|" + code));
    }
    missing.removeAll(accounted);
    assertEquals(Set.of(), missing, "source codes without a unit and without a reason");
    return units;
  }

  private static void rows(Browser browser, String file, Consumer<String[]> use) {
    Browser.text(browser.get(file))
        .lines()
        .map(line -> line.replace("\uFEFF", "").replace("\"", "").split(",", -1))
        .filter(row -> row.length > 3)
        .forEach(use);
  }

  private static Set<String> codes(Path file, String field) throws IOException {
    if (file.toString().endsWith(".zip")) {
      return codesOfTable(file, field);
    }
    Set<String> codes = new TreeSet<>();
    Browser.JSON
        .readTree(Files.readString(file))
        .path("features")
        .forEach(f -> codes.add(f.path("properties").path(field).asString()));
    return codes;
  }

  /** The values of a field of the dBASE table in a zip, read by its two fixed widths. */
  private static Set<String> codesOfTable(Path zip, String field) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry =
          file.stream().filter(e -> e.getName().endsWith(".dbf")).findFirst().orElseThrow();
      ByteBuffer table =
          ByteBuffer.wrap(file.getInputStream(entry).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] bytes = table.array();
      int at = 1;
      int width = 0;
      for (int head = 32; bytes[head] != 13 && width == 0; head += 32) {
        String name = new String(bytes, head, 11, StandardCharsets.US_ASCII).split("\0", 2)[0];
        width = name.equals(field) ? bytes[head + 16] : 0;
        at += width == 0 ? bytes[head + 16] : 0;
      }
      Set<String> codes = new TreeSet<>();
      for (int row = 0; row < table.getInt(4); row++) {
        int start = table.getShort(8) + row * table.getShort(10) + at;
        codes.add(new String(bytes, start, width, StandardCharsets.UTF_8).strip());
      }
      return codes;
    }
  }
}
