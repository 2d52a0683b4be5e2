package onegrid.server;

import static onegrid.server.Browser.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A workspace of the shared server with everything in it: an area, a layer, their merge, jobs, and
 * a draft of the administrator's.
 */
record Ground(long workspace, long area, long layer, long mosaic, long job, long plan) {
  private static @Nullable Ground shared;

  /** One for all tests that only look. */
  static synchronized Ground shared() {
    if (shared == null) {
      shared = make(RunningServer.shared().administrator(), "公用");
    }
    return shared;
  }

  static Ground make(Browser admin, String name) {
    long workspace =
        json(admin.write("POST", "/api/workspaces", Map.of("name", name)), 201).path("id").asLong();
    String at = "/api/workspaces/" + workspace;
    long area = upload(admin, at, "社区", "AREA", new Drawings().cell("A1", 0, 0, 10, 10));
    long layer =
        upload(
            admin,
            at,
            "综治",
            "DEPARTMENT",
            new Drawings().cell("Z1", 0, 0, 5, 10).cell("Z2", 5, 0, 5, 10));
    JsonNode queued =
        json(
            admin.write(
                "POST", at + "/merges", Map.of("areaLayerId", area, "layerIds", List.of(layer))),
            202);
    long job = queued.path("jobId").asLong();
    long mosaic = ended(admin, job).path("result").path("mosaicId").asLong();
    long plan =
        json(
                admin.write(
                    "POST",
                    "/api/mosaics/" + mosaic + "/plans",
                    Map.of("name", name, "layer", "综治")),
                201)
            .path("id")
            .asLong();
    return new Ground(workspace, area, layer, mosaic, job, plan);
  }

  /** Gives the ground to a division. */
  Ground in(Browser admin, String division) {
    json(
        admin.write("PATCH", "/api/workspaces/" + workspace, Map.of("divisionCode", division)),
        200);
    return this;
  }

  /** Waits for a job, and gives what became of it. */
  static JsonNode ended(Browser admin, long job) {
    admin.get("/api/jobs/" + job + "/events");
    JsonNode ended = json(admin.get("/api/jobs/" + job), 200);
    if (!ended.path("state").asString().equals("DONE")) {
      throw new AssertionError(ended.toString());
    }
    return ended;
  }

  private static long upload(
      Browser admin, String at, String name, String role, Drawings drawings) {
    JsonNode queued =
        json(
            admin.upload(
                at + "/layers",
                Map.of("name", name, "role", role),
                drawings.file(name + ".geojson")),
            202);
    return ended(admin, queued.path("jobId").asLong()).path("result").path("layerId").asLong();
  }
}
