package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import onegrid.store.SquareCity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be asked of an answer beyond its map: tables, each of which says what it stands on. */
class CoverageTablesTest {
  private static final class Stage {
    static final Browser ADMIN = RunningServer.shared().administrator();
    static final long WORKSPACE =
        OpenCity.workspace(
            "覆盖表",
            OpenCity.of(
                new SquareCity(20, 10),
                21,
                List.of(
                    OpenCity.station("S1", "红帆驿站", List.of("社保", "医保"), 1, 1),
                    OpenCity.station("S2", "驿站", List.of("社保"), 4, 2),
                    OpenCity.station("S3", "驿站", List.of(), 6, 7))));
    static final String ANSWER = "/api/coverages/" + CoverageServiceTest.asked(WORKSPACE, Map.of());

    private Stage() {}
  }

  private final Browser admin = Stage.ADMIN;

  /** Lines of a table without its heading, each split at the commas; no field of ours has one. */
  private List<String[]> rows(String address) {
    var answer = admin.get(address);
    assertEquals(200, answer.statusCode(), Browser.text(answer));
    List<String[]> rows = new ArrayList<>();
    for (String line : Browser.text(answer).strip().split("\r\n")) {
      rows.add(line.replace("\"", "").split(",", -1));
    }
    rows.remove(0);
    return rows;
  }

  @Test
  void everyPairWithinTheLimitIsListedNearestFirst() {
    List<String[]> all = rows(Stage.ANSWER + "/pairs");
    List<String[]> nearest = rows(Stage.ANSWER + "/pairs?nearest=1");
    assertTrue(all.size() > nearest.size(), all.size() + " pairs");
    Map<String, Integer> least = new TreeMap<>();
    String before = "";
    int rank = 0;
    for (String[] pair : all) {
      rank = pair[0].equals(before) ? rank + 1 : 1;
      before = pair[0];
      assertEquals(rank, Integer.parseInt(pair[1]));
      int seconds = Integer.parseInt(pair[5]);
      assertTrue(seconds <= 600, String.join(",", pair));
      least.merge(pair[0], seconds, Math::min);
    }
    assertEquals(least.size(), nearest.size());
    for (String[] pair : nearest) {
      assertEquals(least.get(pair[0]), Integer.parseInt(pair[5]), pair[0]);
    }
    JsonNode one = json(admin.get(Stage.ANSWER + "/building?code=" + before), 200);
    assertEquals(rank, one.path("stations").size());
    assertEquals(400, admin.get(Stage.ANSWER + "/pairs?nearest=0").statusCode());
  }

  @Test
  void everyKindAndEveryServiceItemHasFiguresOfItsOwn() {
    JsonNode lines = json(admin.get(Stage.ANSWER + "/services"), 200);
    List<String> keys = new ArrayList<>();
    for (JsonNode line : lines) {
      keys.add(line.path("by").asString() + " " + line.path("key").asString());
      Map<String, ?> alone =
          line.path("by").asString().equals("KIND")
              ? Map.of("kinds", List.of(line.path("key").asString()))
              : Map.of("item", line.path("key").asString());
      JsonNode answer =
          json(
              admin.get("/api/coverages/" + CoverageServiceTest.asked(Stage.WORKSPACE, alone)),
              200);
      assertTrue(answer.path("assumption").asString().contains(line.path("key").asString()));
      for (String unit : List.of("buildings", "households", "people")) {
        JsonNode figure = whole(answer.path("report").path("figures")).path(unit);
        for (String part : List.of("covered", "notCovered", "unknown", "all")) {
          assertEquals(figure.path(part), line.path(unit).path(part), line + " " + part);
        }
      }
    }
    assertEquals(List.of("KIND 红帆驿站", "KIND 驿站", "ITEM 医保", "ITEM 社保"), keys);
    JsonNode stations = json(admin.get(Stage.ANSWER + "/stations"), 200);
    assertEquals("医保", stations.get(0).path("items").get(0).asString());
  }

  private static JsonNode whole(JsonNode figures) {
    for (JsonNode figure : figures) {
      if (figure.path("by").asString().equals("ALL")
          && figure.path("measure").asString().equals("NETWORK")) {
        return figure;
      }
    }
    throw new AssertionError("no figures");
  }

  @Test
  void everyTableSaysItsAssumptionAndItsVersion() throws IOException {
    JsonNode answer = json(admin.get(Stage.ANSWER), 200);
    String version = answer.path("networkVersion").asString();
    for (String name :
        List.of("files/buildings.csv", "files/figures.csv", "files/pockets.csv", "pairs")) {
      String text = Browser.text(admin.get(Stage.ANSWER + "/" + name));
      for (String line : text.strip().split("\r\n")) {
        assertTrue(
            line.endsWith(",assumption,network_version")
                || line.contains("1.20 米/秒") && line.endsWith("\"" + version + "\""),
            name + ": " + line);
      }
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(admin.get(Stage.ANSWER + "/files/all.zip").body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    assertEquals(9, files.size(), files.keySet().toString());
    files.forEach((name, bytes) -> assertFalse(bytes.length == 0, name));
    String about = new String(files.getOrDefault("about.csv", new byte[0]), StandardCharsets.UTF_8);
    for (String said :
        List.of(
            answer.path("assumption").asString(),
            version,
            answer.path("placesVersion").asString(),
            "查准 1，查全 1",
            "无法判定的计入分母")) {
      assertTrue(about.contains(said), said + " in " + about);
    }
  }

  @Test
  void capacityIsSaidWithItsFigures() {
    long full = CoverageServiceTest.asked(Stage.WORKSPACE, Map.of("capacityPeople", 60));
    String at = "/api/coverages/" + full + "/files/";
    assertTrue(Browser.text(admin.get(at + "about.csv")).contains("每站最多服务 60 人"));
    JsonNode room = json(admin.get("/api/coverages/" + full), 200).path("report").path("withRoom");
    String covered = room.path("people").path("covered").asString();
    assertTrue(
        Browser.text(admin.get(at + "figures.csv"))
            .contains("\"NETWORK_WITH_ROOM\",\"people\"," + covered + ","));
  }
}
