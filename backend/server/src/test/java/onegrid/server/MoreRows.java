package onegrid.server;

import static onegrid.server.BadFiles.feature;
import static onegrid.server.BadFiles.polygon;
import static onegrid.server.BadFiles.utf8;
import static onegrid.server.BadFiles.zip;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import onegrid.server.Browser.Part;

/** Further forms of the rows of the catalogue of bad inputs: the class is closed, not the row. */
final class MoreRows {
  private final Browser admin;
  private final Ground ground;
  private final ReachRows.Rows rows;
  private final String layers;

  MoreRows(Browser admin, Ground ground, ReachRows.Rows rows) {
    this.admin = admin;
    this.ground = ground;
    this.rows = rows;
    this.layers = "/api/workspaces/" + ground.workspace() + "/layers";
  }

  void fill() {
    geometries();
    addresses();
    uploads();
    protocol();
    ground();
  }

  private void shape(String id, byte[] file) {
    rows.row(id, () -> upload("a.geojson", file), 422);
  }

  private void geometries() {
    shape(
        "B01 no member",
        utf8("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"}]}"));
    shape("B02 line", feature("{\"type\":\"LineString\",\"coordinates\":[[118.3,35],[118.4,35]]}"));
    shape("B02 unknown", feature("{\"type\":\"Circle\",\"coordinates\":[118.3,35],\"radius\":9}"));
    shape("B04 one position", polygon("[[[118.3,35]]]"));
    shape("B04 one place four times", polygon("[[[118.3,35],[118.3,35],[118.3,35],[118.3,35]]]"));
    shape("B04 there and back", polygon("[[[118.3,35],[118.31,35],[118.3,35],[118.3,35]]]"));
    shape("B05 empty ring", polygon("[[]]"));
    shape("B05 empty position", polygon("[[[],[],[],[]]]"));
    shape("B05 depth of a line", polygon("[[118.3,35],[118.4,35],[118.4,35.1],[118.3,35]]"));
    shape("B12 minus", polygon("[[[-1e308,35],[118.1,35],[118.1,35.1],[-1e308,35]]]"));
    shape("B12 beyond", polygon("[[[1e309,35],[118.1,35],[118.1,35.1],[1e309,35]]]"));
    shape("B13 one of them", polygon("[[[118,35],[118.1,35],[118.1,95],[118,35]]]"));
    shape("B15 null", polygon("[[[null,35],[118.1,35],[118.1,35.1],[null,35]]]"));
    shape("B15 true", polygon("[[[true,35],[118.1,35],[118.1,35.1],[true,35]]]"));
    shape("B15 object", polygon("[[{\"x\":118,\"y\":35},[118.1,35],[118.1,35.1],[118,35]]]"));
    shape("B22 half", polygon("[[[0,-80],[170,-80],[170,80],[0,80],[0,-80]]]"));
  }

  private void addresses() {
    String at = "/api/mosaics/" + ground.mosaic() + "/at?";
    for (String wrong : List.of("lon=118&lat=91", "lon=1e400&lat=35", "lon=118,5&lat=35")) {
      rows.row("E04 " + wrong, () -> admin.get(at + wrong), 400);
    }
    for (String wrong : List.of("lon=118&lat=", "", "lat=35", "lon=118&lat=35&lat=36")) {
      rows.row("E05 " + wrong, () -> admin.get(at + wrong), 400);
    }
  }

  private void file(String id, String name, byte[] content, Integer... statuses) {
    rows.row(id, () -> upload(name, content), statuses);
  }

  private void uploads() {
    file("F01 backslash", "a.zip", zip("..\\..\\evil.shp", utf8("x")), 422);
    file("F01 inside", "a.zip", zip("a/../../evil.shp", utf8("x")), 422);
    file("F06 picture", "a.zip", utf8("\u0089PNG\r\n"), 422, 415);
    file("F06 empty", "a.zip", new byte[0], 422, 415);
    file("F08 folder", "a.zip", zip("a/", new byte[0]), 422);
    file("F12 absolute", "/etc/passwd", utf8("x"), 422, 415);
    file("F12 folder up", "..", utf8("x"), 422, 415);
    file("F12 nothing", ".geojson", utf8("x"), 422, 415);
    file(
        "F14 parameter entity",
        "a.kml",
        utf8("<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/a\"> %x;]><kml/>"),
        400,
        415,
        422);
    file(
        "I03 1980",
        "a.zip",
        BadFiles.shapefile("code", 'C', utf8("1"), "GEOGCS[\"GCS_Xian_1980\"]"),
        422);
    file(
        "I03 made up",
        "a.zip",
        BadFiles.shapefile("code", 'C', utf8("1"), "GEOGCS[\"GCS_Nowhere\"]"),
        422);
    file("I07 UTF-32", "a.geojson", text("{}", "UTF-32"), 415, 422);
    file("I09 no database", "a.gpkg", utf8("SQLite format 3\0 and then nothing"), 422);
    file("I11 no sheet", "a.xlsx", zip("xl/workbook.xml", utf8("<workbook/>")), 422, 413);
  }

  private void protocol() {
    for (String encoding : List.of("br", "deflate", "identity, gzip")) {
      rows.row("G06 " + encoding, () -> encoded(encoding), 415);
    }
    for (String type : List.of("text/plain", "multipart/form-data; boundary=b")) {
      rows.row("G12 " + type, () -> crossOrigin(type), 403, 415);
    }
    String orders = layers + "/order";
    for (String version : List.of("W/\"1\"", "\"abc\"", "\"-1\"", "\"99999999999999999999\"")) {
      rows.row(
          "K03 " + version,
          () -> admin.writeBlindly("PUT", orders, Map.of("ids", List.of()), "If-Match", version),
          412,
          400);
    }
  }

  private HttpResponse<byte[]> encoded(String encoding) {
    return admin.send(
        HttpRequest.newBuilder(admin.at("/api/login"))
            .header("Content-Encoding", encoding)
            .POST(BodyPublishers.ofByteArray(new byte[100])));
  }

  private HttpResponse<byte[]> crossOrigin(String type) {
    return admin.send(
        HttpRequest.newBuilder(admin.at("/api/workspaces"))
            .header("Content-Type", type)
            .header("Origin", "null")
            .POST(BodyPublishers.ofString("{\"name\":\"a\"}")));
  }

  private void ground() {
    rows.row("J01 none named", () -> merge("{\"layerIds\":[null]}"), 400, 422);
    rows.row("J01 negative", () -> merge("{\"layerIds\":[-1]}"), 404, 422);
    rows.row("J01 no list", () -> merge("{\"layerIds\":7}"), 400, 422);
    for (String kind : List.of("dragon", "RIVERS!", "1")) {
      rows.row("B02 barrier of the kind " + kind, () -> barrier(kind), 422);
    }
  }

  private HttpResponse<byte[]> barrier(String kind) {
    String line = "{\"type\":\"LineString\",\"coordinates\":[[118.35,35.05],[118.36,35.05]]}";
    return admin.upload(
        "/api/workspaces/" + ground.workspace() + "/ground/BARRIERS",
        Map.of(),
        List.of(new Part("a.geojson", BadFiles.features("\"kind\":\"" + kind + "\"", line))));
  }

  private HttpResponse<byte[]> merge(String order) {
    return admin.write("POST", "/api/workspaces/" + ground.workspace() + "/merges", order);
  }

  private HttpResponse<byte[]> upload(String fileName, byte[] content) {
    return admin.upload(
        layers,
        Map.of("name", "更坏" + System.nanoTime(), "role", "DEPARTMENT"),
        List.of(new Part(fileName, content)));
  }

  private static byte[] text(String text, String charset) {
    return text.getBytes(java.nio.charset.Charset.forName(charset));
  }
}
