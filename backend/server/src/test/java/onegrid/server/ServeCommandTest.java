package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import onegrid.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** A service that cannot start says why in one sentence. */
class ServeCommandTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @Test
  void noDatabaseIsToldInOneSentence() {
    assertEquals(2, serve("--port=0", "--database=jdbc:postgresql://127.0.0.1:1/nothing"));
    assertOneSentence("连不上数据库");
    // The reason is the driver's, so that its reader knows what to look at.
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("127.0.0.1:1 refused"), said);
  }

  @Test
  void aTakenPortIsToldInOneSentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int code = serve("--port=" + taken.getLocalPort(), "--database=" + TestDatabase.emptyUrl());
      assertEquals(2, code);
      assertOneSentence("端口 " + taken.getLocalPort() + " 已被占用");
    }
  }

  private int serve(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "serve";
    System.arraycopy(options, 0, args, 1, options.length);
    PrintStream before = System.out;
    System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    try {
      return OneGrid.run(args, console, err);
    } finally {
      System.setOut(before);
    }
  }

  private void assertOneSentence(String start) {
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.startsWith(start), said);
    assertEquals(1, said.strip().lines().count(), said);
    String log = console.toString(StandardCharsets.UTF_8);
    assertFalse(log.contains("\tat "), log);
    assertFalse(log.contains("Exception"), log);
  }
}
