package onegrid.server;

import static onegrid.server.BadFiles.feature;
import static onegrid.server.BadFiles.polygon;
import static onegrid.server.BadFiles.utf8;
import static onegrid.server.BadFiles.zip;
import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onegrid.server.Browser.Part;
import onegrid.store.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The catalogue of bad inputs, row by row: each gets its one status and a problem document, nothing
 * is stored, and the service and its database go on. No row is left out in silence.
 */
class BadInputsTest {
  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();
  private final Ground ground = Ground.shared();
  private final String workspace = "/api/workspaces/" + ground.workspace();
  private final String layers = workspace + "/layers";
  private final String mosaic = "/api/mosaics/" + ground.mosaic();

  /** What a row does, and the statuses of which its answer must have one. */
  private record Row(String id, Supplier<HttpResponse<byte[]>> ask, List<Integer> statuses) {}

  private final List<Row> rows = new ArrayList<>();

  @Test
  void everyRowIsTriedOrNamed() {
    fill();
    Set<String> known = new TreeSet<>(BadInputCatalogue.ELSEWHERE.keySet());
    rows.forEach(row -> known.add(row.id.substring(0, 3)));
    new BadInputsTakenTest()
        .special()
        .forEach(test -> known.add(test.getDisplayName().substring(0, 3)));
    assertEquals(new TreeSet<>(Arrays.asList(BadInputCatalogue.ALL.strip().split("\\s+"))), known);
    assertEquals(127, known.size());
  }

  @AfterAll
  static void whatIsExactIsTold() {
    BadInputCatalogue.tell();
  }

  @TestFactory
  Stream<DynamicTest> refusals() {
    fill();
    return rows.stream().map(row -> BadInputCatalogue.test(row.id, () -> run(row)));
  }

  private void run(Row row) {
    int before = json(admin.get(layers), 200).size();
    HttpResponse<byte[]> answer = row.ask.get();
    DoorTest.isProblem(answer, row.statuses.toArray(Integer[]::new));
    assertEquals(before, json(admin.get(layers), 200).size(), "nothing is stored");
  }

  private void fill() {
    rows.clear();
    bodies();
    geometries();
    addresses();
    uploads();
    protocol();
    rights();
    new ReachRows(admin, ground).fill(this::row);
    new MoreRows(admin, ground, this::row).fill();
  }

  private void row(String id, Supplier<HttpResponse<byte[]>> ask, Integer... statuses) {
    rows.add(new Row(id, ask, List.of(statuses)));
  }

  private void body(String id, String body, Integer... statuses) {
    row(id, () -> admin.write("POST", "/api/workspaces", body), statuses);
  }

  private void bodies() {
    body("A01", "", 400);
    body("A02", "{", 400);
    body("A03", "null", 400);
    body("A04", "[]", 400);
    body("A05", "[".repeat(100_000), 400);
    body("A06", "{\"name\":" + "{\"a\":".repeat(100_000), 400);
    row(
        "A07",
        () -> merge("{\"layerIds\":[1],\"toleranceMetres\":" + "9".repeat(100_000) + "}"),
        400);
    row("A09", () -> merge("{\"layerIds\":[1],\"toleranceMetres\":NaN}"), 400);
    row("A09 Infinity", () -> merge("{\"layerIds\":[1],\"toleranceMetres\":Infinity}"), 400);
    row(
        "A09 1e999",
        () -> merge("{\"layerIds\":[" + ground.layer() + "],\"toleranceMetres\":1e999}"),
        400,
        422);
    body("A10", "{\"name\":\"a\",\"name\":\"b\"}", 400);
    byte[] broken = utf8("{\"name\":\"?\"}");
    broken[9] = (byte) 0xff;
    row("A11", () -> admin.raw("POST", "/api/workspaces", "application/json", broken), 400);
    row("A14", () -> admin.raw("POST", "/api/workspaces", "text/plain", utf8("{}")), 415);
    row(
        "A15",
        () ->
            admin.raw(
                "POST",
                "/api/workspaces",
                "application/xml",
                utf8("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")),
        415);
    body("A17", "{\"name\":{}}", 400);
    body("A18", "{\"name\":\"" + "a".repeat(1_000_000) + "\"}", 400);
    row(
        "A19",
        () ->
            admin.upload(
                layers,
                Map.of("name", "新", "role", "DEPARTMENT", "department", "没有的部门"),
                new Drawings().cell("1", 0, 0, 1, 1).file("a.geojson")),
        422);
    row(
        "A20",
        () -> admin.writeBlindly("POST", "/api/workspaces", "{", "Accept", "application/xml"),
        400);
    for (String more :
        List.of(
            "{\"name\":\"a\",}",
            "{'name':'a'}",
            "{\"name\":\"a\"}{}",
            "{\"name\":true}",
            "\"a\"",
            "1",
            "{}")) {
      body("A02 " + more, more, 400);
    }
    body("A20 unknown member", "{\"name\":\"a\",\"epsg\":4326}", 400);
  }

  private HttpResponse<byte[]> merge(String order) {
    return admin.write("POST", workspace + "/merges", order);
  }

  private void shape(String id, byte[] file, Integer... statuses) {
    row(id, () -> upload("a.geojson", file), statuses);
  }

  private void geometries() {
    shape("B01", feature("null"), 422);
    shape("B02", feature("{\"type\":\"Point\",\"coordinates\":[118.3,35]}"), 422);
    shape("B04", polygon("[[[118.3,35],[118.31,35],[118.3,35]]]"), 422);
    shape("B05", polygon("[]"), 422);
    shape("B12", polygon("[[[1e308,35],[118.1,35],[118.1,35.1],[1e308,35]]]"), 422);
    shape("B12 NaN", polygon("[[[NaN,35],[118.1,35],[118.1,35.1],[NaN,35]]]"), 422);
    shape("B13", polygon("[[[181,91],[181.1,91],[181.1,91.1],[181,91]]]"), 422);
    shape("B15", polygon("[[[\"118\",35],[118.1,35],[118.1,35.1],[\"118\",35]]]"), 422);
    shape(
        "B17",
        feature(
            "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(2000) + "]}".repeat(2000)),
        422);
    row("B19", () -> upload("a.geojson", polygon(BadFiles.circle(1_000_000))), 413);
    shape("B22", polygon("[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]"), 422);
  }

  private void get(String id, String path, Integer... statuses) {
    row(id, () -> admin.get(path), statuses);
  }

  private void addresses() {
    String list = mosaic + "/conflicts?";
    get("C01", list + "sortby=people;DROP%20TABLE%20onegrid.unit", 400);
    get("C03", list + "sortby=nothing", 400);
    get("C04", list + "limit=-1", 400);
    get("C05", list + "limit=0", 400);
    get("C07", list + "limit=abc", 400);
    get("C07 hexadecimal", list + "limit=0x10", 400);
    for (String more : List.of("%2B1", "1e2", "%201", "%EF%BC%91", "", "1.0", "-0x1")) {
      get("C07 " + more, list + "limit=" + more, 400);
    }
    get("C08", list + "limit=99999999999999", 400);
    get("C09", list + "bbox=1,2,3", 400);
    get("C10", list + "bbox=a,b,c,d", 400);
    get("C12", list + "bbox=118,36,119,35", 400);
    get("C13", list + "bbox=Infinity,0,1,1", 400);
    get("C13 NaN", mosaic + "/at?lon=NaN&lat=35", 400);
    get("C14", "/api/workspaces?foo=1", 400);
    get("C14 twice", list + "limit=1&limit=2", 400);
    get("C15", "/api/workspaces/abc", 400);
    for (String more : List.of("1.0", "0x1", "%2B1", "1%00", "%201", "NaN", "1e3")) {
      get("C15 " + more, "/api/workspaces/" + more, 400);
    }
    get("C17", "/api/workspaces/9223372036854775808", 400);
    get("C19", mosaic + "/files/..%2f..%2fetc%2fpasswd", 400);
    get("C19 twice encoded", mosaic + "/files/..%252f..%252fetc", 400);
    get("C20", "/api/nothing/here", 404);
    row("C21", () -> admin.writeBlindly("DELETE", "/api/workspaces", null), 405);
    get("C23", list + "filter=" + "(".repeat(10_000), 400);
    get("C26", list + "propertyName=exec(java.lang.Runtime.getRuntime(),%27id%27)", 400);
    get("D01", mosaic + "/tiles/-1/0/0", 404);
    get("D02", mosaic + "/tiles/31/0/0", 404);
    get("D04", mosaic + "/tiles/99999999999/0/0", 400);
    get("D04 x outside", mosaic + "/tiles/9/512/0", 404);
    for (String more :
        List.of("9/-1/0", "1e1/0/0", "40/0/0", "9/1.5/0", "NaN/0/0", "9/0/99999999999999999999")) {
      get("D01 " + more, mosaic + "/tiles/" + more, 400, 404);
    }
    get("E04", mosaic + "/at?lon=999&lat=35", 400);
    get("E05", mosaic + "/at?lon=118", 400);
  }

  private void file(String id, String name, byte[] content, Integer... statuses) {
    row(id, () -> upload(name, content), statuses);
  }

  private void uploads() {
    byte[] square = utf8(new Drawings().cell("1", 0, 0, 1, 1).json());
    file("F01", "a.zip", zip("../../evil.shp", utf8("x")), 422);
    file("F02", "a.zip", zip("/x/evil.shp", utf8("x")), 422);
    file("F02 drive", "a.zip", zip("C:\\x\\evil.shp", utf8("x")), 422);
    row("F04", () -> upload("a.zip", BadFiles.manyEntries(70_000)), 413, 422);
    file("F06", "a.zip", utf8("no zip at all"), 422, 415);
    file("F08", "a.zip", zip(), 422);
    file("F09", "a.zip", zip("only.shp", utf8("x")), 422);
    row(
        "F10",
        () -> admin.write("POST", "/api/workspaces", "{\"name\":\"" + "a".repeat(2 << 20)),
        413);
    row("F11", () -> admin.upload(layers, fields("无"), List.of()), 400);
    file("F12", "../../etc/passwd", square, 422);
    String xxe = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml>&x;</kml>";
    file("F14", "a.kml", utf8(xxe), 400, 415, 422);
    file(
        "F15",
        "a.kml",
        utf8(
            "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><kml>&c;</kml>"),
        400,
        415,
        422);
    row("I02", () -> upload("a.geojson", BadFiles.million()), 413);
    file(
        "I03",
        "a.zip",
        BadFiles.shapefile("code", 'C', utf8("1"), "GEOGCS[\"GCS_Beijing_1954\"]"),
        422);
    file(
        "I07 UTF-16",
        "a.geojson",
        new Drawings().cell("1", 0, 0, 1, 1).json().getBytes(StandardCharsets.UTF_16),
        415,
        422);
    file("I09", "a.gpkg", BadFiles.lyingGeoPackage(), 422);
    file(
        "I11 entity",
        "a.xlsx",
        BadFiles.workbook(
            BadFiles.row(1, "code", "wkt"),
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
        422,
        413);
    file("I11 ratio", "a.xlsx", BadFiles.workbook(" ".repeat(320_000_000), ""), 413, 422);
    row("J01 unknown", () -> merge("{\"layerIds\":[999999999]}"), 404);
    row("J01 empty", () -> merge("{\"layerIds\":[]}"), 422);
    row(
        "J01 twice",
        () -> merge("{\"layerIds\":[" + ground.layer() + "," + ground.layer() + "]}"),
        422);
  }

  private void protocol() {
    row(
        "G06",
        () ->
            admin.send(
                HttpRequest.newBuilder(admin.at("/api/login"))
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(new byte[100]))),
        415);
    row("G07 env", () -> server.stranger().get("/actuator/env"), 401, 403, 404);
    row("G07 heapdump", () -> server.stranger().get("/actuator/heapdump"), 401, 403, 404);
    row("G07 as administrator", () -> admin.get("/actuator/env"), 403, 404);
    row("G09", () -> server.stranger().writeBlindly("POST", "/api/workspaces", "{}"), 401, 403);
    row("G10", () -> admin.writeBlindly("PUT", layers + "/order", "{\"ids\":[]}"), 428);
    row("G10 DELETE", () -> admin.writeBlindly("DELETE", workspace, null), 428);
    row(
        "G11",
        () ->
            admin.writeBlindly(
                "PUT",
                layers + "/order",
                Map.of("ids", List.of(ground.layer())),
                "If-Match",
                "\"999\""),
        412);
    row("K03", () -> admin.writeBlindly("DELETE", workspace, null, "If-Match", "W/\"3\""), 412);
    row(
        "G12",
        () ->
            admin.send(
                HttpRequest.newBuilder(admin.at("/api/workspaces"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", "http://elsewhere.example")
                    .POST(BodyPublishers.ofString("name=a"))),
        403,
        415);
    row("H23", () -> admin.get("/api/workspaces?to=%0d%0aSet-Cookie:%20a=b"), 400);
  }

  private void rights() {
    Personas personas = People.OF;
    Browser foreign = personas.of(Role.STREET_OFFICE, "510104002");
    row("H06", () -> foreign.get(workspace), 404);
    row("H06 tile", () -> foreign.get(mosaic + "/tiles/" + Drawings.tile(14)), 404);
    row("H06 file", () -> foreign.get(mosaic + "/files/units.geojson"), 404);
    row(
        "H07",
        () ->
            personas
                .of(Role.PLANNER, "510104")
                .writeBlindly("PUT", layers + "/order", "{\"ids\":[]}", "If-Match", "\"1\""),
        404);
    row(
        "H11",
        () -> personas.of(Role.VIEWER, "510104").writeBlindly("PATCH", workspace, "{}"),
        403);
    row(
        "H14",
        () -> personas.of(Role.PLANNER, "510104").writeBlindly("DELETE", "/api/audit", null),
        405);
    for (String weak : List.of("admin123", "12345678", "王小明王小明王小明")) {
      row(
          "H17 " + weak,
          () ->
              admin.write(
                  "POST",
                  "/api/accounts",
                  Map.of("name", "王小明", "password", weak, "role", "VIEWER")),
          422);
    }
    row(
        "H18",
        () ->
            admin.write(
                "POST",
                "/api/setup",
                Map.of("token", server.setUpToken(), "name", "a", "password", Personas.PASSWORD)),
        410);
    for (String name : List.of("甲\u202e乙".repeat(80), "甲\u202e乙", "甲\u200b乙")) {
      row("H21", () -> admin.write("POST", "/api/workspaces", Map.of("name", name)), 422);
    }
  }

  private HttpResponse<byte[]> upload(String fileName, byte[] content) {
    return admin.upload(
        layers, fields("坏" + System.nanoTime()), List.of(new Part(fileName, content)));
  }

  private static Map<String, String> fields(String name) {
    return Map.of("name", name, "role", "DEPARTMENT");
  }

  /** Made once for all rows. */
  private static final class People {
    static final Personas OF = Personas.shared();

    private People() {}
  }
}
