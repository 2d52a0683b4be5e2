package onegrid.server;

import static onegrid.server.Browser.json;
import static onegrid.server.DoorTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.store.TileReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From what departments drew to one mosaic on the map, over HTTP alone. */
class MainJobTest {
  private final Browser admin = RunningServer.shared().administrator();

  @Test
  void departmentsHandInAndTheCentreMerges() {
    long workspace = workspace("主线");
    long area =
        layer(
            workspace,
            "社区",
            "AREA",
            new Drawings().cell("A1", 0, 0, 10, 10).cell("A2", 10, 0, 10, 10));
    long first =
        layer(
            workspace,
            "综治",
            "DEPARTMENT",
            new Drawings().cell("Z1", 0, 0, 10, 10).cell("Z2", 10, 0, 10, 10));
    // It has another border, and leaves half of A2 out.
    long second =
        layer(
            workspace,
            "党建",
            "DEPARTMENT",
            new Drawings().cell("D1", 0, 0, 5, 10).cell("D2", 5, 0, 10, 10));

    JsonNode layers = json(admin.get("/api/workspaces/" + workspace + "/layers"), 200);
    assertEquals(List.of(area, first, second), ids(layers));
    assertEquals("社综党", letters(layers));
    assertEquals(4548, json(admin.get("/api/workspaces/" + workspace), 200).path("epsg").asInt());

    JsonNode done = merge(workspace, area, List.of(first, second));
    long id = done.path("result").path("mosaicId").asLong();
    JsonNode mosaic = json(admin.get("/api/mosaics/" + id), 200);
    double drawn = layers.get(0).path("areaSquareMetres").asDouble();
    // A corner that a department sets on a border of 900 m goes to the 1 cm grid, and bends it.
    assertEquals(drawn, mosaic.path("areaSquareMetres").asDouble(), 5);
    assertEquals(4, mosaic.path("units").asInt());
    assertEquals(3, mosaic.path("inputs").size());
    assertEquals("社区", mosaic.path("inputs").get(0).path("name").asString());

    placesAndConflicts(id);
    tilesOf(workspace, first, id);
    files(id);
    JsonNode list = json(admin.get("/api/workspaces/" + workspace + "/mosaics"), 200);
    assertEquals(List.of(id), ids(list));
  }

  private void placesAndConflicts(long id) {
    String at = "/api/mosaics/" + id + "/at?lat=" + (Drawings.SOUTH + 0.005) + "&lon=";
    JsonNode inside = json(admin.get(at + (Drawings.WEST + 0.002)), 200);
    assertEquals("A1", inside.path("unit").path("areaCode").asString());
    assertEquals("D1", inside.path("unit").path("sources").get(1).path("code").asString());
    assertEquals("Polygon", inside.path("unit").path("geometry").path("type").asString());
    assertEquals("Z1", inside.path("before").get(1).path("codes").get(0).asString());
    JsonNode outside = json(admin.get(at + (Drawings.WEST - 0.5)), 200);
    assertTrue(outside.path("unit").isNull());

    JsonNode gaps = json(admin.get("/api/mosaics/" + id + "/conflicts?kind=GAP&limit=10"), 200);
    assertTrue(gaps.path("total").asInt() >= 1, gaps.toString());
    JsonNode gap = gaps.path("items").get(0);
    assertEquals("党建", gap.path("layer").asString());
    assertFalse(gap.path("ruleWords").asString().isEmpty());
    assertEquals("Polygon", gap.path("geometry").path("type").asString());
    JsonNode findings = json(admin.get("/api/mosaics/" + id + "/findings"), 200);
    assertEquals(findings.path("total").asInt(), findings.path("items").size());
  }

  private void tilesOf(long workspace, long layer, long mosaic) {
    String layerTile =
        "/api/workspaces/" + workspace + "/tiles/layer/" + layer + "/" + Drawings.tile(14);
    HttpResponse<byte[]> cells = admin.get(layerTile);
    assertEquals(200, cells.statusCode());
    assertFalse(TileReader.read(cells.body()).getOrDefault("cell", List.of()).isEmpty());
    String etag = cells.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, admin.get(layerTile, "If-None-Match", etag).statusCode());

    HttpResponse<byte[]> units =
        admin.get("/api/mosaics/" + mosaic + "/tiles/" + Drawings.tile(16));
    assertEquals(200, units.statusCode());
    assertFalse(TileReader.read(units.body()).getOrDefault("unit", List.of()).isEmpty());
    assertTrue(units.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));

    assertEquals(
        204, admin.get("/api/workspaces/" + workspace + "/tiles/base/14/0/0").statusCode());
    // A layer is not to be seen through another workspace.
    isProblem(
        admin.get("/api/workspaces/" + workspace("别处") + "/tiles/layer/" + layer + "/14/0/0"), 404);
  }

  private void files(long id) {
    for (String name :
        List.of("units.geojson", "crosswalk.csv", "conflicts.geojson", "findings.csv")) {
      HttpResponse<byte[]> file = admin.get("/api/mosaics/" + id + "/files/" + name);
      assertEquals(200, file.statusCode(), name);
      assertTrue(
          file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
    }
    JsonNode units = json(admin.get("/api/mosaics/" + id + "/files/units.geojson"), 200);
    assertEquals(4, units.path("features").size());
    assertEquals(
        4, json(admin.get("/api/mosaics/" + id + "/files/report.json"), 200).path("units").asInt());
    isProblem(admin.get("/api/mosaics/" + id + "/files/passwords.txt"), 404);
  }

  @Test
  void ranksAreThePlannersChoice() {
    long workspace = workspace("次序");
    Drawings one = new Drawings().cell("1", 0, 0, 10, 10);
    long first = layer(workspace, "甲", "DEPARTMENT", one);
    long second = layer(workspace, "乙", "DEPARTMENT", one);
    String order = "/api/workspaces/" + workspace + "/layers/order";
    JsonNode ordered = json(admin.write("PUT", order, Map.of("ids", List.of(second, first))), 200);
    assertEquals(List.of(second, first), ids(ordered));
    isProblem(admin.write("PUT", order, Map.of("ids", List.of(second))), 422);
    isProblem(admin.write("PUT", order, Map.of("ids", List.of(second, second))), 422);
    isProblem(admin.write("PUT", order, Map.of("ids", List.of(second, 999_999_999))), 404);
    String gone = "/api/workspaces/" + workspace + "/layers/" + first;
    assertEquals(204, admin.write("DELETE", gone, null).statusCode());
    isProblem(admin.write("DELETE", gone, null), 404);
  }

  @Test
  void layersOfOneRankComeInTheOrderInWhichTheyAreDrawn() {
    long workspace = workspace("同级");
    Drawings ground = new Drawings().cell("1", 0, 0, 10, 10);
    long area = layer(workspace, "社区", "AREA", ground);
    long rough =
        layer(workspace, "甲", "DEPARTMENT", new Drawings().cell("J", 0.03, 0.03, 9.95, 9.95));
    long exact = layer(workspace, "乙", "DEPARTMENT", ground);
    Map<String, Object> order = order(area, List.of(rough, exact), null);
    order.put("ranks", List.of(1, 1));
    String merges = "/api/workspaces/" + workspace + "/merges";
    long id =
        ended(json(admin.write("POST", merges, order), 202).path("jobId").asLong())
            .path("result")
            .path("mosaicId")
            .asLong();
    JsonNode inputs = json(admin.get("/api/mosaics/" + id), 200).path("inputs");
    List<String> names = new ArrayList<>();
    inputs.forEach(input -> names.add(input.path("name").asString()));
    assertEquals(List.of("社区", "乙", "甲"), names);
    JsonNode findings = json(admin.get("/api/mosaics/" + id + "/findings"), 200);
    assertTrue(findings.toString().contains("RANKED_BY_DRAWING"), findings.toString());
    for (List<Integer> wrong : List.of(List.of(1), List.of(0, 1), List.of(1, 10_000))) {
      order.put("ranks", wrong);
      isProblem(admin.write("POST", merges, order), 422);
    }
    order.put("ranks", List.of("1", "2"));
    isProblem(admin.write("POST", merges, order), 400);
  }

  @Test
  void impossibleMergesAreRefusedAtOnce() {
    long workspace = workspace("不可能");
    Drawings one = new Drawings().cell("1", 0, 0, 10, 10);
    long area = layer(workspace, "社区", "AREA", one);
    long layer = layer(workspace, "甲", "DEPARTMENT", one);
    String merges = "/api/workspaces/" + workspace + "/merges";
    isProblem(admin.write("POST", merges, order(area, List.of(), null)), 422);
    isProblem(admin.write("POST", merges, order(area, List.of(layer, layer), null)), 422);
    isProblem(admin.write("POST", merges, order(area, List.of(999_999_999L), null)), 404);
    isProblem(admin.write("POST", merges, order(layer, List.of(area), null)), 422);
    isProblem(admin.write("POST", merges, order(area, List.of(layer), -1.0)), 422);
    isProblem(admin.write("POST", merges, order(area, List.of(layer), 1e9)), 422);
    isProblem(admin.write("POST", merges, "{\"layerIds\":[null]}"), 400);
    isProblem(admin.write("POST", merges, "{\"layerIds\":[\"1\"]}"), 400);
    isProblem(admin.write("POST", merges, "{\"layerIds\":null}"), 400);
    isProblem(
        admin.write("POST", "/api/workspaces/999999999/merges", order(area, List.of(layer), null)),
        404);
  }

  @Test
  void jobIsToldAsAStreamUntilItEnds() {
    long workspace = workspace("进度");
    long job =
        json(
                admin.upload(
                    "/api/workspaces/" + workspace + "/layers",
                    Map.of("name", "甲", "role", "DEPARTMENT"),
                    new Drawings().cell("1", 0, 0, 10, 10).file("a.geojson")),
                202)
            .path("jobId")
            .asLong();
    HttpResponse<byte[]> stream = admin.get("/api/jobs/" + job + "/events");
    assertEquals(200, stream.statusCode());
    assertTrue(
        stream.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
    List<String> states = new ArrayList<>();
    for (String line : Browser.text(stream).split("\n")) {
      if (line.startsWith("data:")) {
        states.add(Browser.JSON.readTree(line.substring(5)).path("state").asString());
      }
    }
    assertEquals("DONE", states.get(states.size() - 1), states.toString());
    isProblem(admin.get("/api/jobs/999999999/events"), 404);
    // Calling off what has ended changes nothing.
    JsonNode after = json(admin.write("DELETE", "/api/jobs/" + job, null), 202);
    assertEquals("DONE", after.path("state").asString());
  }

  @Test
  void workspaceGoesWithAllThatIsInIt() {
    long workspace = workspace("临时");
    layer(workspace, "甲", "DEPARTMENT", new Drawings().cell("1", 0, 0, 10, 10));
    String path = "/api/workspaces/" + workspace;
    assertEquals(204, admin.write("DELETE", path, null).statusCode());
    isProblem(admin.get(path), 404);
    isProblem(admin.get(path + "/layers"), 404);
    isProblem(admin.write("DELETE", path, null), 404);
  }

  private long workspace(String name) {
    return json(admin.write("POST", "/api/workspaces", Map.of("name", name)), 201)
        .path("id")
        .asLong();
  }

  private long layer(long workspace, String name, String role, Drawings drawings) {
    JsonNode queued =
        json(
            admin.upload(
                "/api/workspaces/" + workspace + "/layers",
                Map.of("name", name, "role", role),
                drawings.file(name + ".geojson")),
            202);
    JsonNode job = ended(queued.path("jobId").asLong());
    assertEquals("DONE", job.path("state").asString(), job.toString());
    return job.path("result").path("layerId").asLong();
  }

  private JsonNode merge(long workspace, long area, List<Long> layers) {
    JsonNode queued =
        json(
            admin.write(
                "POST", "/api/workspaces/" + workspace + "/merges", order(area, layers, null)),
            202);
    JsonNode job = ended(queued.path("jobId").asLong());
    assertEquals("DONE", job.path("state").asString(), job.toString());
    assertEquals(1, job.path("progress").asDouble());
    return job;
  }

  private JsonNode ended(long job) {
    // The stream ends when the job does.
    assertEquals(200, admin.get("/api/jobs/" + job + "/events").statusCode());
    return json(admin.get("/api/jobs/" + job), 200);
  }

  private static Map<String, Object> order(
      long area, List<Long> layers, @Nullable Double toleranceMetres) {
    Map<String, Object> order = new HashMap<>();
    order.put("areaLayerId", area);
    order.put("layerIds", layers);
    if (toleranceMetres != null) {
      order.put("toleranceMetres", toleranceMetres);
    }
    return order;
  }

  private static List<Long> ids(JsonNode list) {
    List<Long> ids = new ArrayList<>();
    list.forEach(item -> ids.add(item.path("id").asLong()));
    return ids;
  }

  private static String letters(JsonNode list) {
    StringBuilder letters = new StringBuilder();
    list.forEach(item -> letters.append(item.path("letter").asString()));
    return letters.toString();
  }
}
