package onegrid.server;

import static onegrid.server.Browser.json;
import static onegrid.server.DoorTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import onegrid.store.BaseMap;
import onegrid.store.SquareCity;
import onegrid.store.TileReader;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Who reaches whom, asked of the service: a made-up ground, a job, its answer, what would be if.
 */
class CoverageServiceTest {
  /** Set up once for all tests of this class. */
  private static final class Stage {
    static final RunningServer SERVER = RunningServer.shared();
    static final Browser ADMIN = SERVER.administrator();
    static final long WORKSPACE = workspace("覆盖", new SquareCity(12, 6));
    static final long COVERAGE = asked(WORKSPACE, Map.of("minutes", 10));

    private Stage() {}
  }

  private final Browser admin = Stage.ADMIN;
  private final long workspace = Stage.WORKSPACE;
  private final String coverage = "/api/coverages/" + Stage.COVERAGE;

  /** A workspace on whose ground stands a city of squares. */
  static long workspace(String name, SquareCity city) {
    return workspace(name, city.baseMap());
  }

  static long workspace(String name, BaseMap map) {
    Browser admin = RunningServer.shared().administrator();
    long id =
        json(admin.write("POST", "/api/workspaces", Map.of("name", name)), 201).path("id").asLong();
    var stores = RunningServer.shared().stores();
    stores.workspaces().setFrame(id, 4548, "test");
    stores.places().load(id, map, "test");
    return id;
  }

  /** Asks, and gives the number of the answer. */
  static long asked(long workspace, Map<String, ?> order) {
    Browser admin = RunningServer.shared().administrator();
    String at = "/api/workspaces/" + workspace + "/coverages";
    long job = json(admin.write("POST", at, order), 202).path("jobId").asLong();
    return Ground.ended(admin, job).path("result").path("coverageId").asLong();
  }

  @Test
  void everybodyIsCountedOnce() {
    JsonNode answer = json(admin.get(coverage), 200);
    JsonNode report = answer.path("report");
    assertEquals(12 * 6 * 30, people(report.path("figures").get(0), "all"));
    for (JsonNode figure : report.path("figures")) {
      assertEquals(
          people(figure, "all"),
          people(figure, "covered") + people(figure, "notCovered") + people(figure, "unknown"),
          figure.toString());
    }
    long inside = people(report.path("radiusAgainstNetwork").get(0), "all");
    long outside = people(report.path("radiusAgainstNetwork").get(1), "all");
    assertEquals(12 * 6 * 30, inside + outside);
    assertEquals(600, answer.path("limitSeconds").asInt());
    assertFalse(answer.path("networkVersion").asString().isEmpty());
    assertEquals("兰山街道", answer.path("divisions").path("371302001").asString());
    for (JsonNode area : report.path("areas")) {
      assertEquals(1.0, area.path("precision").asDouble());
      assertEquals(1.0, area.path("recall").asDouble());
    }
    JsonNode entry = json(admin.get("/api/workspaces/" + workspace + "/coverages"), 200);
    assertEquals(Stage.COVERAGE, entry.get(entry.size() - 1).path("id").asLong());
    JsonNode jobs = json(admin.get("/api/workspaces/" + workspace + "/jobs"), 200);
    assertEquals("COVERAGE", jobs.get(0).path("kind").asString());
  }

  private static long people(JsonNode figure, String part) {
    return figure.path("people").path(part).asLong();
  }

  @Test
  void pocketsHoldWhoeverIsNotCovered() {
    JsonNode figures = json(admin.get(coverage), 200).path("report").path("figures");
    long left = 0;
    for (JsonNode figure : figures) {
      left +=
          figure.path("by").asString().equals("ALL")
                  && figure.path("measure").asString().equals("NETWORK")
              ? people(figure, "notCovered")
              : 0;
    }
    JsonNode pockets = json(admin.get(coverage + "/pockets?limit=500"), 200);
    long inPockets = 0;
    long before = Long.MAX_VALUE;
    for (JsonNode pocket : pockets.path("items")) {
      inPockets += pocket.path("people").asLong();
      assertTrue(pocket.path("people").asLong() <= before, "most people first");
      before = pocket.path("people").asLong();
      assertFalse(pocket.path("obstacle").asString().isEmpty());
    }
    assertEquals(left, inPockets);
    assertEquals(
        0, json(admin.get(coverage + "/pockets?community=none"), 200).path("total").asInt());
  }

  @Test
  void aBuildingTellsItsStationsAndItsWay() {
    JsonNode stations = json(admin.get(coverage + "/stations"), 200);
    assertEquals(2, stations.size());
    JsonNode answer = json(admin.get(coverage + "/building?code=B00001"), 200);
    JsonNode near = answer.path("stations").get(0);
    assertEquals("COVERED", answer.path("building").path("state").asString());
    assertTrue(near.path("within").asBoolean());
    assertTrue(near.path("way").size() >= 2, answer.toString());
    double[] end = {118.3, 35.05};
    for (JsonNode station : stations) {
      if (station.path("id").asString().equals(near.path("id").asString())) {
        end = new double[] {station.path("lon").asDouble(), station.path("lat").asDouble()};
      }
    }
    JsonNode last = near.path("way").get(near.path("way").size() - 1);
    assertEquals(end[0], last.get(0).asDouble(), 1e-7);
    assertEquals(end[1], last.get(1).asDouble(), 1e-7);
    assertTrue(
        json(admin.get(coverage + "/building?lon=100&lat=30"), 200).path("building").isNull());
    assertEquals(400, admin.get(coverage + "/building").statusCode());
  }

  @Test
  void closingWhatIsOpenAndPuttingItBackGivesTheSameFigures() {
    JsonNode nothing = whatIf(Map.of());
    assertEquals(nothing.path("before"), nothing.path("after"));
    assertEquals(0, nothing.path("changed").size());
    JsonNode closed = whatIf(Map.of("closes", List.of("S1", "S2")));
    assertEquals(0, closed.path("after").path("people").path("covered").asLong());
    assertNotEquals(0, closed.path("changed").size());
    JsonNode stations = json(admin.get(coverage + "/stations"), 200);
    Map<String, Object> same =
        Map.of(
            "closes",
            List.of("S1", "S2"),
            "adds",
            List.of(place(stations.get(0)), place(stations.get(1))));
    assertEquals(nothing.path("after"), whatIf(same).path("after"));
    assertEquals(nothing.path("after"), whatIf(Map.of()).path("after"));
    assertEquals(nothing.path("after"), whatIf(Map.of("gates", List.of("G1"))).path("before"));
  }

  private static Map<String, Object> place(JsonNode station) {
    return Map.of("lon", station.path("lon").asDouble(), "lat", station.path("lat").asDouble());
  }

  private JsonNode whatIf(Map<String, ?> wish) {
    return json(admin.write("POST", coverage + "/what-if", wish), 200);
  }

  @Test
  void absurdWishesAndQuestionsAreRefusedInOneSentence() {
    Map<String, Object> place = new HashMap<>();
    place.put("lon", 118.3);
    for (Map<String, ?> wish :
        List.<Map<String, ?>>of(
            Map.of("closes", List.of("nobody")),
            Map.of("gates", List.of("nobody")),
            Map.of("adds", List.of(place)),
            Map.of("adds", List.of(Map.of("lon", 2.3, "lat", 48.8))),
            Map.of("moves", List.of(Map.of("lon", 118.3, "lat", 35.05))),
            Map.of("closes", java.util.Collections.nCopies(201, "S1")))) {
      isRefused(admin.write("POST", coverage + "/what-if", wish), wish);
    }
    String at = "/api/workspaces/" + workspace + "/coverages";
    for (Map<String, ?> order :
        List.<Map<String, ?>>of(
            Map.of("minutes", 0),
            Map.of("minutes", -5),
            Map.of("minutes", 1e9),
            Map.of("speedMetresPerSecond", 0),
            Map.of("speedMetresPerSecond", -1.2),
            Map.of("day", "MONDAY"),
            Map.of("day", "SOMEDAY", "time", "09:00"),
            Map.of("day", "MONDAY", "time", "25:00"),
            Map.of("radiusMetres", 0),
            Map.of("capacityPeople", -1))) {
      isProblem(admin.write("POST", at, order), 400);
    }
    assertEquals(
        400, admin.writeBlindly("POST", at, "{\"minutes\":NaN}").statusCode(), "NaN is no JSON");
  }

  private static void isRefused(HttpResponse<byte[]> answer, Object asked) {
    assertEquals(422, answer.statusCode(), asked + ": " + Browser.text(answer));
    assertFalse(json(answer, 422).path("detail").asString().isEmpty());
  }

  @Test
  void groundWithoutWaysFailsTheJobAndKeepsNothing() {
    long bare =
        json(admin.write("POST", "/api/workspaces", Map.of("name", "空")), 201).path("id").asLong();
    String at = "/api/workspaces/" + bare + "/coverages";
    long job = json(admin.write("POST", at, Map.of()), 202).path("jobId").asLong();
    admin.get("/api/jobs/" + job + "/events");
    JsonNode ended = json(admin.get("/api/jobs/" + job), 200);
    assertEquals("FAILED", ended.path("state").asString());
    assertEquals(422, ended.path("problem").path("status").asInt());
    assertEquals(0, json(admin.get(at), 200).size());
  }

  @Test
  void roadsBuildingsAndStationsComeAsFiles() {
    long own =
        json(admin.write("POST", "/api/workspaces", Map.of("name", "自带")), 201).path("id").asLong();
    handIn(own, "ROADS", "roads.geojson", feature("LineString", "[[118.3,35.05],[118.31,35.05]]"));
    handIn(
        own,
        "BUILDINGS",
        "buildings.csv",
        "id,lon,lat,households,population\nB1,118.302,35.0502,10,25\nB2,118.3099,35.0502,4,9\n");
    handIn(
        own,
        "STATIONS",
        "stations.csv",
        "id,name,kind,lon,lat,qualified,hours\nS1,甲站,驿站,118.3,35.0501,yes,Mo-Fr 08:00-18:00\n");
    JsonNode choices = json(admin.get("/api/workspaces/" + own + "/coverages/choices"), 200);
    assertEquals(1, choices.path("qualified").asInt());
    assertEquals(25, walked(asked(own, Map.of("minutes", 10)), "covered"));
    assertEquals(0, walked(asked(own, Map.of("day", "SUNDAY", "time", "10:00")), "covered"));
    // Handed in again, it takes the place of the first.
    handIn(own, "BUILDINGS", "buildings.csv", "id,lon,lat,population\nB9,118.301,35.0502,7\n");
    assertEquals(7, walked(asked(own, Map.of()), "all"));
    String at = "/api/workspaces/" + own + "/ground/";
    List<Browser.Part> text = List.of(part("x.csv", "id\n1\n"));
    assertEquals(422, admin.upload(at + "NOTHING", Map.of(), text).statusCode());
    assertEquals(422, admin.upload(at + "ROADS", Map.of(), text).statusCode());
  }

  private void handIn(long own, String what, String name, String content) {
    String at = "/api/workspaces/" + own + "/ground/" + what;
    Ground.ended(
        admin,
        json(admin.upload(at, Map.of(), List.of(part(name, content))), 202).path("jobId").asLong());
  }

  private static Browser.Part part(String name, String content) {
    return new Browser.Part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String feature(String type, String coordinates) {
    return """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"1"},
        "geometry":{"type":"%s","coordinates":%s}}]}"""
        .formatted(type, coordinates);
  }

  private long walked(long answer, String part) {
    for (JsonNode figure :
        json(admin.get("/api/coverages/" + answer), 200).path("report").path("figures")) {
      if (figure.path("by").asString().equals("ALL")
          && figure.path("measure").asString().equals("NETWORK")) {
        return people(figure, part);
      }
    }
    throw new AssertionError("no figures");
  }

  @Test
  void filesStayAndTilesAreDrawn() throws IOException {
    for (String name :
        List.of(
            "about.csv",
            "all.zip",
            "buildings.csv",
            "figures.csv",
            "pockets.csv",
            "areas.geojson",
            "pockets.geojson")) {
      HttpResponse<byte[]> file = admin.get(coverage + "/files/" + name);
      assertEquals(200, file.statusCode(), name);
      assertTrue(
          file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
    }
    TreeSet<String> parts = new TreeSet<>();
    Path book = Files.createTempFile("coverage", ".xlsx");
    Files.write(book, admin.get(coverage + "/files/coverage.xlsx").body());
    try (ZipFile zip = new ZipFile(book.toFile())) {
      zip.stream().forEach(entry -> parts.add(entry.getName()));
    }
    try (InputStream in = Files.newInputStream(book);
        ReadableWorkbook sheets = new ReadableWorkbook(in)) {
      assertEquals(
          List.of("汇总", "半径对照", "盲点", "楼栋", "范围图", "说明"),
          sheets.getSheets().map(Sheet::getName).toList());
      assertEquals("人口覆盖率", sheets.getFirstSheet().read().get(0).getCellText(11));
      for (Sheet sheet : sheets.getSheets().toList()) {
        assertTrue(
            sheet.read().stream().anyMatch(row -> row.getCellText(0).startsWith("口径：")),
            sheet.getName() + " says its assumptions");
      }
    }
    Files.delete(book);
    assertTrue(parts.contains("xl/worksheets/sheet4.xml"), parts.toString());
    assertEquals(404, admin.get(coverage + "/files/passwords.txt").statusCode());
    assertEquals(
        3, json(admin.get(coverage + "/files/areas.geojson"), 200).path("features").size());
    for (String name : List.of("areas.geojson", "pockets.geojson")) {
      for (JsonNode feature : json(admin.get(coverage + "/files/" + name), 200).path("features")) {
        String assumption = feature.path("properties").path("assumption").asString();
        assertTrue(assumption.contains("米/秒"), name + ": " + feature);
        assertFalse(feature.path("properties").path("networkVersion").asString().isEmpty());
      }
    }
    HttpResponse<byte[]> tile = admin.get(coverage + "/tiles/" + tileOf(118.3005, 35.0505, 15));
    assertEquals(200, tile.statusCode());
    assertTrue(TileReader.read(tile.body()).keySet().containsAll(List.of("band", "served")));
    assertEquals(204, admin.get(coverage + "/tiles/15/0/0").statusCode());
  }

  private static String tileOf(double lon, double lat, int zoom) {
    int n = 1 << zoom;
    double phi = Math.toRadians(lat);
    return zoom
        + "/"
        + (int) ((lon + 180) / 360 * n)
        + "/"
        + (int) ((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2 * n);
  }

  @Test
  void anAnswerOutlivesItsGroundButIsNotTriedOnAnother() {
    long other = workspace("会变", new SquareCity(4, 4));
    long answer = asked(other, Map.of("minutes", 5, "capacityPeople", 60));
    String at = "/api/coverages/" + answer;
    JsonNode room = json(admin.get(at), 200).path("report").path("withRoom");
    assertTrue(people(room, "covered") <= 120, "two stations have room for 60 each: " + room);
    assertEquals(200, admin.get(at + "/stations").statusCode());
    RunningServer.shared().stores().places().load(other, new SquareCity(5, 4).baseMap(), "test");
    assertEquals(200, admin.get(at).statusCode());
    assertEquals(200, admin.get(at + "/files/buildings.csv").statusCode());
    long fresh = asked(other, Map.of("minutes", 5));
    assertEquals(200, admin.get("/api/coverages/" + fresh + "/stations").statusCode());
    // Three more answers push the first out of memory; its ground is not there any more.
    for (int i = 0; i < 4; i++) {
      asked(other, Map.of("minutes", 6 + i));
    }
    assertEquals(409, admin.get(at + "/stations").statusCode());
    assertEquals(409, admin.write("POST", at + "/what-if", Map.of()).statusCode());
    assertEquals(200, admin.get(at + "/pockets").statusCode());
  }
}
