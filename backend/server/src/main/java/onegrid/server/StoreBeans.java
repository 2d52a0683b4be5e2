package onegrid.server;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import onegrid.server.job.JobThreads;
import onegrid.store.AccountStore;
import onegrid.store.JobStore;
import onegrid.store.LayerStore;
import onegrid.store.MosaicStore;
import onegrid.store.PlaceStore;
import onegrid.store.Stores;
import onegrid.store.TileStore;
import onegrid.store.WorkspaceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The stores over two pools: requests wait two seconds for a database and four for its answer, jobs
 * have the time that bulk takes.
 */
@Configuration
class StoreBeans {
  private static final Logger LOG = LoggerFactory.getLogger(StoreBeans.class);
  private static final Duration PATIENCE_AT_START = Duration.ofSeconds(30);
  private static final int REQUEST_CONNECTIONS = 16;
  private static final int JOB_CONNECTIONS = 6;
  private static final int REQUEST_ANSWER_SECONDS = 4;
  private static final int JOB_ANSWER_SECONDS = 300;

  @Bean
  DataSource dataSource(DataSourceProperties properties) {
    return JobThreads.routed(
        pool(properties, "requests", REQUEST_CONNECTIONS, REQUEST_ANSWER_SECONDS),
        pool(properties, "jobs", JOB_CONNECTIONS, JOB_ANSWER_SECONDS));
  }

  private static HikariDataSource pool(
      DataSourceProperties properties, String name, int connections, int answerSeconds) {
    HikariDataSource pool =
        properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    pool.setPoolName(name);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(2_000);
    pool.setValidationTimeout(1_000);
    pool.setInitializationFailTimeout(-1);
    // As text: the driver passes over values of any other type without a word.
    pool.addDataSourceProperty("connectTimeout", "2");
    pool.addDataSourceProperty("loginTimeout", "2");
    pool.addDataSourceProperty("socketTimeout", Integer.toString(answerSeconds));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", "onegrid " + name);
    // Values of rows do not belong in messages, and so not in logs.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }

  /** Brings the schema up to date before anything is served. */
  @Bean
  Stores stores(DataSource source) {
    return JobThreads.inJob(
        () -> {
          awaitFirstConnection(source);
          return Stores.open(source);
        });
  }

  /**
   * On a machine that is busy with everything at once the first connection takes longer than
   * requests would wait. A database that is away or says no is not waited for.
   */
  private static void awaitFirstConnection(DataSource source) {
    Instant until = Instant.now().plus(PATIENCE_AT_START);
    while (Instant.now().isBefore(until)) {
      try (Connection connection = source.getConnection()) {
        LOG.debug("first connection: {}", connection);
        return;
      } catch (SQLTransientConnectionException e) {
        if (e.getCause() != null) {
          return; // The first statement finds the same, and says it.
        }
      } catch (SQLException e) {
        return;
      }
    }
  }

  @Bean
  WorkspaceStore workspaceStore(Stores stores) {
    return stores.workspaces();
  }

  @Bean
  LayerStore layerStore(Stores stores) {
    return stores.layers();
  }

  @Bean
  PlaceStore placeStore(Stores stores) {
    return stores.places();
  }

  @Bean
  MosaicStore mosaicStore(Stores stores) {
    return stores.mosaics();
  }

  @Bean
  JobStore jobStore(Stores stores) {
    return stores.jobs();
  }

  @Bean
  AccountStore accountStore(Stores stores) {
    return stores.accounts();
  }

  @Bean
  TileStore tileStore(Stores stores) {
    return stores.tiles();
  }
}
