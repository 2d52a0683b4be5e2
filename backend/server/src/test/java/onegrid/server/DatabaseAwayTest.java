package onegrid.server;

import static onegrid.server.Browser.json;
import static onegrid.server.DoorTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A database that stands still is said to be away, and the service comes back with it. */
class DatabaseAwayTest {

  @Test
  void frozenDatabaseIsAnsweredForWithinSecondsAndForgivenAfterwards() throws IOException {
    try (Wire wire = new Wire(RunningServer.freshDatabase());
        RunningServer server = new RunningServer(wire.url())) {
      server.start();
      Browser admin = server.administrator();
      json(admin.get("/api/workspaces"), 200);
      wire.hold();
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = admin.get("/api/workspaces");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        isProblem(answer, 503);
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        System.out.println("frozen database told of after " + took.toMillis() + " ms");
        // Five seconds are asked, and four it takes; a busy machine may be slower.
        assertTrue(took.toMillis() < 8000, took.toString());
      }
      assertEquals(200, admin.get("/").statusCode());
      assertEquals(200, admin.get("/actuator/health/liveness").statusCode());
      wire.letGo();
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (admin.get("/api/workspaces").statusCode() != 200) {
        assertTrue(System.nanoTime() < end, "not back after 10 s");
      }
    }
  }
}
