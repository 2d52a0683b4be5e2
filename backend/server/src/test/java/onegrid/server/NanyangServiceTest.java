package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import onegrid.server.Browser.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The files with every mistake, handed in and merged over HTTP as six clerks would. */
class NanyangServiceTest {
  private final Browser admin = RunningServer.shared().administrator();
  @TempDir private Path folder = Path.of("");

  @Test
  void sixFilesFullOfMistakesBecomeOneMosaic() throws IOException {
    Path city = folder.resolve("ny");
    String[] words = {"sample", "--preset", "nanyang", "--seed", "7", "--out", city.toString()};
    assertEquals(
        0, OneGrid.run(words, OutputStream.nullOutputStream(), OutputStream.nullOutputStream()));
    Map<String, Object> named = Map.of("name", "南阳样");
    String workspace =
        "/api/workspaces/" + json(admin.write("POST", "/api/workspaces", named), 201).path("id");

    long area = taken(workspace, "社区", "AREA", city.resolve("communities.geojson"), "", "");
    List<Long> layers = new ArrayList<>();
    layers.add(taken(workspace, "综治", "DEPARTMENT", city.resolve("layer1.zip"), "", ""));
    asked(workspace, "党建", city.resolve("layer2.csv"));
    layers.add(taken(workspace, "党建", "DEPARTMENT", city.resolve("layer2.csv"), "EPSG:4547", ""));
    layers.add(taken(workspace, "民政", "DEPARTMENT", city.resolve("layer3.geojson"), "", ""));
    layers.add(taken(workspace, "城管", "DEPARTMENT", city.resolve("layer4.geojson"), "", ""));
    layers.add(taken(workspace, "环保", "DEPARTMENT", city.resolve("layer5.dxf"), "", "Layer"));
    asked(workspace, "应急", city.resolve("layer6.zip"));
    layers.add(taken(workspace, "应急", "DEPARTMENT", city.resolve("layer6.zip"), "EPSG:4547", ""));

    JsonNode queued =
        json(
            admin.write(
                "POST", workspace + "/merges", Map.of("areaLayerId", area, "layerIds", layers)),
            202);
    JsonNode job = ended(queued.path("jobId").asLong());
    assertEquals("DONE", job.path("state").asString(), job.toString());
    Set<String> codes = new TreeSet<>();
    for (long layer : layers) {
      String page = workspace + "/layers/" + layer + "/findings?limit=500";
      for (JsonNode finding : json(admin.get(page), 200).path("items")) {
        codes.add(finding.path("code").asString());
        assertFalse(finding.toString().contains("\uFFFD"), "gibberish: " + finding);
      }
    }
    Set<String> wanted =
        new TreeSet<>(
            List.of(
                "ENCODING_UNDECLARED",
                "ARCHIVE_IN_ARCHIVE",
                "CRS_CONTRADICTS",
                "AXES_SWAPPED",
                "DATUM_SHIFT",
                "ZONE_UNCLEAR",
                "RING_NOT_CLOSED",
                "HEIGHTS_DROPPED",
                "ARCS_DENSIFIED",
                "CODE_REPEATED",
                "CODE_FORM",
                "PARENT_UNKNOWN",
                "COARSE_COORDINATES"));
    wanted.removeAll(codes);
    assertEquals(Set.of(), wanted, "not found, of " + codes);
  }

  /** Reads the file, or tells why not; nothing is kept of what was not read. */
  private void asked(String workspace, String name, Path file) throws IOException {
    int before = json(admin.get(workspace + "/layers"), 200).size();
    Map<String, String> fields = Map.of("name", name, "role", "DEPARTMENT", "mend", "true");
    var answer = admin.upload(workspace + "/layers", fields, parts(file));
    assertTrue(answer.statusCode() == 202 || answer.statusCode() == 422, Browser.text(answer));
    String said = Browser.text(answer);
    if (answer.statusCode() == 202) {
      JsonNode job = ended(Browser.JSON.readTree(said).path("jobId").asLong());
      assertEquals("FAILED", job.path("state").asString(), job.toString());
      said = job.toString();
    }
    assertTrue(said.contains("坐标"), said);
    assertEquals(before, json(admin.get(workspace + "/layers"), 200).size());
  }

  private long taken(String workspace, String name, String role, Path file, String crs, String code)
      throws IOException {
    Map<String, String> fields = new HashMap<>(Map.of("name", name, "role", role, "mend", "true"));
    if (!crs.isEmpty()) {
      fields.put("crs", crs);
    }
    if (!code.isEmpty()) {
      fields.put("code", code);
    }
    JsonNode queued = json(admin.upload(workspace + "/layers", fields, parts(file)), 202);
    JsonNode job = ended(queued.path("jobId").asLong());
    assertEquals("DONE", job.path("state").asString(), job.toString());
    return job.path("result").path("layerId").asLong();
  }

  private static List<Part> parts(Path file) throws IOException {
    return List.of(new Part(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
  }

  private JsonNode ended(long job) {
    // The stream ends when the job does.
    assertEquals(200, admin.get("/api/jobs/" + job + "/events").statusCode());
    return json(admin.get("/api/jobs/" + job), 200);
  }
}
