package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onegrid.server.Browser.Part;
import onegrid.store.JobClaim;
import onegrid.store.JobKind;
import onegrid.store.JobStore;
import tools.jackson.databind.JsonNode;

/** Jobs that are called off while they wait, and thousands who watch one and never read. */
final class JobsAtRisk {
  private final RunningServer server;
  private final Browser admin;
  private final Ground ground;
  private final String layers;

  JobsAtRisk(RunningServer server, Browser admin, Ground ground) {
    this.server = server;
    this.admin = admin;
    this.ground = ground;
    this.layers = "/api/workspaces/" + ground.workspace() + "/layers";
  }

  void areCalledOff() {
    for (int attempt = 0; attempt < 10; attempt++) {
      List<Long> jobs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        // Those before it are long enough that the last still waits when it is called off.
        Drawings drawing = new Drawings().cell("1", 0, 0, 1 + i, 1 + attempt);
        for (int k = 2; i < 5 && k < 3000; k++) {
          drawing.cell(Integer.toString(k), 100 + k % 60, 100 + k / 60, 1, 1);
        }
        List<Part> file = drawing.file("a.geojson");
        jobs.add(
            json(
                    admin.upload(
                        layers,
                        Map.of("name", "取消" + attempt + "-" + i, "role", "DEPARTMENT"),
                        file),
                    202)
                .path("jobId")
                .asLong());
      }
      long last = jobs.get(jobs.size() - 1);
      json(admin.write("DELETE", "/api/jobs/" + last, null), 202);
      jobs.forEach(job -> admin.get("/api/jobs/" + job + "/events"));
      boolean cancelled =
          json(admin.get("/api/jobs/" + last), 200).path("state").asString().equals("CANCELLED");
      boolean stored = false;
      for (JsonNode layer : json(admin.get(layers), 200)) {
        if (layer.path("name").asString().startsWith("取消")) {
          stored |= layer.path("name").asString().equals("取消" + attempt + "-5");
          admin.write("DELETE", layers + "/" + layer.path("id"), null);
        }
      }
      if (cancelled) {
        assertFalse(stored, "a job that was called off has stored its layer");
        return;
      }
    }
    throw new AssertionError("no job could be called off in time");
  }

  /** A job that some other server holds, so that it does not end while it is watched. */
  private long heldElsewhere() {
    JobStore store = server.stores().jobs();
    for (int i = 0; i < 50; i++) {
      long made =
          server
              .stores()
              .inTransaction(
                  () -> {
                    String order = "{\"work\":\"merge\",\"order\":{}}";
                    long id = store.enqueue(ground.workspace(), JobKind.MERGE, order, "test").id();
                    JobClaim claim = store.claim("elsewhere", Duration.ofSeconds(60)).orElseThrow();
                    if (claim.job().id() == id) {
                      return id;
                    }
                    // An older one waited: it goes back, and ours goes with it.
                    store.giveBack(claim);
                    store.cancel(id, "test");
                    return 0L;
                  });
      if (made > 0) {
        return made;
      }
    }
    throw new AssertionError("jobs wait all the time");
  }

  void outliveIdleWatchers() throws IOException {
    long job = heldElsewhere();
    List<Socket> idle = new ArrayList<>();
    try {
      String ask =
          "GET /api/jobs/"
              + job
              + "/events HTTP/1.1\r\nHost: x\r\nCookie: onegrid="
              + admin.sessionCookie()
              + "\r\n\r\n";
      for (int i = 0; i < 2000; i++) {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream().write(ask.getBytes(StandardCharsets.ISO_8859_1));
        idle.add(socket);
      }
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        assertEquals(200, admin.get("/api/workspaces/" + ground.workspace()).statusCode());
        double seconds = (System.nanoTime() - start) / 1e9;
        // They hold no thread; how long one answer takes is the machine's affair.
        assertTrue(seconds < 15, seconds + " s beside idle watchers");
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
      admin.write("DELETE", "/api/jobs/" + job, null);
    }
    // Those who left are noticed when they are told the next time.
    long end = System.nanoTime() + 30_000_000_000L;
    while (admin.get("/api/jobs/" + ground.job() + "/events").statusCode() != 200) {
      assertTrue(System.nanoTime() < end, "watchers who left still count");
    }
  }
}
