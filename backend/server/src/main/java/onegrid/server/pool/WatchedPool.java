package onegrid.server.pool;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import onegrid.server.problem.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool that says at once when its database is known to be away, and notices within a quarter of a
 * second that it is back, where the pool alone would let everyone wait. Nobody is given a
 * connection that was lost meanwhile: each is asked before it is lent, a tenth of a millisecond.
 */
public final class WatchedPool extends DelegatingDataSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedPool.class);
  private static final long BETWEEN_TRIES_MILLIS = 100;

  /** Less than anyone waits for a connection, so that the last refusal can be told to them. */
  private static final long PATIENCE_NANOS = 1_500_000_000L;

  static {
    // By itself it does not ask one that was used in the last half second, in which a database can
    // die and come back.
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
  }

  private final HikariDataSource pool;

  /** Written under the lock of this object only. */
  private volatile boolean away;

  /** How often someone came in so far; written under the same lock. */
  private volatile long lent;

  /** What the driver said when it last tried. */
  private volatile @Nullable SQLException reason;

  /**
   * @param pool not yet asked for anything; it will keep no idle connections of its own accord, or
   *     it would go on trying in its own rhythm
   */
  public WatchedPool(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
    pool.setMinimumIdle(0);
    pool.setDataSource(new Door());
  }

  /**
   * @throws SQLTransientConnectionException at once while the database is known to be away
   */
  @Override
  public Connection getConnection() throws SQLException {
    if (away) {
      throw new SQLTransientConnectionException("the database is away", "08001", reason);
    }
    long before = lent;
    try {
      Connection connection = pool.getConnection();
      cameIn();
      return connection;
    } catch (SQLTransientConnectionException e) {
      if (stoodOutside(before)) {
        SQLException told = e.getCause() instanceof SQLException cause ? cause : e;
        reason = told;
        LOG.warn("{}: 数据库连接不上 / the database is away: {}", pool.getPoolName(), told.getMessage());
        Thread watch = new Thread(this::watch, pool.getPoolName() + "-watch");
        watch.setDaemon(true);
        watch.start();
      }
      throw e;
    }
  }

  /**
   * Whoever comes in proves that the database is there, and later ones need not wait to be told.
   */
  private synchronized void cameIn() {
    lent++;
    away = false;
  }

  /**
   * Whether one who was refused is the first to know that the database is away. It is not when all
   * connections are just in use, nor when another came in while this one waited: then the refusal
   * is old news.
   */
  private synchronized boolean stoodOutside(long lentBefore) {
    boolean first =
        !away && lent == lentBefore && pool.getHikariPoolMXBean().getTotalConnections() == 0;
    away |= first;
    return first;
  }

  private void watch() {
    while (away && !pool.isClosed()) {
      try (Connection knock = knock()) {
        LOG.info("{}: 数据库恢复连接 / the database is back", pool.getPoolName());
        cameIn();
        return;
      } catch (SQLException e) {
        reason = e;
        LOG.debug("{}: still away", pool.getPoolName(), e);
      }
      if (!rest()) {
        return;
      }
    }
  }

  private Connection knock() throws SQLException {
    return DriverManager.getConnection(pool.getJdbcUrl(), properties());
  }

  /** Whether it rested, rather than being called to an end. */
  private static boolean rest() {
    try {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Where the pool gets its connections: a door that is knocked at again and again for a while.
   * After a refusal the pool sleeps twice as long as after the one before, and would sleep on for
   * seconds while the database is back; so it is refused seldom.
   */
  private final class Door extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (true) {
        try {
          return knock();
        } catch (SQLException e) {
          if (!DatabaseAway.causes(e) || System.nanoTime() > end || pool.isClosed() || !rest()) {
            throw e;
          }
        }
      }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    /** The driver has its own, among the properties. */
    @Override
    public void setLoginTimeout(int seconds) {}
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(pool.getDataSourceProperties());
    Credentials credentials = pool.getCredentials();
    if (credentials.getUsername() != null) {
      properties.put("user", credentials.getUsername());
    }
    if (credentials.getPassword() != null) {
      properties.put("password", credentials.getPassword());
    }
    return properties;
  }

  @Override
  public void close() {
    pool.close();
  }
}
