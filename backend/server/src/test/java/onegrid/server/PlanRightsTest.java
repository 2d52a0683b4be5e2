package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import onegrid.store.Role;
import org.junit.jupiter.api.Test;

/**
 * Who may know of a plan, and do what with it, in every state of its life: whoever draws it, whom
 * they let in, and everybody else.
 */
class PlanRightsTest {
  private static final String COUNTY = "371303";
  private static final String CITY = "3713";
  private static final String ELSEWHERE = "510105";
  private static final String AREA = "371302001100";

  private final RunningServer server = RunningServer.shared();
  private final Personas personas = Personas.shared();
  private final Browser admin = server.administrator();
  private final Browser owner = personas.of(Role.PLANNER, COUNTY);
  private final Browser otherAdmin = personas.of(Role.ADMINISTRATOR, COUNTY);
  private final PlanStage stage = PlanStage.make(server, owner, COUNTY, 4, 3);
  private final List<String> wrong = new ArrayList<>();

  /** Everything that can be read of a plan, and every way to change one. */
  private static final List<String> READS =
      List.of("", "/ground", "/operations", "/comparison", "/findings");

  @Test
  void everyStateShowsThePlanToWhomItConcernsAndToNobodyElse() {
    json(stage.send(owner, 0, PlanStage.open("001", AREA + "-0")), 200);
    seenBy("a draft", List.of());
    changedBy("a draft");
    json(stage.step(owner, "submit"), 200);
    seenBy("submitted", List.of(Role.REVIEWER));
    changedBy("submitted");
    json(stage.step(personas.of(Role.REVIEWER, COUNTY), "review"), 200);
    seenBy("reviewed", List.of(Role.REVIEWER));
    PlanStage.publish(admin, stage.at());
    seenBy("in force", List.of(Role.values()));
    changedBy("in force");
    json(stage.step(admin, "retire"), 200);
    seenBy("retired", List.of(Role.values()));
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  /** Those who always see it do, those named do, and nobody else, nor anybody from elsewhere. */
  private void seenBy(String state, List<Role> more) {
    for (Role role : Role.values()) {
      boolean always = role == Role.ADMINISTRATOR || role == Role.INSPECTOR;
      // The planner of the county is the owner; another one is asked below.
      boolean sees = always || more.contains(role) || role == Role.PLANNER;
      look(state + " as " + role, personas.of(role, COUNTY), sees);
      look(state + " as " + role + " from elsewhere", personas.of(role, ELSEWHERE), always);
    }
    look(state + " as a colleague", colleague(), more.contains(Role.PLANNER));
  }

  private void look(String what, Browser someone, boolean sees) {
    for (String read : READS) {
      expect(what + " GET " + read, someone.get(stage.at() + read).statusCode(), sees ? 200 : 404);
    }
    var list = someone.get("/api/workspaces/" + stage.workspace + "/plans");
    boolean listed =
        list.statusCode() == 200
            && StreamSupport.stream(json(list, 200).spliterator(), false)
                .anyMatch(plan -> plan.path("id").asLong() == stage.plan);
    expect(what + " list", listed ? 1 : 0, sees ? 1 : 0);
    if (!sees) {
      // Not a word more than about a plan that does not exist.
      assertEquals(
          Browser.text(someone.get("/api/plans/999999999")),
          Browser.text(someone.get(stage.at())),
          what);
    }
  }

  /** Nobody but the owner changes it, whoever may look. */
  private void changedBy(String state) {
    Map<String, Object> body =
        Map.of("seen", 1, "operations", List.of(PlanStage.transfer("001", AREA + "-1")));
    for (Role role : Role.values()) {
      for (String right : List.of(COUNTY, ELSEWHERE)) {
        Browser someone = personas.of(role, right);
        if (someone == owner) {
          continue;
        }
        String etag = PlanStage.etag(admin, stage.at());
        int status =
            someone
                .writeBlindly("POST", stage.at() + "/operations", body, "If-Match", etag)
                .statusCode();
        if (status != 403 && status != 404) {
          wrong.add(state + " changed by " + role + " of " + right + ": " + status);
        }
      }
    }
    expect(
        state + " changed by a colleague",
        colleague()
            .writeBlindly(
                "POST",
                stage.at() + "/operations",
                body,
                "If-Match",
                PlanStage.etag(admin, stage.at()))
            .statusCode(),
        state.equals("in force") ? 403 : 404);
    assertEquals(1, json(owner.get(stage.at()), 200).path("lastSeq").asInt());
  }

  /** Another planner, with a right to the whole city and so to the county. */
  private Browser colleague() {
    return personas.of(Role.PLANNER, CITY);
  }

  @Test
  void whomTheOwnerLetsInWorksOnTheDraft() {
    String colleague = Personas.name(Role.PLANNER, CITY);
    assertEquals(404, colleague().get(stage.at()).statusCode());
    String etag = PlanStage.etag(owner, stage.at());
    json(
        owner.writeBlindly(
            "PATCH", stage.at(), Map.of("editors", List.of(colleague)), "If-Match", etag),
        200);
    json(stage.send(colleague(), 0, PlanStage.open("002", AREA + "-2")), 200);
    assertTrue(json(colleague().get(stage.at()), 200).path("mine").asBoolean());
    assertFalse(json(otherAdmin.get(stage.at()), 200).path("mine").asBoolean());
    for (String name : List.of("无此人", Personas.name(Role.VIEWER, COUNTY))) {
      personas.of(Role.VIEWER, COUNTY);
      assertEquals(
          422,
          owner
              .writeBlindly(
                  "PATCH",
                  stage.at(),
                  Map.of("editors", List.of(name)),
                  "If-Match",
                  PlanStage.etag(owner, stage.at()))
              .statusCode());
    }
  }

  private void expect(String what, int status, int expected) {
    if (status != expected) {
      wrong.add(what + ": " + status + " instead of " + expected);
    }
  }
}
