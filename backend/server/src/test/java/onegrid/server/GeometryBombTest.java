package onegrid.server;

import static onegrid.server.BadFiles.polygon;
import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import onegrid.server.Browser.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small input, large work: refused within 200 ms, with the place where lines cross. */
class GeometryBombTest {
  private static final int TRIES = 5;
  private static final long ALLOWED_MILLIS = 200;

  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();
  private final String layers =
      "/api/workspaces/"
          + json(admin.write("POST", "/api/workspaces", Map.of("name", "炸弹")), 201).path("id")
          + "/layers";

  @ParameterizedTest
  @ValueSource(ints = {1001, 2001, 4001})
  void starsWhoseEdgesAllCross(int points) {
    byte[] file = polygon(BadFiles.star(points));
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      HttpResponse<byte[]> answer =
          admin.upload(
              layers,
              Map.of("name", "星" + i, "role", "DEPARTMENT"),
              List.of(new Part("a.geojson", file)));
      fastest = Math.min(fastest, (System.nanoTime() - start) / 1_000_000);
      DoorTest.isProblem(answer, 422, 413);
      assertTrue(
          Browser.text(answer).matches("(?s).*118\\.[34]\\d+, 35\\.0\\d+.*"), Browser.text(answer));
    }
    System.out.println("star of " + points + " refused in " + fastest + " ms");
    assertTrue(fastest <= ALLOWED_MILLIS, fastest + " ms");
  }
}
