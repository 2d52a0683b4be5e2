package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many who change one thing at the same time: who is told yes has changed it, alone. */
class ConcurrentWritesTest {
  private static final int CLIENTS = 16;
  private static final int WRITES = Integer.getInteger("onegrid.writes", 30);

  @Test
  void noAcknowledgedChangeIsLost() throws InterruptedException {
    RunningServer server = RunningServer.shared();
    Browser admin = server.administrator();
    String at =
        "/api/workspaces/"
            + json(admin.write("POST", "/api/workspaces", Map.of("name", "0")), 201).path("id");
    long before = json(admin.get(at), 200).path("version").asLong();
    AtomicInteger kept = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    List<String> strange = new ArrayList<>();
    List<Thread> clients = new ArrayList<>();
    for (int c = 0; c < CLIENTS; c++) {
      Thread client =
          new Thread(
              () -> {
                for (int i = 0; i < WRITES; i++) {
                  HttpResponse<byte[]> read = admin.get(at);
                  long count = Long.parseLong(json(read, 200).path("name").asString());
                  String etag = read.headers().firstValue("ETag").orElseThrow();
                  int status =
                      admin
                          .writeBlindly(
                              "PATCH", at, Map.of("name", "" + (count + 1)), "If-Match", etag)
                          .statusCode();
                  switch (status) {
                    case 200 -> kept.incrementAndGet();
                    case 412 -> refused.incrementAndGet();
                    default -> {
                      synchronized (strange) {
                        strange.add("" + status);
                      }
                    }
                  }
                }
              });
      clients.add(client);
      client.start();
    }
    for (Thread client : clients) {
      client.join();
    }
    assertTrue(strange.isEmpty(), strange.toString());
    assertEquals(CLIENTS * WRITES, kept.get() + refused.get());
    // Every yes counted one up from what it had read: the count is the number of yeses.
    assertEquals("" + kept, json(admin.get(at), 200).path("name").asString());
    assertEquals(before + kept.get(), json(admin.get(at), 200).path("version").asLong());
    System.out.printf(
        "%d clients, %d writes: %d kept, %d refused as stale, 0 lost%n",
        CLIENTS, CLIENTS * WRITES, kept.get(), refused.get());
  }
}
