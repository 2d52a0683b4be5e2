package onegrid.server.pool;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import onegrid.store.TestDatabase;
import org.junit.jupiter.api.Test;

class WatchedPoolTest {
  @Test
  void aConnectionThatWasLostJustNowIsNotLent() throws SQLException {
    String url = TestDatabase.emptyUrl();
    HikariDataSource hikari = new HikariDataSource();
    hikari.setJdbcUrl(url);
    try (WatchedPool pool = new WatchedPool(hikari);
        Connection other = DriverManager.getConnection(url);
        Statement kill = other.createStatement()) {
      for (int i = 0; i < 10; i++) {
        int used = backend(pool);
        kill.execute("SELECT pg_terminate_backend(" + used + ", 5000)");
        assertNotEquals(used, backend(pool));
      }
    }
  }

  /** Asks something, and gives the number of the process that answered. */
  private static int backend(WatchedPool pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement ask = connection.createStatement();
        ResultSet row = ask.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
