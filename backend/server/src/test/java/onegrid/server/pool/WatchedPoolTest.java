package onegrid.server.pool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  @Test
  void whoComesInLateEndsTheNewsThatTheDatabaseIsAway() throws Exception {
    try (Doors doors = new Doors();
        WatchedPool pool = new WatchedPool(doors)) {
      // Two wait at the door; one gives up and says that the database is away, the other comes in.
      FutureTask<Boolean> patient = new FutureTask<>(() -> comesIn(pool));
      new Thread(patient).start();
      assertTrue(doors.asked.tryAcquire(5, TimeUnit.SECONDS));
      doors.open = false;
      assertFalse(comesIn(pool), "the first who gave up");
      doors.open = true;
      assertFalse(comesIn(pool), "known to be away, so not even tried");
      doors.patience.countDown();
      assertTrue(patient.get(5, TimeUnit.SECONDS));
      assertTrue(comesIn(pool), "one came in, so the next does too");
    }
  }

  @Test
  void whoGivesUpAfterAnotherCameInCallsNothingAway() throws Exception {
    try (Doors doors = new Doors();
        WatchedPool pool = new WatchedPool(doors)) {
      FutureTask<Boolean> late = new FutureTask<>(() -> comesIn(pool));
      new Thread(late).start();
      assertTrue(doors.asked.tryAcquire(5, TimeUnit.SECONDS));
      assertTrue(comesIn(pool));
      doors.firstIsRefused = true;
      doors.patience.countDown();
      assertFalse(late.get(5, TimeUnit.SECONDS));
      assertTrue(comesIn(pool), "the refusal was old news");
    }
  }

  private static boolean comesIn(WatchedPool pool) {
    try (Connection connection = pool.getConnection()) {
      return true;
    } catch (SQLException refused) {
      return false;
    }
  }

  /** A pool whose first caller waits, and whose others come in or do not, as the test says. */
  private static final class Doors extends HikariDataSource {
    private final CountDownLatch patience = new CountDownLatch(1);
    private final Semaphore asked = new Semaphore(0);
    private final AtomicBoolean first = new AtomicBoolean(true);
    private volatile boolean open = true;
    private volatile boolean firstIsRefused;

    Doors() {
      // Nobody listens here, so that the pool's own knocking finds nothing.
      setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
    }

    @Override
    public Connection getConnection() throws SQLException {
      boolean comesIn = open;
      if (first.getAndSet(false)) {
        asked.release();
        try {
          patience.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        comesIn = !firstIsRefused;
      }
      if (!comesIn) {
        throw new SQLTransientConnectionException("timed out");
      }
      return stub(Connection.class);
    }

    @Override
    public HikariPoolMXBean getHikariPoolMXBean() {
      return stub(HikariPoolMXBean.class);
    }

    /** Answers everything with nothing: a pool without connections, a connection without words. */
    private static <T> T stub(Class<T> type) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> method.getReturnType() == int.class ? 0 : null));
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
