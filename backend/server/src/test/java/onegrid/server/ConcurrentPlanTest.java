package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import onegrid.server.plan.LogReplay;
import onegrid.store.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Many who edit one draft at the same time, neighbouring borders and the same ones: who is told yes
 * is in the log, once; no border crosses another; the log told again gives the same plan.
 *
 * <p>How many: {@code -Donegrid.planWrites=N} for each of 16 clients, 40 unless told.
 */
class ConcurrentPlanTest {
  private static final String COUNTY = "371302";
  private static final int CLIENTS = 16;
  private static final int WRITES = Integer.getInteger("onegrid.planWrites", 40);
  private static final int COLUMNS = 10;
  private static final int ROWS = 8;

  private final RunningServer server = RunningServer.shared();
  private final Browser planner = Personas.shared().of(Role.PLANNER, COUNTY);
  private final PlanStage stage = PlanStage.make(server, planner, COUNTY, COLUMNS, ROWS);
  private final Map<String, AtomicInteger> answers = new HashMap<>();
  private final Set<Long> acknowledged = new HashSet<>();
  private final AtomicLong rebased = new AtomicLong();

  @Test
  void nothingIsLostAndNothingCrosses() throws InterruptedException {
    for (String answer : List.of("200", "409", "422", "412")) {
      answers.put(answer, new AtomicInteger());
    }
    final JsonNode before = stage.ground(planner);
    String etag = PlanStage.etag(planner, stage.at());
    List<Thread> clients = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    long start = System.nanoTime();
    for (int c = 0; c < CLIENTS; c++) {
      int seed = c;
      Thread client = new Thread(() -> work(seed, etag));
      client.setUncaughtExceptionHandler(
          (thread, failure) -> {
            synchronized (failures) {
              failures.add(failure);
            }
          });
      clients.add(client);
      client.start();
    }
    for (Thread client : clients) {
      client.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals(List.of(), failures);
    int kept = answers.getOrDefault("200", new AtomicInteger()).get();
    int all = answers.values().stream().mapToInt(AtomicInteger::get).sum();
    assertEquals(CLIENTS * WRITES, all, answers.toString());
    JsonNode after = stage.ground(planner);
    assertEquals(kept, after.path("lastSeq").asInt(), "every yes is in the log, once");
    assertEquals(kept, acknowledged.size());
    assertTrue(kept > all / 3 && rebased.get() > 0, kept + " kept, " + rebased + " rebased");
    assertEquals(squareMetres(before), squareMetres(after), 1e-6);
    assertEquals("[]", Browser.text(planner.get(stage.at() + "/findings")));
    assertEquals(kept, LogReplay.check(server.stores(), stage.plan));
    assertTrue(
        json(server.administrator().get("/api/audit/verdict"), 200).path("whole").asBoolean());
    System.out.printf(
        "%d clients, %d writes in %.0f s: %d kept, of them %d rebased, %s; 0 lost, 0 crossing%n",
        CLIENTS, all, seconds, kept, rebased.get(), answers);
  }

  private static double squareMetres(JsonNode ground) {
    double sum = 0;
    for (JsonNode unit : ground.path("units")) {
      sum += unit.path("areaSquareMetres").asDouble();
    }
    return sum;
  }

  /** Moves vertices about where they were; every client looks at the plan now and then only. */
  private void work(int seed, String etag) {
    Random random = new Random(seed);
    Browser browser =
        server.stranger().signIn(Personas.name(Role.PLANNER, COUNTY), Personas.PASSWORD);
    JsonNode ground = stage.ground(browser);
    for (int i = 0; i < WRITES; i++) {
      if (i % 5 == 0) {
        ground = stage.ground(browser);
      }
      List<JsonNode> inner = new ArrayList<>();
      ground
          .path("arcs")
          .forEach(
              arc -> {
                if (arc.path("hold").asString().equals("FREE")) {
                  inner.add(arc);
                }
              });
      // A third of all on the same two borders.
      JsonNode arc =
          inner.get(random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(inner.size()));
      PlanStage.Line line = PlanStage.line(ground, arc);
      Map<String, Object> move =
          line.move(
              random.nextInt(line.points().size()),
              random.nextInt(401) - 200,
              random.nextInt(401) - 200);
      long seen = ground.path("lastSeq").asLong();
      count(
          browser.writeBlindly(
              "POST",
              stage.at() + "/operations",
              Map.of("seen", seen, "operations", List.of(move)),
              "If-Match",
              etag),
          seen);
    }
  }

  private void count(HttpResponse<byte[]> answer, long seen) {
    AtomicInteger counter = answers.get("" + answer.statusCode());
    if (counter == null) {
      throw new AssertionError(answer.statusCode() + ": " + Browser.text(answer));
    }
    counter.incrementAndGet();
    if (answer.statusCode() == 200) {
      long first = json(answer, 200).path("first").asLong();
      synchronized (acknowledged) {
        assertTrue(acknowledged.add(first), "two were told " + first);
      }
      if (first > seen + 1) {
        rebased.incrementAndGet();
      }
    }
  }
}
