package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import onegrid.store.Role;
import onegrid.store.SquareCity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The life of a plan: submitted, returned, reviewed, filed, in force by a job, retired. */
class PlanLifeTest {
  private static final String COUNTY = "371302";

  /** The south-west community of the chessboard, and the start of its units' codes. */
  private static final String AREA = "371302001100";

  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();
  private final Browser planner = Personas.shared().of(Role.PLANNER, COUNTY);
  private final Browser reviewer = Personas.shared().of(Role.REVIEWER, COUNTY);
  private final PlanStage stage = PlanStage.make(server, planner, COUNTY, 4, 3);

  @Test
  void aPlanGoesItsWayIntoForceAndTheNextOneStartsFromIt() {
    json(stage.send(planner, 0, PlanStage.open("001", AREA + "-0", AREA + "-1")), 200);
    assertEquals(409, stage.step(admin, "publish").statusCode());
    json(stage.step(planner, "submit"), 200);
    assertEquals(409, stage.send(planner, 1, PlanStage.transfer("001", AREA + "-2")).statusCode());
    json(stage.step(reviewer, "return"), 200);
    json(stage.send(planner, 1, PlanStage.transfer("001", AREA + "-2")), 200);
    json(stage.step(planner, "submit"), 200);
    json(stage.step(reviewer, "review"), 200);
    json(stage.step(admin, "file"), 200);
    JsonNode published = PlanStage.publish(admin, stage.at());
    assertEquals("IN_FORCE", published.path("state").asString());
    assertEquals(6, published.path("steps").size());
    long version = published.path("publishedMosaicId").asLong();
    JsonNode mosaic = json(planner.get("/api/mosaics/" + version), 200);
    assertEquals(12, mosaic.path("units").asInt());
    assertEquals(360, mosaic.path("people").asInt());
    HttpResponse<byte[]> drawn = planner.get("/api/mosaics/" + version + "/tiles/" + tile());
    assertEquals(200, drawn.statusCode());
    // Its units know their cell; those of a merge have none.
    assertTrue(hasValue(drawn, "001"));
    assertFalse(hasValue(planner.get("/api/mosaics/" + stage.mosaic + "/tiles/" + tile()), "001"));
    assertEquals(200, planner.get("/api/mosaics/" + version + "/files/units.geojson").statusCode());
    long next = PlanStage.draft(planner, version, "秋季调整");
    JsonNode ground = json(planner.get("/api/plans/" + next + "/ground"), 200);
    assertEquals(2, ground.path("cells").size());
    assertEquals("001", ground.path("cells").get(0).path("id").asString());
    // What branched from the version before may not undo what is in force.
    long old = PlanStage.draft(planner, stage.mosaic, "旧底图");
    assertEquals(409, through(old).statusCode());
    assertEquals(202, through(next).statusCode());
    assertEquals("IN_FORCE", PlanStage.awaited(planner, next, "IN_FORCE"));
    assertEquals("RETIRED", json(planner.get(stage.at()), 200).path("state").asString());
    assertTrue(json(admin.get("/api/audit/verdict"), 200).path("whole").asBoolean());
  }

  @Test
  void publishingIsAJobWithOneEffectHoweverOftenItIsAskedFor() {
    json(stage.send(planner, 0, PlanStage.open("001", AREA + "-0")), 200);
    json(stage.step(planner, "submit"), 200);
    json(stage.step(reviewer, "review"), 200);
    assertEquals(428, admin.writeBlindly("POST", stage.at() + "/publish", Map.of()).statusCode());
    assertEquals(
        412,
        admin
            .writeBlindly("POST", stage.at() + "/publish", Map.of(), "If-Match", "\"1\"")
            .statusCode());
    String etag = PlanStage.etag(admin, stage.at());
    String[] once = {"Idempotency-Key", "p-" + stage.plan, "If-Match", etag};
    long job =
        json(admin.writeBlindly("POST", stage.at() + "/publish", Map.of(), once), 202)
            .path("jobId")
            .asLong();
    // The same again, by its key.
    assertEquals(
        job,
        json(admin.writeBlindly("POST", stage.at() + "/publish", Map.of(), once), 202)
            .path("jobId")
            .asLong());
    JsonNode over = PlanStage.ended(admin, job);
    assertEquals("DONE", over.path("state").asString(), over.toString());
    assertEquals("PUBLISH", over.path("kind").asString());
    JsonNode plan = json(admin.get(stage.at()), 200);
    assertEquals("IN_FORCE", plan.path("state").asString());
    assertEquals(
        plan.path("publishedMosaicId").asLong(), over.path("result").path("mosaicId").asLong());
    // Asked for anew, it is over.
    assertEquals(409, stage.step(admin, "publish").statusCode());
    assertEquals(
        412,
        admin
            .writeBlindly("POST", stage.at() + "/publish", Map.of(), "If-Match", etag)
            .statusCode());
  }

  /** Whether a tile has a text among its values: a tag, its length, the text. */
  private static boolean hasValue(HttpResponse<byte[]> tile, String text) {
    return new String(tile.body(), StandardCharsets.ISO_8859_1)
        .contains("\n" + (char) text.length() + text);
  }

  /** A tile over the chessboard. */
  private static String tile() {
    int n = 1 << 14;
    double lat = Math.toRadians(SquareCity.SOUTH + 0.001);
    int x = (int) ((SquareCity.WEST + 0.001 + 180) / 360 * n);
    int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * n);
    return "14/" + x + "/" + y;
  }

  private HttpResponse<byte[]> through(long plan) {
    String at = "/api/plans/" + plan;
    json(step(planner, at, "submit"), 200);
    json(step(reviewer, at, "review"), 200);
    return step(admin, at, "publish");
  }

  private static HttpResponse<byte[]> step(Browser who, String at, String step) {
    return who.writeBlindly("POST", at + "/" + step, Map.of(), "If-Match", PlanStage.etag(who, at));
  }

  @Test
  void nobodyReviewsWhatTheyDrew() {
    long own = PlanStage.draft(admin, stage.mosaic, "自绘");
    String at = "/api/plans/" + own;
    json(step(admin, at, "submit"), 200);
    assertEquals(403, step(admin, at, "review").statusCode());
    assertEquals(
        403,
        planner.writeBlindly("POST", at + "/review", Map.of(), "If-Match", "\"2\"").statusCode());
    assertEquals(200, step(reviewer, at, "review").statusCode());
  }
}
