package onegrid.server.pool;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool that says at once when its database is known to be away, and notices within a quarter of a
 * second that it is back. The pool alone would let everyone wait, and between its own tries it
 * sleeps longer and longer: after a long absence for seconds. Nobody is given a connection that was
 * lost meanwhile: each is asked before it is lent, a tenth of a millisecond.
 */
public final class WatchedPool extends DelegatingDataSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedPool.class);
  private static final long BETWEEN_TRIES_MILLIS = 200;

  static {
    // By itself it does not ask one that was used in the last half second, in which a database can
    // die and come back.
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
  }

  private final HikariDataSource pool;
  private final AtomicBoolean away = new AtomicBoolean();

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
  }

  /**
   * @throws SQLTransientConnectionException at once while the database is known to be away
   */
  @Override
  public Connection getConnection() throws SQLException {
    if (away.get()) {
      throw new SQLTransientConnectionException("the database is away", "08001", reason);
    }
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      // All connections may just be in use; only who cannot come in at all calls it away.
      if (pool.getHikariPoolMXBean().getTotalConnections() == 0
          && away.compareAndSet(false, true)) {
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

  private void watch() {
    while (!pool.isClosed()) {
      try (Connection knock = DriverManager.getConnection(pool.getJdbcUrl(), properties())) {
        LOG.info("{}: 数据库恢复连接 / the database is back", pool.getPoolName());
        away.set(false);
        return;
      } catch (SQLException e) {
        reason = e;
        LOG.debug("{}: still away", pool.getPoolName(), e);
      }
      try {
        Thread.sleep(BETWEEN_TRIES_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
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
