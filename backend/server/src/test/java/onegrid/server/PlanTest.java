package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import onegrid.store.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The operations of a draft, and everything that is refused on the way. */
class PlanTest {
  private static final String COUNTY = "371302";

  /** The south-west community of the chessboard, and the start of its units' codes. */
  private static final String AREA = "371302001100";

  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();
  private final Browser planner = Personas.shared().of(Role.PLANNER, COUNTY);
  private final PlanStage stage = PlanStage.make(server, planner, COUNTY, 4, 3);

  @Test
  void theGroundTellsEveryBorderOnceInCentimetresAndInDegrees() {
    JsonNode cells = stage.ground(planner);
    assertEquals(12, cells.path("units").size());
    assertEquals(31, cells.path("arcs").size());
    assertEquals(12, cells.path("buildings").size());
    assertEquals(1, cells.path("cells").size());
    JsonNode degrees = json(planner.get(stage.at() + "/ground"), 200);
    assertFalse(degrees.has("buildings"));
    JsonNode first = degrees.path("arcs").get(0).path("line");
    double lon =
        degrees.path("transform").path("translate").get(0).asDouble()
            + first.get(0).asLong() * degrees.path("transform").path("scale").get(0).asDouble();
    assertEquals(118.3, lon, 0.01);
    // A place in degrees is the same place in centimetres.
    JsonNode arc = degrees.path("arcs").get(0);
    PlanStage.Line line = PlanStage.line(cells, cells.path("arcs").get(0));
    assertEquals(line.id(), arc.path("id").asString());
    assertEquals(
        0, json(planner.get(stage.at() + "/ground?area=371302001199"), 200).path("units").size());
    assertEquals(400, planner.get(stage.at() + "/ground?coordinates=miles").statusCode());
  }

  @Test
  void operationsAreDoneShownAndTakenBack() {
    JsonNode start = json(planner.get(stage.at()), 200);
    JsonNode done =
        json(
            stage.send(
                planner,
                0,
                PlanStage.open("001", AREA + "-0", AREA + "-1"),
                PlanStage.with(PlanStage.transfer("001", AREA + "-2"), "note", "居民要求")),
            200);
    assertEquals(2, done.path("lastSeq").asLong());
    assertEquals(1, done.path("first").asLong());
    assertEquals(2, done.path("operations").size());
    JsonNode line = done.path("operations").get(1);
    assertEquals("TRANSFER", line.path("verb").asString());
    assertEquals("居民要求", line.path("note").asString());
    assertEquals(AREA, line.path("before").get(0).path("cell").asString());
    assertEquals("001", line.path("after").get(0).path("cell").asString());
    JsonNode comparison = json(planner.get(stage.at() + "/comparison"), 200);
    assertEquals(90, comparison.path("peopleMoved").asInt());
    assertEquals(2, comparison.path("cells").size());
    assertTrue(comparison.path("cells").get(0).path("before").isNull());
    JsonNode crosswalk = json(planner.get(stage.at() + "/crosswalk"), 200);
    assertEquals(2, crosswalk.size());
    assertEquals("RESHAPED", crosswalk.get(0).path("fate").asString());
    assertEquals("001", crosswalk.get(0).path("to").asString());
    assertEquals(90, crosswalk.get(0).path("people").asInt());
    assertEquals(0.25, crosswalk.get(0).path("share").asDouble(), 1e-9);
    JsonNode undone =
        json(
            stage.send(
                planner, 2, Map.of("verb", "UNDO", "seq", 2), Map.of("verb", "UNDO", "seq", 1)),
            200);
    assertEquals(start.path("digest"), undone.path("digest"));
    JsonNode history = json(planner.get(stage.at() + "/operations?after=1&limit=2"), 200);
    assertEquals(4, history.path("lastSeq").asLong());
    assertEquals(3, history.path("items").get(1).path("seq").asLong());
    // And done again.
    JsonNode again = json(stage.send(planner, 4, Map.of("verb", "UNDO", "seq", 4)), 200);
    assertEquals(
        json(planner.get(stage.at() + "/operations?limit=1"), 200)
            .path("items")
            .get(0)
            .path("digest"),
        again.path("digest"));
  }

  @Test
  void aRefusalSaysWhyAndWhereAndNothingIsDone() {
    JsonNode ground = stage.ground(planner);
    int one = PlanStage.unit(ground, AREA + "-0");
    int two = PlanStage.unit(ground, AREA + "-1");
    PlanStage.Line border = PlanStage.line(ground, one, two);
    JsonNode refused =
        json(
            stage.send(planner, 0, PlanStage.open("001", AREA + "-5"), border.move(1, -5000, 0)),
            422);
    assertEquals("/problems/edit-refused", refused.path("type").asString());
    assertEquals("BUILDING_CUT", refused.path("findings").get(0).path("code").asString());
    assertEquals(118.3005, refused.path("findings").get(0).path("lon").asDouble(), 0.0002);
    assertTrue(refused.path("detail").asString().startsWith("第 2 步"), refused.toString());
    assertEquals(0, json(planner.get(stage.at()), 200).path("lastSeq").asLong());
  }

  @Test
  void whatIsIndependentIsDoneAndWhatMeetsIsShownWithBoth() {
    letAdminIn();
    JsonNode ground = stage.ground(planner);
    PlanStage.Line west =
        PlanStage.line(
            ground, PlanStage.unit(ground, AREA + "-0"), PlanStage.unit(ground, AREA + "-1"));
    PlanStage.Line east =
        PlanStage.line(
            ground, PlanStage.unit(ground, AREA + "-10"), PlanStage.unit(ground, AREA + "-11"));
    json(stage.send(planner, 0, west.move(1, 500, 0)), 200);
    // Elsewhere: done as if it had come later, and the other's operation comes with the answer.
    JsonNode rebased = json(stage.send(admin, 0, east.move(1, -500, 0)), 200);
    assertEquals(2, rebased.path("first").asLong());
    assertEquals(2, rebased.path("operations").size());
    JsonNode conflict = json(stage.send(admin, 0, west.move(1, 0, 300)), 409);
    assertEquals("/problems/plan-conflict", conflict.path("type").asString());
    assertEquals(2, conflict.path("lastSeq").asLong());
    JsonNode meeting = conflict.path("conflicts").get(0);
    assertEquals("MOVE_VERTEX", meeting.path("mine").path("edit").path("verb").asString());
    assertEquals(1, meeting.path("mine").path("after").size());
    assertEquals(1, meeting.path("theirs").size());
    assertEquals(
        Personas.name(Role.PLANNER, COUNTY), meeting.path("theirs").get(0).path("who").asString());
    assertEquals(118.301, meeting.path("lon").asDouble(), 0.0002);
    assertEquals(2, json(planner.get(stage.at()), 200).path("lastSeq").asLong());
  }

  @Test
  void twoBordersOfOneUnitGoTogetherAndWhatBreaksARuleTogetherIsShownWithBoth() {
    letAdminIn();
    JsonNode ground = stage.ground(planner);
    int middle = PlanStage.unit(ground, AREA + "-1");
    PlanStage.Line west = PlanStage.line(ground, PlanStage.unit(ground, AREA + "-0"), middle);
    PlanStage.Line east = PlanStage.line(ground, middle, PlanStage.unit(ground, AREA + "-2"));
    json(stage.send(planner, 0, PlanStage.bend(west, 300)), 200);
    assertEquals(
        2, json(stage.send(admin, 0, PlanStage.bend(east, -300)), 200).path("first").asLong());
    json(stage.send(planner, 2, PlanStage.open("001", AREA + "-0", AREA + "-1")), 200);
    // Each may take one of the two units, but not both may: the cell would be empty.
    json(stage.send(planner, 3, PlanStage.transfer(AREA, AREA + "-0")), 200);
    JsonNode conflict = json(stage.send(admin, 3, PlanStage.transfer(AREA, AREA + "-1")), 409);
    assertEquals("/problems/plan-conflict", conflict.path("type").asString());
    JsonNode meeting = conflict.path("conflicts").get(0);
    assertEquals("CELL_EMPTIED", meeting.path("findings").get(0).path("code").asString());
    assertEquals(4, meeting.path("theirs").get(0).path("seq").asLong());
    assertEquals(1, meeting.path("theirs").size());
    assertEquals(AREA, meeting.path("mine").path("after").get(0).path("cell").asString());
    assertEquals(118.3015, meeting.path("lon").asDouble(), 0.001);
    // What was never possible is nobody else's doing.
    assertEquals(422, stage.send(admin, 3, PlanStage.transfer("009", AREA + "-5")).statusCode());
    assertEquals(4, json(planner.get(stage.at()), 200).path("lastSeq").asLong());
  }

  private void letAdminIn() {
    json(
        planner.writeBlindly(
            "PATCH",
            stage.at(),
            Map.of("editors", List.of(RunningServer.NAME)),
            "If-Match",
            PlanStage.etag(planner, stage.at())),
        200);
  }

  @Test
  void aWriterSaysWhichPlanWasRead() {
    Map<String, Object> body =
        Map.of("seen", 0, "operations", List.of(PlanStage.open("001", AREA + "-0")));
    String at = stage.at() + "/operations";
    assertEquals(428, planner.writeBlindly("POST", at, body).statusCode());
    assertEquals(412, planner.writeBlindly("POST", at, body, "If-Match", "\"99\"").statusCode());
    assertEquals(412, planner.writeBlindly("POST", at, body, "If-Match", "W/\"1\"").statusCode());
    assertEquals(422, stage.send(planner, 7, PlanStage.open("001", AREA + "-0")).statusCode());
    String etag = PlanStage.etag(planner, stage.at());
    assertEquals(200, planner.writeBlindly("POST", at, body, "If-Match", etag).statusCode());
    // Operations leave the version alone: others may go on writing with theirs.
    assertEquals(etag, PlanStage.etag(planner, stage.at()));
  }

  @Test
  void operationsThatAreNoneAreRefused() {
    for (String operation :
        List.of(
            "{\"verb\":\"EXPLODE\"}",
            "{\"verb\":\"TRANSFER\",\"units\":[\"a\"]}",
            "{\"verb\":\"TRANSFER\",\"units\":[\"a\"],\"cell\":\"b\",\"arc\":\"1\"}",
            "{\"verb\":\"TRANSFER\",\"units\":[\"\"],\"cell\":\"b\"}",
            "{\"verb\":\"TRANSFER\",\"units\":[\"a\"],\"cell\":\"\\u202e\"}",
            "{\"verb\":\"RENAME\",\"cell\":\"a\",\"name\":\"\"}",
            "{\"verb\":\"OPEN_CELL\",\"cell\":\"a\",\"name\":\"b\",\"kind\":\"x\",\"units\":[]}",
            "{\"verb\":\"UNDO\",\"seq\":0}",
            "{\"verb\":\"UNDO\",\"seq\":99}",
            "{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{}}",
            "{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"x\":1}}",
            "{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"x\":1,\"y\":2,\"lon\":1,\"lat\":1}}",
            "{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"x\":2000000000,\"y\":2}}",
            "{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"lon\":181,\"lat\":2}}",
            "{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"lon\":1e300,\"lat\":2}}",
            "{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"lon\":-90,\"lat\":-80}}",
            "{\"verb\":\"MOVE_VERTEX\",\"arc\":\"999\",\"at\":{\"x\":1,\"y\":2},\"to\":{\"x\":1,\"y\":3}}")) {
      assertEquals(422, raw("{\"seen\":0,\"operations\":[" + operation + "]}"), operation);
    }
    for (String body :
        List.of(
            "{}",
            "{\"seen\":0}",
            "{\"operations\":[]}",
            "{\"seen\":0,\"operations\":[null]}",
            "{\"seen\":0,\"operations\":[{}]}",
            "{\"seen\":0.5,\"operations\":[]}",
            "{\"seen\":0,\"operations\":[{\"verb\":\"UNDO\",\"seq\":1,\"force\":true}]}",
            "{\"seen\":0,\"operations\":[{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"x\":1.5,\"y\":2}}]}",
            "{\"seen\":0,\"operations\":[{\"verb\":\"DELETE_VERTEX\",\"arc\":\"1\",\"at\":{\"x\":NaN,\"y\":2}}]}",
            "{\"seen\":0,\"operations\":[{\"verb\":\"TRANSFER\",\"units\":[null],\"cell\":\"a\"}]}",
            "{\"seen\":0,\"operations\":[{\"verb\":\"DELETE_VERTEX\",\"arc\":1,\"at\":{\"x\":1,\"y\":2}}]}")) {
      assertEquals(400, raw(body), body);
    }
    assertEquals(422, raw("{\"seen\":0,\"operations\":[]}"));
    assertEquals(422, raw("{\"seen\":-1,\"operations\":[{\"verb\":\"UNDO\",\"seq\":1}]}"));
    assertEquals(0, json(planner.get(stage.at()), 200).path("lastSeq").asLong());
  }

  private int raw(String body) {
    return planner
        .writeBlindly(
            "POST",
            stage.at() + "/operations",
            body,
            "If-Match",
            PlanStage.etag(planner, stage.at()))
        .statusCode();
  }

  /** Rows H10, H12, J05, K01 and K06 of the catalogue of bad inputs. */
  @Test
  void badInputsOfTheCatalogueGetTheirAnswers() {
    PlanStage wide = PlanStage.make(server, planner, COUNTY, 12, 2);
    JsonNode ground = wide.ground(planner);
    PlanStage.Line border =
        PlanStage.line(
            ground, PlanStage.unit(ground, AREA + "-9"), PlanStage.unit(ground, "371302001101-10"));
    JsonNode into = json(wide.send(planner, 0, border.move(1, 500, 0)), 422);
    assertEquals("BORDER_HELD", into.path("findings").get(0).path("code").asString());
    assertEquals(118.31, into.path("findings").get(0).path("lon").asDouble(), 0.001);
    assertEquals("MultiLineString", into.path("crossing").path("type").asString());
    JsonNode stretch = into.path("crossing").path("coordinates").get(0);
    assertEquals(
        118.310055,
        Math.max(stretch.get(0).get(0).asDouble(), stretch.get(1).get(0).asDouble()),
        0.00001,
        "five metres into the neighbour");
    Browser clerk = Personas.shared().of(Role.CLERK, COUNTY);
    assertEquals(
        403,
        clerk
            .writeBlindly("POST", stage.at() + "/publish", Map.of(), "If-Match", "\"1\"")
            .statusCode());
    assertEquals(
        412,
        admin
            .writeBlindly("POST", stage.at() + "/publish", Map.of(), "If-Match", "\"7\"")
            .statusCode());
    assertEquals(
        422,
        raw(
            "{\"seen\":0,\"operations\":[{\"verb\":\"MOVE_VERTEX\",\"arc\":\"1\",\"at\":null,\"to\":null}]}"));
    PlanStage.Line inner =
        PlanStage.line(
            ground, PlanStage.unit(ground, AREA + "-0"), PlanStage.unit(ground, AREA + "-1"));
    json(wide.send(planner, 0, inner.move(1, 500, 0)), 200);
    JsonNode again = wide.ground(planner);
    PlanStage.Line moved =
        PlanStage.line(
            again, PlanStage.unit(again, AREA + "-0"), PlanStage.unit(again, AREA + "-1"));
    json(wide.send(planner, 1, moved.move(1, 0, 500)), 200);
    JsonNode built = json(wide.send(planner, 2, Map.of("verb", "UNDO", "seq", 1)), 409);
    assertEquals(2, built.path("conflicts").get(0).path("theirs").get(0).path("seq").asInt());
  }

  @Test
  void aDraftIsDeletedWithItsVersionAndARetryHappensOnce() {
    String[] once = {
      "Idempotency-Key", "k-" + stage.plan, "If-Match", PlanStage.etag(planner, stage.at())
    };
    Map<String, Object> body =
        Map.of("seen", 0, "operations", List.of(PlanStage.open("001", AREA + "-0")));
    String first =
        Browser.text(planner.writeBlindly("POST", stage.at() + "/operations", body, once));
    assertEquals(
        first, Browser.text(planner.writeBlindly("POST", stage.at() + "/operations", body, once)));
    assertEquals(1, json(planner.get(stage.at()), 200).path("lastSeq").asLong());
    assertEquals(428, planner.writeBlindly("DELETE", stage.at(), null).statusCode());
    assertEquals(204, planner.write("DELETE", stage.at(), null).statusCode());
    assertEquals(404, planner.get(stage.at()).statusCode());
  }
}
