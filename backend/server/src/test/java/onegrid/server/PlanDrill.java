package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What planners do while the server is killed: drafts, operations, review, publishing; and what
 * must hold of it after each kill.
 */
final class PlanDrill {
  private static final String DIVISION = "371302";
  private static final String REVIEWER = "演练审核";
  private static final int OPERATIONS = 6;

  /** What must be nowhere, whatever was going on. */
  static final List<String> HALVES =
      List.of(
          "onegrid.plan p WHERE p.last_seq <> (SELECT count(*) FROM onegrid.plan_operation o"
              + " WHERE o.plan_id = p.id)",
          "onegrid.plan p WHERE p.last_seq > 0 AND p.digest <> (SELECT digest FROM"
              + " onegrid.plan_operation o WHERE o.plan_id = p.id AND o.seq = p.last_seq)",
          "onegrid.plan p WHERE NOT EXISTS (SELECT 1 FROM onegrid.plan_snapshot s"
              + " WHERE s.plan_id = p.id AND s.seq = 0)",
          "onegrid.plan p WHERE (p.state IN ('IN_FORCE', 'RETIRED'))"
              + " <> (p.published_mosaic_id IS NOT NULL)",
          "onegrid.job j WHERE j.kind = 'PUBLISH' AND j.state = 'DONE' AND NOT EXISTS"
              + " (SELECT 1 FROM onegrid.plan p WHERE p.published_mosaic_id = j.mosaic_id)",
          "onegrid.plan p WHERE p.published_mosaic_id IS NOT NULL AND 1 <> (SELECT count(*) FROM"
              + " onegrid.job j WHERE j.mosaic_id = p.published_mosaic_id AND j.state = 'DONE')",
          "onegrid.plan p JOIN onegrid.mosaic m ON m.id = p.published_mosaic_id WHERE m.units <>"
              + " (SELECT coalesce(sum(cardinality(c.units)), 0) FROM onegrid.grid_cell c"
              + " WHERE c.mosaic_id = m.id)",
          "onegrid.plan p WHERE NOT EXISTS (SELECT 1 FROM onegrid.audit a"
              + " WHERE a.subject = 'plan ' || p.id AND a.verb = 'plan.create')");

  /** The newest operation that was acknowledged, by plan. */
  private final Map<Long, Long> acknowledged = new TreeMap<>();

  /** How much of a plan the last check has seen, and of which publications. */
  private final Map<Long, Long> seen = new TreeMap<>();

  private final Map<Long, Long> seenPublished = new TreeMap<>();

  /** The version that was acknowledged, by plan. */
  private final Map<Long, Long> published = new TreeMap<>();

  /** The jobs that publish, whose taking was acknowledged. */
  private final Set<Long> publishing = new TreeSet<>();

  /** The token of who reviews, empty until the account is made. */
  private String reviewer = "";

  private int operations;

  /** Draws on a mosaic and publishes what was drawn; the version, 0 when none was acknowledged. */
  long draw(Browser admin, ServerProcess server, long workspace, long mosaic) {
    HttpResponse<byte[]> made =
        admin.write("POST", "/api/mosaics/" + mosaic + "/plans", Map.of("name", "演练"));
    if (made.statusCode() != 201) {
      return 0;
    }
    long plan = json(made, 201).path("id").asLong();
    acknowledged.put(plan, 0L);
    String at = "/api/plans/" + plan;
    HttpResponse<byte[]> read = admin.get(at + "/ground");
    if (read.statusCode() != 200) {
      return 0;
    }
    JsonNode units = json(read, 200).path("units");
    for (int i = 0; i < OPERATIONS; i++) {
      Map<String, Object> open =
          PlanStage.open(
              "新" + plan + "." + i,
              units.get((int) ((7 * i + plan) % units.size())).path("id").asString());
      HttpResponse<byte[]> done =
          admin.writeBlindly(
              "POST",
              at + "/operations",
              Map.of(
                  "seen", i, "operations", List.of(i % 2 == 0 ? rename(json(read, 200), i) : open)),
              "If-Match",
              "\"1\"");
      if (done.statusCode() == 200) {
        operations++;
        acknowledged.put(plan, json(done, 200).path("lastSeq").asLong());
      } else {
        break;
      }
    }
    publish(admin, server, workspace, plan);
    return published.getOrDefault(plan, 0L);
  }

  private static Map<String, Object> rename(JsonNode ground, int i) {
    return Map.of(
        "verb",
        "RENAME",
        "cell",
        ground.path("cells").get(0).path("id").asString(),
        "name",
        "改名" + i);
  }

  private void publish(Browser admin, ServerProcess server, long workspace, long plan) {
    String at = "/api/plans/" + plan;
    if (reviewer.isEmpty()) {
      Map<String, Object> account = new HashMap<>();
      account.put("name", REVIEWER);
      account.put("password", Personas.PASSWORD);
      account.put("role", "REVIEWER");
      account.put("divisions", List.of(DIVISION));
      json(server.administrator().write("POST", "/api/accounts", account), 201);
      reviewer = server.stranger().signIn(REVIEWER, Personas.PASSWORD).makeToken();
    }
    admin.write("PATCH", "/api/workspaces/" + workspace, Map.of("divisionCode", DIVISION));
    admin.writeBlindly("POST", at + "/submit", Map.of(), "If-Match", "\"1\"");
    server.bearing(reviewer).writeBlindly("POST", at + "/review", Map.of(), "If-Match", "\"2\"");
    HttpResponse<byte[]> asked =
        admin.writeBlindly("POST", at + "/publish", Map.of(), "If-Match", "\"3\"");
    if (asked.statusCode() == 202) {
      long job = json(asked, 202).path("jobId").asLong();
      publishing.add(job);
      // Told done is told published; the server may be gone before that.
      for (int i = 0; i < 200; i++) {
        HttpResponse<byte[]> now = admin.get("/api/jobs/" + job);
        if (now.statusCode() != 200 || isOver(json(now, 200))) {
          break;
        }
        PlanStage.sleep();
      }
      HttpResponse<byte[]> read = admin.get(at);
      // With the database away nothing was told, and so nothing promised.
      if (read.statusCode() != 200) {
        return;
      }
      JsonNode after = json(read, 200);
      if (after.path("state").asString().equals("IN_FORCE")) {
        published.put(plan, after.path("publishedMosaicId").asLong());
      }
    }
  }

  private static boolean isOver(JsonNode job) {
    return !List.of("QUEUED", "RUNNING").contains(job.path("state").asString());
  }

  /** Every publication that was taken comes to an end, those of killed servers too. */
  void settle(Browser admin) {
    long start = System.nanoTime();
    for (long job : publishing) {
      String state = PlanStage.ended(admin, job).path("state").asString();
      assertTrue(List.of("DONE", "FAILED").contains(state), "job " + job + ": " + state);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds < 15, "publications took " + seconds + " s to come to an end");
  }

  /** The next check asks for every plan again. */
  void forgetWhatWasSeen() {
    seen.clear();
    seenPublished.clear();
  }

  /** Nothing that was acknowledged is lost in the database. */
  void check(Statement statement) throws SQLException {
    Map<Long, Long> lost = new TreeMap<>(acknowledged);
    Map<Long, Long> unpublished = new TreeMap<>(published);
    try (ResultSet row =
        statement.executeQuery("SELECT id, last_seq, published_mosaic_id FROM onegrid.plan")) {
      while (row.next()) {
        long id = row.getLong(1);
        if (row.getLong(2) >= acknowledged.getOrDefault(id, 0L)) {
          lost.remove(id);
        }
        unpublished.remove(id, row.getLong(3));
      }
    }
    assertEquals(Map.of(), lost, "plans with operations lost");
    assertEquals(Map.of(), unpublished, "publications lost");
  }

  /** New plans, and those that have grown, are still what their logs tell. */
  void check(Browser admin) {
    acknowledged.forEach(
        (plan, seq) -> {
          if (seq.equals(seen.put(plan, seq))) {
            return;
          }
          JsonNode now = json(admin.get("/api/plans/" + plan), 200);
          assertTrue(now.path("lastSeq").asLong() >= seq, "plan " + plan + ": " + seq + " " + now);
          assertEquals(200, admin.get("/api/plans/" + plan + "/comparison").statusCode());
        });
    published.forEach(
        (plan, mosaic) -> {
          if (!mosaic.equals(seenPublished.put(plan, mosaic))) {
            assertEquals(
                mosaic,
                json(admin.get("/api/plans/" + plan), 200).path("publishedMosaicId").asLong());
          }
        });
  }

  @Override
  public String toString() {
    return acknowledged.size()
        + " drafts with "
        + operations
        + " operations and "
        + published.size()
        + " publications acknowledged";
  }
}
