package onegrid.server;

import static onegrid.server.Browser.json;
import static onegrid.server.DoorTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts, tokens, keys that make a write happen once, and the trail of it all. */
class AccountTest {
  private static final String PASSWORD = Personas.PASSWORD;

  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();

  @Test
  void newRightsHoldAtOnceAndNeedTheVersionThatWasRead() {
    String at = account("小赵", "VIEWER");
    Browser zhao = server.stranger().signIn("小赵", PASSWORD);
    isProblem(zhao.write("POST", "/api/workspaces", Map.of("name", "甲")), 403);
    isProblem(admin.writeBlindly("PATCH", at, Map.of("role", "PLANNER")), 428);
    isProblem(admin.writeBlindly("PATCH", at, Map.of("role", "PLANNER"), "If-Match", "*"), 428);
    isProblem(admin.writeBlindly("PATCH", at, Map.of("role", "PLANNER"), "If-Match", "\"9\""), 412);
    isProblem(
        admin.writeBlindly("PATCH", at, Map.of("role", "PLANNER"), "If-Match", "W/\"1\""), 412);
    isProblem(admin.write("PATCH", at, Map.of("role", "KING")), 422);
    isProblem(admin.write("PATCH", at, Map.of("divisions", List.of("街道"))), 422);
    JsonNode after =
        json(
            admin.write("PATCH", at, Map.of("role", "PLANNER", "divisions", List.of("3713"))), 200);
    assertEquals("PLANNER", after.path("role").asString());
    // Who was signed in with other rights signs in again.
    isProblem(zhao.get("/api/workspaces"), 401);
    zhao = server.stranger().signIn("小赵", PASSWORD);
    json(zhao.write("POST", "/api/workspaces", Map.of("name", "甲")), 201);
  }

  @Test
  void lastAdministratorStays() {
    for (JsonNode one : json(admin.get("/api/accounts"), 200)) {
      if (one.path("name").asString().equals(RunningServer.NAME)) {
        JsonNode others = json(admin.get("/api/accounts"), 200);
        boolean alone = true;
        for (JsonNode other : others) {
          alone &=
              other == one
                  || other.path("name").asString().equals(RunningServer.NAME)
                  || !other.path("role").asString().equals("ADMINISTRATOR")
                  || !other.path("enabled").asBoolean();
        }
        if (alone) {
          isProblem(
              admin.write("PATCH", "/api/accounts/" + one.path("id"), Map.of("enabled", false)),
              409);
        }
      }
    }
    assertEquals(200, admin.get("/api/accounts").statusCode());
  }

  @Test
  void weakPasswordsAndTakenNamesAreRefused() {
    for (String weak : List.of("admin123", "12345678", "1234567890", "小钱小钱小钱小钱小钱")) {
      isProblem(create("小钱", "VIEWER", weak), 422);
    }
    account("小钱", "VIEWER");
    isProblem(create("小钱", "VIEWER", PASSWORD), 409);
  }

  @Test
  void newPasswordEndsOtherSessionsOnly() {
    account("小孙", "VIEWER");
    Browser here = server.stranger().signIn("小孙", PASSWORD);
    Browser there = server.stranger().signIn("小孙", PASSWORD);
    Map<String, String> change = Map.of("before", PASSWORD, "after", "柳絮-cloud-15-风");
    isProblem(
        here.write(
            "POST", "/api/account/password", Map.of("before", "wrong", "after", "柳絮-cloud-15-风")),
        401);
    isProblem(
        here.write("POST", "/api/account/password", Map.of("before", PASSWORD, "after", "123")),
        422);
    json(here.write("POST", "/api/account/password", change), 200);
    assertEquals(200, here.get("/api/workspaces").statusCode());
    isProblem(there.get("/api/workspaces"), 401);
  }

  @Test
  void tokensHaveAScopeAndAnEnd() {
    Map<String, Object> wish = Map.of("name", "报表", "mayWrite", false, "days", 30);
    JsonNode reading = json(admin.write("POST", "/api/account/tokens", wish), 201);
    String secret = reading.path("secret").asString();
    assertEquals(200, bearer("GET", "/api/workspaces", secret, null).statusCode());
    isProblem(bearer("POST", "/api/workspaces", secret, Map.of("name", "乙")), 403);
    // No token makes tokens, or accounts.
    isProblem(bearer("GET", "/api/account/tokens", secret, null), 403);
    JsonNode writing =
        json(
            admin.write(
                "POST", "/api/account/tokens", Map.of("name", "导入", "mayWrite", true, "days", 1)),
            201);
    String pen = writing.path("secret").asString();
    json(bearer("POST", "/api/workspaces", pen, Map.of("name", "乙")), 201);
    isProblem(bearer("POST", "/api/accounts", pen, Map.of()), 403);
    isProblem(
        admin.write(
            "POST", "/api/account/tokens", Map.of("name", "x", "mayWrite", true, "days", 0)),
        422);
    long id = reading.path("token").path("id").asLong();
    assertEquals(204, admin.writeBlindly("DELETE", "/api/account/tokens/" + id, null).statusCode());
    isProblem(bearer("GET", "/api/workspaces", secret, null), 401);
    assertTrue(!Browser.text(admin.get("/api/account/tokens")).contains(pen));
  }

  @Test
  void forgedTokensAreWorthNothing() {
    String head = base64("{\"alg\":\"none\"}");
    String claims = base64("{\"sub\":\"测试管理员\",\"role\":\"ADMINISTRATOR\"}");
    for (String forged :
        List.of(head + "." + claims + ".", "a", "null", "A".repeat(43), "A".repeat(5000))) {
      isProblem(bearer("GET", "/api/workspaces", forged, null), 401);
    }
    isProblem(bearer("GET", "/api/workspaces", "", null), 401);
    isProblem(bearer("GET", "/api/workspaces", "a b", null), 401);
  }

  @Test
  void oneKeyHasOneEffect() throws InterruptedException {
    String key = "key-" + System.nanoTime();
    Map<String, String> wish = Map.of("name", "只此一个" + key);
    Thread[] tries = new Thread[6];
    for (int i = 0; i < tries.length; i++) {
      tries[i] =
          new Thread(
              () ->
                  json(
                      admin.writeBlindly("POST", "/api/workspaces", wish, "Idempotency-Key", key),
                      201));
      tries[i].start();
    }
    for (Thread one : tries) {
      one.join();
    }
    long made = 0;
    for (JsonNode one : json(admin.get("/api/workspaces"), 200)) {
      made += one.path("name").asString().endsWith(key) ? 1 : 0;
    }
    assertEquals(1, made);
    HttpResponse<byte[]> again =
        admin.writeBlindly("POST", "/api/workspaces", wish, "Idempotency-Key", key);
    assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElseThrow());
    isProblem(
        admin.writeBlindly(
            "POST", "/api/workspaces", Map.of("name", "另一个"), "Idempotency-Key", key),
        422);
    isProblem(
        admin.writeBlindly("POST", "/api/workspaces", wish, "Idempotency-Key", "x".repeat(101)),
        400);
    // A refusal keeps nothing: the key is free again.
    isProblem(
        admin.writeBlindly(
            "POST", "/api/workspaces", Map.of("name", ""), "Idempotency-Key", "f" + key),
        422);
    json(admin.writeBlindly("POST", "/api/workspaces", wish, "Idempotency-Key", "f" + key), 201);
  }

  @Test
  void trailTellsOfWritesAndOfAttempts() {
    Ground ground = Ground.make(admin, "别人的");
    account("小李", "PLANNER");
    Browser li = server.stranger().signIn("小李", PASSWORD);
    String foreign = "/api/workspaces/" + ground.workspace();
    isProblem(li.writeBlindly("DELETE", foreign, null, "If-Match", "\"1\""), 404);
    boolean told = false;
    for (JsonNode line : json(admin.get("/api/audit?limit=50"), 200)) {
      told |=
          line.path("verb").asString().equals("refused")
              && line.path("actor").asString().equals("小李")
              && line.path("subject").asString().equals("DELETE " + foreign);
    }
    assertTrue(told);
    assertTrue(json(admin.get("/api/audit/verdict"), 200).path("whole").asBoolean());
    isProblem(admin.writeBlindly("DELETE", "/api/audit", null), 405);
    isProblem(admin.get("/api/audit?before=0"), 400);
  }

  private String account(String name, String role) {
    HttpResponse<byte[]> made = create(name, role, PASSWORD);
    json(made, 201);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<byte[]> create(String name, String role, String password) {
    return admin.write(
        "POST", "/api/accounts", Map.of("name", name, "password", password, "role", role));
  }

  private HttpResponse<byte[]> bearer(
      String method, String path, String token, @Nullable Map<String, ?> body) {
    Browser program = server.stranger();
    byte[] bytes =
        body == null
            ? new byte[0]
            : Browser.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    return program.send(
        HttpRequest.newBuilder(program.at(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
