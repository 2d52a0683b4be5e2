package onegrid.server;

import static onegrid.server.BadFiles.utf8;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import onegrid.server.Browser.Part;

/** The rows of the catalogue of bad inputs about who is reached, and about plans. */
final class ReachRows {
  /** Takes a row: what it does, and the statuses of which its answer must have one. */
  interface Rows {
    void row(String id, Supplier<HttpResponse<byte[]>> ask, Integer... statuses);
  }

  private final Browser admin;
  private final Ground ground;

  ReachRows(Browser admin, Ground ground) {
    this.admin = admin;
    this.ground = ground;
  }

  void fill(Rows rows) {
    reach(rows);
    plans(rows);
  }

  private void reach(Rows rows) {
    String workspace = "/api/workspaces/" + ground.workspace();
    String coverages = workspace + "/coverages";
    for (String wrong :
        List.of(
            "{\"minutes\":-5}",
            "{\"minutes\":0}",
            "{\"minutes\":\"ten\"}",
            "{\"minutes\":-1e-300}",
            "{\"minutes\":NaN}")) {
      rows.row("E01 " + wrong, () -> admin.write("POST", coverages, wrong), 400);
    }
    for (String wrong :
        List.of("{\"minutes\":1e9}", "{\"minutes\":1e308}", "{\"minutes\":1e999}")) {
      rows.row("E03 " + wrong, () -> admin.write("POST", coverages, wrong), 400);
    }
    for (String wrong :
        List.of(
            "{\"speedMetresPerSecond\":0}",
            "{\"speedMetresPerSecond\":-0.0}",
            "{\"speedMetresPerSecond\":1e-320}",
            "{\"mode\":\"unknown\"}",
            "{\"day\":\"SOMEDAY\",\"time\":\"09:00\"}",
            "{\"minutes\":10,\"minutes\":20}")) {
      rows.row("J09 " + wrong, () -> admin.write("POST", coverages, wrong), 400);
    }
    rows.row(
        "J08",
        () ->
            admin.upload(
                workspace + "/ground/STATIONS",
                Map.of(),
                List.of(new Part("a.geojson", points(100_001)))),
        413);
  }

  /** So many points without a word about them. */
  private static byte[] points(int n) {
    String one = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}},";
    return utf8("{\"type\":\"FeatureCollection\",\"features\":[" + one.repeat(n) + "{}]}");
  }

  private void plans(Rows rows) {
    String operations = "/api/plans/" + ground.plan() + "/operations";
    for (String verb : List.of("DELETE_CELL", "DELETE_UNIT", "DELETE")) {
      String wish = "{\"seen\":0,\"operations\":[{\"verb\":\"" + verb + "\",\"cell\":\"Z1\"}]}";
      rows.row(
          "K05 " + verb,
          () -> admin.writeBlindly("POST", operations, wish, "If-Match", "\"1\""),
          409);
    }
  }
}
