package onegrid.server;

import static onegrid.server.Browser.json;
import static onegrid.server.DoorTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in, and what a session is worth. */
class SessionTest {
  private final RunningServer server = RunningServer.shared();

  @Test
  void signingInAndOut() {
    server.administrator();
    Browser browser = server.stranger();
    browser.session();
    isProblem(
        browser.write(
            "POST", "/api/login", Map.of("name", RunningServer.NAME, "password", "wrong-one-77")),
        401);
    String anonymous = browser.sessionCookie();
    HttpResponse<byte[]> answer = browser.write("POST", "/api/login", RunningServer.ACCOUNT);
    assertEquals("SIGNED_IN", json(answer, 200).path("state").asString());
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);

    // The session from before the sign-in is worth nothing afterwards.
    String signedIn = browser.sessionCookie();
    assertNotEquals(anonymous, signedIn);
    assertEquals(401, withCookie(anonymous).statusCode());
    assertEquals(200, withCookie(signedIn).statusCode());

    browser.session();
    assertEquals(204, browser.write("POST", "/api/logout", null).statusCode());
    assertEquals(401, withCookie(signedIn).statusCode());
  }

  @Test
  void writesNeedTheTokenOfThePage() {
    Browser admin = server.administrator();
    HttpResponse<byte[]> forged =
        admin.send(
            HttpRequest.newBuilder(admin.at("/api/workspaces"))
                .header("Content-Type", "application/json")
                .header("Origin", "http://elsewhere.example")
                .POST(BodyPublishers.ofString("{\"name\":\"a\"}")));
    isProblem(forged, 403);
  }

  @Test
  void guessingIsSlowedDown() {
    server.administrator();
    Browser guesser = server.stranger();
    guesser.session();
    Map<String, String> guess = Map.of("name", "李主任", "password", "guess-guess-1");
    for (int i = 0; i < 10; i++) {
      isProblem(guesser.write("POST", "/api/login", guess), 401);
    }
    HttpResponse<byte[]> refused = guesser.write("POST", "/api/login", guess);
    isProblem(refused, 429);
    int wait = Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(wait >= 1 && wait <= 61, "" + wait);
  }

  @Test
  void unknownNamesTakeAsLongAsKnownOnes() {
    server.administrator();
    Browser guesser = server.stranger();
    guesser.session();
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 6; i++) {
      long start = System.nanoTime();
      login(guesser, RunningServer.NAME);
      long middle = System.nanoTime();
      login(guesser, "nobody-" + i);
      if (i > 0) {
        known = Math.min(known, middle - start);
        unknown = Math.min(unknown, System.nanoTime() - middle);
      }
    }
    double ratio = (double) unknown / known;
    assertTrue(ratio > 0.5 && ratio < 2, "unknown : known = " + ratio);
  }

  @Test
  void sessionsOutliveAnOrderlyRestart() {
    try (RunningServer own = new RunningServer()) {
      own.start();
      Browser before = own.administrator();
      String cookie = before.sessionCookie();
      own.restart();
      Browser after = own.stranger();
      assertEquals(200, after.get("/api/workspaces", "Cookie", "onegrid=" + cookie).statusCode());
    }
  }

  private static void login(Browser browser, String name) {
    isProblem(
        browser.write("POST", "/api/login", Map.of("name", name, "password", "guess-guess-1")),
        401);
  }

  private HttpResponse<byte[]> withCookie(String session) {
    Browser browser = server.stranger();
    return browser.get("/api/workspaces", "Cookie", "onegrid=" + session);
  }
}
