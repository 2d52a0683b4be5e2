package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import onegrid.store.BaseMap;
import onegrid.store.SquareCity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A run that is called off ends within a second, wherever it is: while the network is built, and
 * while stations are walked from. Its ground is a chessboard of 44,100 crossings on which every
 * station reaches everybody, so that both take seconds.
 */
class CoverageCallOffTest {
  private static final int STREETS = 210;
  private static final int STATIONS_A_STREET = 4;
  private static final double CALLED_OFF_SECONDS = 1;
  private static final String AT_ANSWERING = "逐栋计算";

  private final Browser admin = RunningServer.shared().administrator();

  @Test
  void aRunEndsWithinASecondInsideTheNetworkAndInsideTheSweep() throws InterruptedException {
    long workspace = chessboard();
    String at = "/api/workspaces/" + workspace + "/coverages";
    Map<String, Object> far = Map.of("minutes", 120, "speedMetresPerSecond", 3);

    double building = callOff(at, far, seen -> isRunning(seen));
    assertTrue(building <= CALLED_OFF_SECONDS, building + " s while building the network");
    // Building comes first; what was built of the ground is not lost: the next run goes on
    // from it.
    double answering =
        callOff(
            at, far, seen -> isRunning(seen) && AT_ANSWERING.equals(seen.path("phase").asString()));
    assertTrue(answering <= CALLED_OFF_SECONDS, answering + " s while answering");
    System.out.printf(
        "called off while building after %.2f s, while answering after %.2f s%n",
        building, answering);

    assertEquals(0, json(admin.get(at), 200).size(), "nothing of either is kept");
    // The service is as it was: a modest question is answered.
    long job = json(admin.write("POST", at, Map.of("minutes", 1)), 202).path("jobId").asLong();
    Ground.ended(admin, job);
    assertEquals(1, json(admin.get(at), 200).size());
  }

  private static boolean isRunning(JsonNode job) {
    return job.path("state").asString().equals("RUNNING");
  }

  /** Seconds from calling a run off, once it is seen as wished, until its end can be read. */
  private double callOff(String at, Map<String, ?> order, Predicate<JsonNode> wished)
      throws InterruptedException {
    long job = json(admin.write("POST", at, order), 202).path("jobId").asLong();
    JsonNode seen = job(job);
    while (!wished.test(seen)) {
      assertTrue(
          List.of("QUEUED", "RUNNING").contains(seen.path("state").asString()),
          "over before it was seen as wished: " + seen);
      Thread.sleep(50);
      seen = job(job);
    }
    long begun = System.nanoTime();
    assertEquals(202, admin.write("DELETE", "/api/jobs/" + job, null).statusCode());
    while (isRunning(seen) || seen.path("finishedAt").isNull()) {
      Thread.sleep(20);
      seen = job(job);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertEquals("CANCELLED", seen.path("state").asString(), seen.toString());
    return seconds;
  }

  private JsonNode job(long id) {
    return json(admin.get("/api/jobs/" + id), 200);
  }

  private static long chessboard() {
    List<BaseMap.Station> stations = new ArrayList<>();
    for (int i = 0; i < STREETS; i++) {
      for (int k = 0; k < STATIONS_A_STREET; k++) {
        stations.add(OpenCity.station("S" + stations.size(), "驿站", List.of(), i, 50 * k));
      }
    }
    return OpenCity.workspace("棋盘", OpenCity.of(new SquareCity(20, 20), STREETS, stations));
  }
}
