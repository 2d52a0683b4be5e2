package onegrid.server;

import static onegrid.server.BadFiles.feature;
import static onegrid.server.BadFiles.polygon;
import static onegrid.server.BadFiles.utf8;
import static onegrid.server.BadInputCatalogue.test;
import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import onegrid.server.Browser.Part;
import onegrid.store.BaseMap;
import onegrid.store.BaseMap.Station;
import onegrid.store.SquareCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** The rows of the catalogue of bad inputs that are more than one question and one refusal. */
class BadInputsTakenTest {
  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();
  private final Ground ground = Ground.shared();
  private final String workspace = "/api/workspaces/" + ground.workspace();
  private final String layers = workspace + "/layers";
  private final String mosaic = "/api/mosaics/" + ground.mosaic();
  private final JobsAtRisk jobs = new JobsAtRisk(server, admin, ground);

  /** What only a merge looks for in a layer that was handed in to be mended. */
  private static final Set<String> FOUND_BY_MERGE = Set.of("RING_CROSSES_ITSELF", "CELLS_OVERLAP");

  @AfterAll
  static void whatIsExactIsTold() {
    BadInputCatalogue.tell();
  }

  @TestFactory
  Stream<DynamicTest> rows() {
    return special().stream();
  }

  /** Rows that are more than one question, or whose right answer is no refusal. */
  List<DynamicTest> special() {
    String square =
        "{\"type\":\"Polygon\",\"coordinates\":[[[118.35,35.05],[118.36,35.05],[118.36,35.06],[118.35,35.06],[118.35,35.05]]]}";
    List<DynamicTest> rows = new ArrayList<>();
    DirtyRows.all().forEach(dirty -> rows.add(test(dirty.id(), () -> refusedOrMended(dirty))));
    rows.addAll(wires());
    rows.addAll(
        List.of(
            taken("B20", "", polygon(BadFiles.comb(40_000))),
            taken("I07", "", utf8("\uFEFF" + new String(feature(square), StandardCharsets.UTF_8))),
            takenAs(
                "F16",
                "a.xlsx",
                BadFiles.workbook(
                    BadFiles.row(1, "code", "wkt") + BadFiles.row(2, "=cmd|' /C calc'!A0", WKT),
                    "")),
            takenAs(
                "I12",
                "a.xlsx",
                BadFiles.workbook(
                    BadFiles.row(1, "code", "wkt") + BadFiles.row(2, "@SUM(1)", WKT), "")),
            test("F17", this::chineseTableWithoutCharset),
            test("H16", this::forwardedHeadersAreNotBelieved),
            test("H19", this::firstRunFromAnotherMachine),
            test("H22", this::namesInDownloads),
            test("H24", this::thousandRanges),
            test("I17", this::uploadCutShort),
            test("J03", jobs::areCalledOff),
            test("J07", jobs::outliveIdleWatchers),
            test("J06", this::jobThatEndedLongAgo),
            test("J08 no stations", this::nobodyIsReachedWithoutStations),
            test("J10", this::stationWhereNoRoadLeads),
            test("J09 rounded and said", this::minutesAreRounded)));
    return rows;
  }

  /** What no client sends. */
  private List<DynamicTest> wires() {
    return List.of(
        test("C22", () -> wire("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n")),
        test("C24", () -> wire("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")),
        test("G02", this::lengthAndEncoding),
        test("G04", () -> wire("GET / HTTP/1.1\r\n\r\n")),
        test(
            "G02 two lengths",
            () ->
                wire(
                    "POST /api/login HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Length: 2\r\n"
                        + "Content-Length: 3\r\n\r\n"
                        + "{}")),
        test(
            "G02 negative length",
            () -> wire("POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")),
        test("G04 two hosts", () -> wire("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")),
        test(
            "G05",
            () ->
                wire(
                    "POST /api/login HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "zz\r\n"
                        + "{}\r\n"
                        + "0\r\n\r\n")));
  }

  private static final String WKT =
      "POLYGON ((118.35 35.05, 118.36 35.05, 118.36 35.06, 118.35 35.05))";

  /** Strictly it is refused with the row; to be mended it is taken with a finding. */
  private void refusedOrMended(DirtyRows.Dirty dirty) {
    int before = json(admin.get(layers), 200).size();
    HttpResponse<byte[]> answer = DirtyRows.hand(admin, layers, dirty, false);
    DoorTest.isProblem(answer, 422);
    assertTrue(Browser.text(answer).contains(dirty.finding()), Browser.text(answer));
    assertTrue(Browser.text(answer).contains(dirty.says()), Browser.text(answer));
    assertEquals(before, json(admin.get(layers), 200).size(), "nothing is stored");
    HttpResponse<byte[]> taken = DirtyRows.hand(admin, layers, dirty, true);
    long layer = ended(taken);
    String findings = Browser.text(admin.get(layers + "/" + layer + "/findings"));
    if (!FOUND_BY_MERGE.contains(dirty.finding())) {
      assertTrue(findings.contains(dirty.finding()), findings);
    }
    assertEquals(204, admin.write("DELETE", layers + "/" + layer, null).statusCode());
  }

  private long ended(HttpResponse<byte[]> answer) {
    return Ground.ended(admin, json(answer, 202).path("jobId").asLong())
        .path("result")
        .path("layerId")
        .asLong();
  }

  private DynamicTest taken(String id, String finding, byte[] file) {
    return test(id, () -> takeAway("行" + id, "a.geojson", file, finding));
  }

  private DynamicTest takenAs(String id, String name, byte[] file) {
    return test(id, () -> takeAway("行" + id, name, file, ""));
  }

  /** Hands a file in. Either it is refused outright, or it is stored with a finding. */
  private void takeAway(String name, String fileName, byte[] file, String finding) {
    HttpResponse<byte[]> answer =
        admin.upload(layers, fields(name), List.of(new Part(fileName, file)));
    if (answer.statusCode() != 202) {
      DoorTest.isProblem(answer, 422);
      assertTrue(finding.isEmpty(), Browser.text(answer));
      return;
    }
    long layer = ended(answer);
    String at = layers + "/" + layer;
    String findings = Browser.text(admin.get(at + "/findings"));
    assertTrue(findings.contains(finding), findings);
    assertEquals(204, admin.write("DELETE", at, null).statusCode());
  }

  private void chineseTableWithoutCharset() {
    byte[] file = BadFiles.shapefile("code", 'C', BadFiles.text("综治一格", "GB18030"), DirtyRows.WGS);
    HttpResponse<byte[]> answer =
        admin.upload(layers, fields("国标"), List.of(new Part("a.zip", file)));
    long layer = ended(answer);
    assertEquals("综治一格", server.stores().layers().cells(layer).get(0).code());
    assertEquals(204, admin.write("DELETE", layers + "/" + layer, null).statusCode());
  }

  private void lengthAndEncoding() {
    String answer =
        wire(
            "POST /api/login HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: 2\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "2\r\n"
                + "{}\r\n"
                + "0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    answer =
        wire(
            "POST /api/login HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "transfer-encoding: chunked\r\n"
                + "CONTENT-LENGTH: 2\r\n\r\n"
                + "0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
  }

  private void forwardedHeadersAreNotBelieved() {
    HttpResponse<byte[]> answer =
        admin.writeBlindly(
            "POST",
            "/api/workspaces",
            "{",
            "X-Forwarded-Host",
            "evil.example",
            "X-Forwarded-For",
            "10.9.9.9",
            "Forwarded",
            "host=evil.example");
    assertEquals(400, answer.statusCode());
    assertFalse(answer.headers().map().toString().contains("evil"));
    assertFalse(Browser.text(answer).contains("evil"));
  }

  private void firstRunFromAnotherMachine() throws IOException {
    String outside = outsideAddress();
    try (RunningServer own = new RunningServer()) {
      own.start("--server.address=0.0.0.0");
      Browser far = new Browser(own.port(), outside);
      far.session();
      DoorTest.isProblem(
          far.write(
              "POST",
              "/api/setup",
              Map.of("token", own.setUpToken(), "name", "a", "password", Personas.PASSWORD)),
          403);
    }
  }

  private static String outsideAddress() throws SocketException {
    return java.net.NetworkInterface.networkInterfaces()
        .flatMap(java.net.NetworkInterface::inetAddresses)
        .filter(address -> address instanceof java.net.Inet4Address && !address.isLoopbackAddress())
        .findFirst()
        .orElseThrow(() -> new AssertionError("this machine has no address but loopback"))
        .getHostAddress();
  }

  private void namesInDownloads() {
    HttpResponse<byte[]> file = admin.get(mosaic + "/files/units.geojson");
    String disposition = file.headers().firstValue("Content-Disposition").orElseThrow();
    assertTrue(disposition.contains("filename*=UTF-8''"), disposition);
    takeAway(
        "片假名", "网格 (1) ﾃｽﾄ.zip", BadFiles.shapefile("code", 'C', utf8("1"), DirtyRows.WGS), "");
  }

  private void thousandRanges() {
    String file = mosaic + "/files/units.geojson";
    int whole = admin.get(file).body().length;
    HttpResponse<byte[]> answer = admin.get(file, "Range", "bytes=0-" + ",0-".repeat(999));
    assertTrue(List.of(200, 416).contains(answer.statusCode()), "" + answer.statusCode());
    assertTrue(answer.body().length <= whole, answer.body().length + " bytes of " + whole);
  }

  private void uploadCutShort() throws IOException, InterruptedException {
    int before = json(admin.get(layers), 200).size();
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String head =
          "POST "
              + layers
              + " HTTP/1.1\r\nHost: x\r\nCookie: onegrid="
              + admin.sessionCookie()
              + "\r\n"
              + "X-CSRF-TOKEN: "
              + admin.session().path("csrf").path("token").asString()
              + "\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\n"
              + "Content-Length: 100000\r\n\r\n"
              + "--b\r\n"
              + "Content-Disposition: form-data; name=\"files\"; filename=\"a.geojson\"\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(new byte[80_000]);
      socket.getOutputStream().flush();
    }
    Thread.sleep(500);
    assertEquals(before, json(admin.get(layers), 200).size());
    try (Stream<java.nio.file.Path> left =
        java.nio.file.Files.list(server.data().resolve("uploads"))) {
      assertEquals(0, left.count());
    }
  }

  private void jobThatEndedLongAgo() throws SQLException {
    Ground own = Ground.make(admin, "旧任务" + System.nanoTime());
    assertEquals(200, admin.get("/api/jobs/" + own.job()).statusCode());
    try (Connection connection = DriverManager.getConnection(server.database());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE onegrid.job SET finished_at = now() - interval '91 days' WHERE id = "
              + own.job());
    }
    DoorTest.isProblem(admin.get("/api/jobs/" + own.job()), 410);
    DoorTest.isProblem(admin.get("/api/jobs/" + own.job() + "/events"), 410);
    assertEquals(200, admin.get("/api/mosaics/" + own.mosaic()).statusCode());
  }

  private void nobodyIsReachedWithoutStations() {
    long place = CoverageServiceTest.workspace("无站" + System.nanoTime(), served());
    long answer = CoverageServiceTest.asked(place, Map.of("minutes", 10));
    var told = json(admin.get("/api/coverages/" + answer), 200);
    assertEquals(
        0, told.path("report").path("figures").get(0).path("people").path("covered").asLong());
    assertEquals(0, json(admin.get("/api/coverages/" + answer + "/stations"), 200).size());
  }

  /** A small city with these stations and no others. */
  private static BaseMap served(Station... stations) {
    BaseMap city = new SquareCity(4, 4).baseMap();
    return city.withPlaces(city.compounds(), city.buildings(), city.gates(), List.of(stations));
  }

  private void stationWhereNoRoadLeads() {
    Point island =
        new GeometryFactory()
            .createPoint(new Coordinate(SquareCity.WEST - 0.02, SquareCity.SOUTH - 0.02));
    Station station =
        new Station("S9", "岛上站", "驿站", Set.of(), "", List.of(), OptionalInt.empty(), island);
    long place = CoverageServiceTest.workspace("孤岛" + System.nanoTime(), served(station));
    long answer = CoverageServiceTest.asked(place, Map.of("minutes", 10));
    var told = json(admin.get("/api/coverages/" + answer + "/stations"), 200).get(0);
    assertFalse(told.path("reachable").asBoolean(true), told.toString());
    assertTrue(told.path("reasonEn").asString().contains("no way"), told.toString());
  }

  private void minutesAreRounded() {
    long place = CoverageServiceTest.workspace("取整" + System.nanoTime(), new SquareCity(4, 4));
    long answer = CoverageServiceTest.asked(place, Map.of("minutes", 10.0000001));
    var told = json(admin.get("/api/coverages/" + answer), 200);
    assertEquals(600, told.path("limitSeconds").asInt());
    assertTrue(told.path("assumption").toString().contains("10"), told.toString());
  }

  private static Map<String, String> fields(String name) {
    return Map.of("name", name, "role", "DEPARTMENT");
  }

  /** Sends bytes as they are; the answer must be a refusal, and no page. */
  private String wire(String request) {
    try {
      String answer = DoorTest.raw(server.port(), request);
      assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d .*"), answer);
      assertTrue(answer.contains("application/problem+json"), answer);
      assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("<html"), answer);
      assertEquals(200, admin.get(workspace).statusCode());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
