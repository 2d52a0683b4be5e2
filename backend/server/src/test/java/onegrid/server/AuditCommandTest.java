package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The trail, checked from the command line. */
class AuditCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void wholeTrailIsToldFromOneThatWasTouched() throws SQLException {
    String url = RunningServer.freshDatabase();
    try (RunningServer server = new RunningServer(url)) {
      server.start();
      server.administrator();
    }
    assertEquals(0, verify(url));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("whole: 1 lines"), out.toString());
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE onegrid.audit DISABLE TRIGGER audit_only_grows");
      statement.execute("UPDATE onegrid.audit SET actor = '别人' WHERE seq = 1");
    }
    assertEquals(1, verify(url));
  }

  @Test
  void databaseThatIsNotThereIsSaidSo() {
    assertEquals(2, verify("jdbc:postgresql://127.0.0.1:1/none"));
  }

  private int verify(String url) {
    return OneGrid.run(
        new String[] {"audit", "verify", "--database", url}, out, new ByteArrayOutputStream());
  }
}
