package onegrid.server;

import static onegrid.server.Browser.json;
import static onegrid.server.DoorTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** There is no default password: the first account is made over a link printed on the console. */
class FirstAccountTest {
  private static final String PASSWORD = "梧桐-leaf-42-雨";

  private final RunningServer server = new RunningServer();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void setUpLinkMakesTheFirstAccountOnce() {
    Browser browser = server.stranger();
    assertEquals("SETUP", browser.session().path("state").asString());
    String token = server.setUpToken();
    isProblem(browser.write("POST", "/api/setup", account("x".repeat(43), PASSWORD)), 403);
    for (String weak :
        new String[] {"short", "1234567890", "aaaaaaaaaaaa", "password123", "王主任-2026-王主任"}) {
      isProblem(browser.write("POST", "/api/setup", account(token, weak)), 422);
    }
    String sessionBefore = browser.sessionCookie();
    json(browser.write("POST", "/api/setup", account(token, PASSWORD)), 201);
    assertNotEquals(sessionBefore, browser.sessionCookie());
    assertEquals("SIGNED_IN", browser.session().path("state").asString());
    assertEquals("王主任", browser.session().path("user").path("name").asString());

    Browser second = server.stranger();
    assertEquals("ANONYMOUS", second.session().path("state").asString());
    isProblem(second.write("POST", "/api/setup", account(token, PASSWORD)), 410);

    server.restart();
    assertFalse(server.console().contains("#setup="), server.console());
  }

  @Test
  void aSecondServiceSaysThatItVoidsTheFirstLink() {
    assertFalse(server.console().contains("void"), server.console());
    try (RunningServer second = new RunningServer(server.database())) {
      second.start();
      assertTrue(second.console().contains("are void"), second.console());
      Browser browser = server.stranger();
      browser.session();
      HttpResponse<byte[]> refused =
          browser.write("POST", "/api/setup", account(server.setUpToken(), PASSWORD));
      isProblem(refused, 403);
      assertTrue(Browser.text(refused).contains("started later"), Browser.text(refused));
    }
  }

  private static Map<String, String> account(String token, String password) {
    return Map.of("token", token, "name", "王主任", "password", password);
  }
}
