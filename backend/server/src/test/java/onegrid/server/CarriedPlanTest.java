package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onegrid.server.plan.LogReplay;
import onegrid.store.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A draft goes to a newer version of its ground; what does not fit there is told, not lost. */
class CarriedPlanTest {
  private static final String COUNTY = "371302";
  private static final String AREA = "371302001100";

  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();
  private final Browser planner = Personas.shared().of(Role.PLANNER, COUNTY);
  private final Browser reviewer = Personas.shared().of(Role.REVIEWER, COUNTY);
  private final PlanStage stage = PlanStage.make(server, planner, COUNTY, 4, 3);

  @Test
  void aDraftGoesToTheVersionInForceAndWhatDoesNotFitIsListed() {
    long late = PlanStage.draft(planner, stage.mosaic, "秋季调整");
    String at = "/api/plans/" + late;
    JsonNode ground = stage.ground(planner);
    PlanStage.Line west = border(ground, 0, 1);
    PlanStage.Line east = border(ground, 2, 3);
    json(
        stage.send(
            planner, 0, PlanStage.open("001", AREA + "-0", AREA + "-1"), PlanStage.bend(west, 300)),
        200);
    assertEquals(
        6,
        json(
                planner.writeBlindly(
                    "POST",
                    at + "/operations",
                    Map.of(
                        "seen",
                        0,
                        "operations",
                        List.of(
                            PlanStage.open("002", AREA + "-5"),
                            PlanStage.open("001", AREA + "-6"),
                            PlanStage.bend(east, -300),
                            PlanStage.bend(west, -200),
                            Map.of("verb", "UNDO", "seq", 2),
                            Map.of("verb", "UNDO", "seq", 1))),
                    "If-Match",
                    PlanStage.etag(planner, at)),
                200)
            .path("lastSeq")
            .asInt());
    assertEquals(409, carry(at, Map.of()).statusCode(), "nothing is in force");
    json(stage.step(planner, "submit"), 200);
    json(stage.step(reviewer, "review"), 200);
    final long version = PlanStage.publish(admin, stage.at()).path("publishedMosaicId").asLong();
    assertEquals(428, planner.writeBlindly("POST", at + "/carry", Map.of()).statusCode());
    assertEquals(404, carry(at, Map.of("mosaicId", 999_999_999)).statusCode(), "no such version");
    assertEquals(409, carry(at, Map.of("mosaicId", stage.mosaic)).statusCode(), "on it already");
    JsonNode carried = json(carry(at, Map.of()), 201);
    List<String> left = new ArrayList<>();
    for (JsonNode each : carried.path("leftBehind")) {
      left.add(
          each.path("seq").asLong() + " " + each.path("findings").get(0).path("code").asString());
    }
    // The code is taken, the border was drawn anew, and there is nothing of it to take back.
    assertEquals(List.of("2 CODE_TAKEN", "4 CHANGED_SINCE", "5 CHANGED_SINCE"), left);
    assertEquals(118.301, carried.path("leftBehind").get(1).path("lon").asDouble(), 0.001);
    assertEquals(3, carried.path("operations").asInt());
    long plan = carried.path("plan").path("id").asLong();
    assertEquals(version, carried.path("plan").path("mosaicId").asLong());
    assertEquals(3, LogReplay.check(server.stores(), plan));
    JsonNode kept = json(planner.get("/api/plans/" + plan + "/left-behind"), 200);
    assertEquals(carried.path("leftBehind"), kept.path("items"));
    JsonNode log = json(planner.get("/api/plans/" + plan + "/operations"), 200).path("items");
    assertEquals(1, log.get(2).path("edit").path("seq").asInt());
    assertEquals(Personas.name(Role.PLANNER, COUNTY), log.get(0).path("who").asString());
    // The old draft is as it was.
    assertEquals(6, json(planner.get(at), 200).path("lastSeq").asLong());
    assertEquals(
        0, json(planner.get(at + "/left-behind"), 200).path("items").size(), "was not carried");
  }

  private HttpResponse<byte[]> carry(String at, Map<String, ?> wish) {
    return planner.writeBlindly(
        "POST", at + "/carry", wish, "If-Match", PlanStage.etag(planner, at));
  }

  private static PlanStage.Line border(JsonNode ground, int one, int two) {
    return PlanStage.line(
        ground, PlanStage.unit(ground, AREA + "-" + one), PlanStage.unit(ground, AREA + "-" + two));
  }
}
