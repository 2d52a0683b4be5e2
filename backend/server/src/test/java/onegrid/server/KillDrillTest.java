package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Kills the server, and the database, at random moments while layers are imported and merged, and
 * plans drawn and published, and checks after each kill that nothing acknowledged is lost and
 * nothing is there by halves. How many kills: {@code -Donegrid.kills=SERVER,DATABASE}, {@code
 * 20,10} unless told; the seed is printed.
 */
class KillDrillTest {
  private static final int LONGEST_LIFE_MILLIS = 2500;

  private final long seed = Long.getLong("onegrid.seed", 20260724L);
  private final Random random = new Random(seed);

  /** Names of workspaces whose making was acknowledged. */
  private final Set<String> acknowledged = new HashSet<>();

  /** Jobs whose taking was acknowledged, with the workspace they belong to. */
  private final Map<Long, Long> jobs = new TreeMap<>();

  /** Mosaics that plans can be drawn on, with the workspace they belong to. */
  private final Map<Long, Long> mosaics = new TreeMap<>();

  private final PlanDrill plans = new PlanDrill();

  /** The administrator's, by which every life works: signing in is slow on purpose. */
  private String token = "";

  /**
   * Jobs that were looked at after an earlier kill; the database is asked for them all the same.
   */
  private final Set<Long> seen = new HashSet<>();

  private int number;
  private int unanswered;
  private double longestReturn;
  private int kills;
  private long starting;
  private long checking;

  @Test
  void nothingAcknowledgedIsLost() {
    String[] wished = System.getProperty("onegrid.kills", "20,10").split(",");
    int serverKills = Integer.parseInt(wished[0]);
    int databaseKills = Integer.parseInt(wished[1]);
    System.out.println("drill: seed " + seed);
    try (OwnCluster cluster = new OwnCluster();
        ServerProcess server = new ServerProcess(cluster.url())) {
      try {
        drill(cluster, server, serverKills, databaseKills);
      } catch (AssertionError e) {
        throw new AssertionError(
            e.getMessage() + "; kill " + kills + "; the server said\n" + server.troubles(), e);
      }
    }
  }

  private void drill(OwnCluster cluster, ServerProcess server, int serverKills, int databaseKills) {
    server.start();
    // Once in peace, so that there is something to draw on, and a version, from the first life
    // on.
    Browser first = server.administrator();
    oneCity(first, new AtomicBoolean());
    assertTrue(draw(first, server), "a plan was published");
    token = first.makeToken();
    // An orderly end leaves what later lives start from quickly.
    server.stop();
    server.start();
    for (kills = 0; kills < serverKills + databaseKills; kills++) {
      boolean database = kills >= serverKills;
      work(
          server,
          () -> {
            if (database) {
              cluster.kill();
              cluster.start();
            } else {
              server.kill();
            }
          });
      if (database) {
        longestReturn = Math.max(longestReturn, server.untilBack());
      } else {
        long start = System.nanoTime();
        server.start();
        starting += System.nanoTime() - start;
      }
      long start = System.nanoTime();
      check(cluster.url(), server.bearing(token));
      checking += System.nanoTime() - start;
    }
    settle(server.bearing(token));
    seen.clear();
    plans.forgetWhatWasSeen();
    check(cluster.url(), server.bearing(token));
    System.out.printf(
        "drill: %d kills of the server, %d of the database; %d workspaces and %d jobs, %s;"
            + " %d requests without an answer, 0 lost, 0 half-written; back %.2f s after the"
            + " database at most; a start took %.1f s, a check %.1f s%n",
        serverKills,
        databaseKills,
        acknowledged.size(),
        jobs.size(),
        plans,
        unanswered,
        longestReturn,
        starting / 1e9 / Math.max(1, serverKills),
        checking / 1e9 / Math.max(1, serverKills + databaseKills));
  }

  /** Works on until the kill, which comes from another thread. */
  private void work(ServerProcess server, Runnable kill) {
    Browser browser = server.bearing(token);
    AtomicBoolean killed = new AtomicBoolean();
    int life = 100 + random.nextInt(LONGEST_LIFE_MILLIS);
    Thread killer =
        new Thread(
            () -> {
              pause(life);
              killed.set(true);
              kill.run();
            });
    killer.start();
    while (!killed.get()) {
      try {
        if (mosaics.isEmpty() || random.nextInt(3) == 0) {
          oneCity(browser, killed);
        } else {
          draw(browser, server);
        }
      } catch (UncheckedIOException gone) {
        unanswered++;
      }
    }
    try {
      killer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Draws on the newest mosaic; the version that comes of it is drawn on next. */
  private boolean draw(Browser browser, ServerProcess server) {
    long mosaic = mosaics.keySet().stream().reduce((older, newer) -> newer).orElseThrow();
    long workspace = mosaics.getOrDefault(mosaic, 0L);
    long version = plans.draw(browser, server, workspace, mosaic);
    if (version > 0) {
      mosaics.remove(mosaic);
      mosaics.put(version, workspace);
    }
    return version > 0;
  }

  private void oneCity(Browser browser, AtomicBoolean killed) {
    String name = "演练" + (++number);
    HttpResponse<byte[]> made = browser.write("POST", "/api/workspaces", Map.of("name", name));
    if (made.statusCode() != 201) {
      return;
    }
    acknowledged.add(name);
    long workspace = json(made, 201).path("id").asLong();
    String at = "/api/workspaces/" + workspace;
    Drawings cells = new Drawings();
    for (int i = 0; i < 40; i++) {
      cells.cell("Z" + i, i % 8 * 2, i / 8 * 2, 2, 2);
    }
    long area = layer(browser, workspace, "社区", "AREA", new Drawings().cell("A1", 0, 0, 16, 10));
    long layer = layer(browser, workspace, "综治", "DEPARTMENT", cells);
    if (area > 0 && layer > 0 && !killed.get()) {
      long job =
          keep(
              browser.write(
                  "POST", at + "/merges", Map.of("areaLayerId", area, "layerIds", List.of(layer))),
              workspace);
      long mosaic = job == 0 ? 0 : result(browser, job, "mosaicId");
      if (mosaic > 0) {
        mosaics.put(mosaic, workspace);
      }
    }
  }

  /** Hands a layer in and waits for it; 0 when that did not come to an end. */
  private long layer(Browser browser, long workspace, String name, String role, Drawings drawings) {
    long job =
        keep(
            browser.upload(
                "/api/workspaces/" + workspace + "/layers",
                Map.of("name", name, "role", role),
                drawings.file(name + ".geojson")),
            workspace);
    return job == 0 ? 0 : result(browser, job, "layerId");
  }

  /** Waits for a job; 0 when it did not come to an end. */
  private static long result(Browser browser, long job, String what) {
    for (int i = 0; i < 100; i++) {
      HttpResponse<byte[]> answer = browser.get("/api/jobs/" + job);
      if (answer.statusCode() != 200) {
        return 0;
      }
      JsonNode state = json(answer, 200);
      if (state.path("state").asString().equals("DONE")) {
        return state.path("result").path(what).asLong();
      }
      pause(30);
    }
    return 0;
  }

  private long keep(HttpResponse<byte[]> queued, long workspace) {
    if (queued.statusCode() != 202) {
      return 0;
    }
    long job = json(queued, 202).path("jobId").asLong();
    jobs.put(job, workspace);
    return job;
  }

  /**
   * What must hold after every kill, whatever was going on. The database is asked for everything
   * that was acknowledged; over HTTP comes what is new since the last kill, and at the end all.
   */
  private void check(String url, Browser browser) {
    Set<String> names = new TreeSet<>();
    json(browser.get("/api/workspaces"), 200).forEach(w -> names.add(w.path("name").asString()));
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(names);
    assertTrue(lost.isEmpty(), "lost, seed " + seed + ": " + lost);
    for (long job : jobs.keySet()) {
      if (seen.add(job)) {
        assertEquals(200, browser.get("/api/jobs/" + job).statusCode(), "job " + job);
      }
    }
    plans.check(browser);
    assertTrue(json(browser.get("/api/audit/verdict"), 200).path("whole").asBoolean());
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      plans.check(statement);
      try (ResultSet kept = statement.executeQuery("SELECT id FROM onegrid.job")) {
        Set<Long> missing = new TreeSet<>(jobs.keySet());
        while (kept.next()) {
          missing.remove(kept.getLong(1));
        }
        assertEquals(Set.of(), missing, "jobs lost, seed " + seed);
      }
      for (String halves :
          Stream.concat(
                  PlanDrill.HALVES.stream(),
                  Stream.of(
                      "onegrid.layer l WHERE l.cells <> (SELECT count(*) FROM onegrid.cell c"
                          + " WHERE c.layer_id = l.id)",
                      "onegrid.mosaic m WHERE m.units <> (SELECT count(*) FROM onegrid.unit u"
                          + " WHERE u.mosaic_id = m.id)",
                      "onegrid.job j WHERE j.kind = 'MERGE' AND j.state = 'DONE' AND NOT EXISTS"
                          + " (SELECT 1 FROM onegrid.mosaic m WHERE m.id = j.mosaic_id)",
                      "onegrid.mosaic m WHERE NOT EXISTS (SELECT 1 FROM onegrid.job j"
                          + " WHERE j.mosaic_id = m.id AND j.state = 'DONE') AND NOT EXISTS"
                          + " (SELECT 1 FROM onegrid.plan p WHERE p.published_mosaic_id = m.id)",
                      "onegrid.layer l WHERE NOT EXISTS (SELECT 1 FROM onegrid.job j"
                          + " WHERE j.layer_id = l.id AND j.state = 'DONE')",
                      "onegrid.workspace w WHERE NOT EXISTS (SELECT 1 FROM onegrid.audit a"
                          + " WHERE a.subject = 'workspace ' || w.id AND a.verb = 'workspace.create')"))
              .toList()) {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + halves)) {
          assertTrue(count.next());
          assertEquals(0, count.getInt(1), halves);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every job that was taken comes to an end, those of killed servers too. */
  private void settle(Browser browser) {
    plans.settle(browser);
    long end = System.nanoTime() + 60_000_000_000L;
    for (long job : jobs.keySet()) {
      JsonNode now = json(browser.get("/api/jobs/" + job), 200);
      while (!List.of("DONE", "FAILED", "CANCELLED").contains(now.path("state").asString())) {
        assertTrue(System.nanoTime() < end, now.toString());
        pause(20);
        now = json(browser.get("/api/jobs/" + job), 200);
      }
      assertEquals("DONE", now.path("state").asString(), now.toString());
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
