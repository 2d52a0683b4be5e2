package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Borders and compounds that are handed in with the ground keep their place in every merge. */
class ProtectedBordersServiceTest {
  private final Browser admin = RunningServer.shared().administrator();
  private final String workspace;
  private final long area;
  private final long layer;

  /** An area of ten by ten thousandths of a degree, a layer of a western and an eastern half. */
  ProtectedBordersServiceTest() {
    long id =
        json(admin.write("POST", "/api/workspaces", Map.of("name", "护界")), 201).path("id").asLong();
    workspace = "/api/workspaces/" + id;
    area = drawn("社区", "AREA", new Drawings().cell("A1", 0, 0, 10, 10));
    layer =
        drawn("综治", "DEPARTMENT", new Drawings().cell("Z1", 0, 0, 5, 10).cell("Z2", 5, 0, 5, 10));
  }

  private long drawn(String name, String role, Drawings drawings) {
    JsonNode queued =
        json(
            admin.upload(
                workspace + "/layers",
                Map.of("name", name, "role", role),
                drawings.file(name + ".geojson")),
            202);
    return Ground.ended(admin, queued.path("jobId").asLong())
        .path("result")
        .path("layerId")
        .asLong();
  }

  private JsonNode hand(String part, String content) {
    long job = json(handed(part, content), 202).path("jobId").asLong();
    admin.get("/api/jobs/" + job + "/events");
    return json(admin.get("/api/jobs/" + job), 200);
  }

  private HttpResponse<byte[]> handed(String part, String content) {
    return admin.upload(
        workspace + "/ground/" + part,
        Map.of(),
        List.of(new Browser.Part(part + ".geojson", content.getBytes(StandardCharsets.UTF_8))));
  }

  private static String line(double x) {
    double lon = Drawings.WEST + x / 1000;
    return """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"沂河"},
        "geometry":{"type":"LineString","coordinates":[[%s,35.04],[%s,35.07]]}}]}"""
        .formatted(lon, lon);
  }

  private long merged(Map<String, ?> more) {
    Map<String, Object> order = new HashMap<>(Map.of("areaLayerId", area, "layerIds", layers()));
    order.putAll(more);
    JsonNode queued = json(admin.write("POST", workspace + "/merges", order), 202);
    return Ground.ended(admin, queued.path("jobId").asLong())
        .path("result")
        .path("mosaicId")
        .asLong();
  }

  private List<Long> layers() {
    return List.of(layer);
  }

  private String file(long mosaic) {
    return new String(
        admin.get("/api/mosaics/" + mosaic + "/files/units.geojson").body(),
        StandardCharsets.UTF_8);
  }

  private static int units(String file) {
    return file.split("\"Feature\"", -1).length - 1;
  }

  @Test
  void aBorderThatIsHandedInStaysAndDivides() {
    assertEquals(2, units(file(merged(Map.of()))));
    assertEquals("DONE", hand("BORDERS", line(7.5)).path("state").asString());
    String divided = file(merged(Map.of()));
    assertEquals(3, units(divided));
    assertTrue(divided.contains("118.3575"), divided);
    // Handed in again, it takes the place of the first; the layer comes to lie on it.
    assertEquals("DONE", hand("BORDERS", line(5.1)).path("state").asString());
    String settled = file(merged(Map.of("toleranceMetres", 20)));
    assertEquals(2, units(settled));
    assertTrue(settled.contains("118.3551"), settled);
  }

  @Test
  void pointsAreNoBorders() {
    String point =
        line(7.5).replace("LineString", "Point").replaceAll("\\[(\\[.*?\\]),.*\\]\\]", "$1");
    JsonNode refusal = json(handed("BORDERS", point), 422);
    assertTrue(refusal.path("detail").asString().contains("没有一条"), refusal.toString());
  }

  @Test
  void compoundsStayWholeWhereThatIsWished() {
    String compound = new Drawings().cell("P1", 4, 4, 3, 2).json().replace("\"code\"", "\"id\"");
    assertEquals("DONE", hand("COMPOUNDS", compound).path("state").asString());
    long cut = merged(Map.of());
    assertNotEquals(unitAt(cut, 4.5), unitAt(cut, 6));
    long whole = merged(Map.of("wholeCompounds", true));
    assertEquals(unitAt(whole, 4.5), unitAt(whole, 6));
  }

  private String unitAt(long mosaic, double x) {
    String at = "/api/mosaics/%d/at?lon=%s&lat=35.055".formatted(mosaic, Drawings.WEST + x / 1000);
    return json(admin.get(at), 200).path("unit").path("id").asString();
  }
}
