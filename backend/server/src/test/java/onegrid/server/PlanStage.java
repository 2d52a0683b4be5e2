package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.store.SquareCity;
import onegrid.store.Stores;
import tools.jackson.databind.JsonNode;

/**
 * A chessboard of a city in a workspace of its own, with a building in every square, and a draft on
 * it.
 */
final class PlanStage {
  final long workspace;
  final long mosaic;
  final long plan;
  private final String at;

  private PlanStage(long workspace, long mosaic, long plan) {
    this.workspace = workspace;
    this.mosaic = mosaic;
    this.plan = plan;
    this.at = "/api/plans/" + plan;
  }

  /** Makes the city of a division, and a draft of whoever asks. */
  static PlanStage make(
      RunningServer server, Browser asker, String division, int columns, int rows) {
    Browser admin = server.administrator();
    Stores stores = server.stores();
    long workspace =
        json(admin.write("POST", "/api/workspaces", Map.of("name", "棋盘")), 201).path("id").asLong();
    stores.workspaces().setFrame(workspace, 4548, "test");
    SquareCity city = new SquareCity(columns, rows);
    stores.places().load(workspace, city.baseMap(), "test");
    json(
        admin.write("PATCH", "/api/workspaces/" + workspace, Map.of("divisionCode", division)),
        200);
    long mosaic = stores.mosaics().save(city.mosaic(workspace, List.of(), 0), "test").id();
    return new PlanStage(workspace, mosaic, draft(asker, mosaic, "春季调整"));
  }

  static long draft(Browser asker, long mosaic, String name) {
    return json(asker.write("POST", "/api/mosaics/" + mosaic + "/plans", Map.of("name", name)), 201)
        .path("id")
        .asLong();
  }

  String at() {
    return at;
  }

  static String etag(Browser asker, String at) {
    return asker.get(at).headers().firstValue("ETag").orElseThrow();
  }

  /** Sends operations as someone who has seen the log up to a line. */
  HttpResponse<byte[]> send(Browser asker, long seen, Map<?, ?>... operations) {
    return asker.writeBlindly(
        "POST",
        at + "/operations",
        Map.of("seen", seen, "operations", List.of(operations)),
        "If-Match",
        etag(asker, at));
  }

  HttpResponse<byte[]> step(Browser asker, String step) {
    return asker.writeBlindly(
        "POST", at + "/" + step, Map.of("note", "按会议意见"), "If-Match", etag(asker, at));
  }

  /** Publishes a plan and waits for its job; the plan after it. */
  static JsonNode publish(Browser asker, String at) {
    HttpResponse<byte[]> asked =
        asker.writeBlindly(
            "POST", at + "/publish", Map.of("note", "按会议意见"), "If-Match", etag(asker, at));
    JsonNode job = ended(asker, json(asked, 202).path("jobId").asLong());
    assertEquals("DONE", job.path("state").asString(), job.toString());
    return json(asker.get(at), 200);
  }

  /** The state of a plan, once it is the one that is waited for. */
  static String awaited(Browser asker, long plan, String state) {
    String now = "";
    for (int i = 0; i < 600 && !now.equals(state); i++) {
      now = json(asker.get("/api/plans/" + plan), 200).path("state").asString();
      sleep();
    }
    return now;
  }

  static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A job, when it is over. */
  static JsonNode ended(Browser asker, long id) {
    for (int i = 0; i < 600; i++) {
      JsonNode job = json(asker.get("/api/jobs/" + id), 200);
      if (!List.of("QUEUED", "RUNNING").contains(job.path("state").asString())) {
        return job;
      }
      sleep();
    }
    throw new AssertionError("job " + id + " is not over after 30 s");
  }

  /** The ground of the plan, in centimetres. */
  JsonNode ground(Browser asker) {
    return json(asker.get(at + "/ground?coordinates=cells&buildings=true"), 200);
  }

  /** The arc between two units, and its points as x and y in turn. */
  static Line line(JsonNode ground, int one, int two) {
    for (JsonNode arc : ground.path("arcs")) {
      int left = arc.path("left").asInt();
      int right = arc.path("right").asInt();
      if (left == one && right == two || left == two && right == one) {
        return line(ground, arc);
      }
    }
    throw new AssertionError("no border between " + one + " and " + two);
  }

  static Line line(JsonNode ground, JsonNode arc) {
    long x = Math.round(ground.path("transform").path("translate").get(0).asDouble() * 100);
    long y = Math.round(ground.path("transform").path("translate").get(1).asDouble() * 100);
    List<int[]> points = new ArrayList<>();
    JsonNode steps = arc.path("line");
    for (int i = 0; i < steps.size(); i += 2) {
      x += steps.get(i).asLong();
      y += steps.get(i + 1).asLong();
      points.add(new int[] {(int) x, (int) y});
    }
    return new Line(arc.path("id").asString(), points);
  }

  /** The index of a unit in the answer. */
  static int unit(JsonNode ground, String id) {
    for (int i = 0; i < ground.path("units").size(); i++) {
      if (ground.path("units").get(i).path("id").asString().equals(id)) {
        return i;
      }
    }
    throw new AssertionError("no unit " + id);
  }

  /** A border and its points. */
  record Line(String id, List<int[]> points) {
    Map<String, Integer> place(int i) {
      return place(i, 0, 0);
    }

    Map<String, Integer> place(int i, int east, int north) {
      return Map.of("x", points.get(i)[0] + east, "y", points.get(i)[1] + north);
    }

    Map<String, Object> move(int i, int east, int north) {
      return Map.of("verb", "MOVE_VERTEX", "arc", id, "at", place(i), "to", place(i, east, north));
    }
  }

  /** A vertex more in the middle of a border, off its line. */
  static Map<String, Object> bend(Line line, int east) {
    int[] from = line.points().get(0);
    int[] to = line.points().get(1);
    return Map.of(
        "verb",
        "INSERT_VERTEX",
        "arc",
        line.id(),
        "after",
        line.place(0),
        "at",
        Map.of("x", (from[0] + to[0]) / 2 + east, "y", (from[1] + to[1]) / 2));
  }

  static Map<String, Object> transfer(String cell, String... units) {
    return Map.of("verb", "TRANSFER", "cell", cell, "units", List.of(units));
  }

  static Map<String, Object> open(String cell, String... units) {
    return Map.of(
        "verb",
        "OPEN_CELL",
        "cell",
        cell,
        "name",
        "新格" + cell,
        "kind",
        "BASE",
        "units",
        List.of(units));
  }

  static Map<String, Object> with(Map<String, Object> operation, String member, Object value) {
    Map<String, Object> more = new HashMap<>(operation);
    more.put(member, value);
    return more;
  }
}
