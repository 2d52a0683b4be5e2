package onegrid.server;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import onegrid.server.job.JobThreads;
import onegrid.server.pool.WatchedPool;
import onegrid.server.problem.DatabaseAway;
import onegrid.store.AccountStore;
import onegrid.store.AuditStore;
import onegrid.store.CoverageStore;
import onegrid.store.GroundStore;
import onegrid.store.JobStore;
import onegrid.store.LayerStore;
import onegrid.store.MosaicStore;
import onegrid.store.PlaceStore;
import onegrid.store.Stores;
import onegrid.store.TileStore;
import onegrid.store.TokenStore;
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
  private static final int REQUEST_CONNECTIONS = 16;
  private static final int JOB_CONNECTIONS = 6;
  private static final int REQUEST_ANSWER_SECONDS = 4;
  private static final int JOB_ANSWER_SECONDS = 300;
  private static final Duration WAIT_AT_START = Duration.ofSeconds(20);

  @Bean
  DataSource dataSource(DataSourceProperties properties) {
    return JobThreads.routed(
        pool(properties, "requests", REQUEST_CONNECTIONS, REQUEST_ANSWER_SECONDS),
        pool(properties, "jobs", JOB_CONNECTIONS, JOB_ANSWER_SECONDS));
  }

  private static WatchedPool pool(
      DataSourceProperties properties, String name, int connections, int answerSeconds) {
    HikariDataSource pool =
        properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    pool.setPoolName(name);
    pool.setMaximumPoolSize(connections);
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
    return new WatchedPool(pool);
  }

  /**
   * Brings the schema up to date before anything is served. A database that is just starting, as
   * after a power cut, is waited for.
   */
  @Bean
  Stores stores(DataSource source) {
    long end = System.nanoTime() + WAIT_AT_START.toNanos();
    while (true) {
      try {
        return JobThreads.inJob(() -> Stores.open(source));
      } catch (RuntimeException e) {
        if (!DatabaseAway.causes(e) || System.nanoTime() > end) {
          throw e;
        }
        LOG.warn("数据库还连不上，再等一会 / waiting for the database");
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
  CoverageStore coverageStore(Stores stores) {
    return stores.coverages();
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

  @Bean
  AuditStore auditStore(Stores stores) {
    return stores.audit();
  }

  @Bean
  TokenStore tokenStore(Stores stores) {
    return stores.tokens();
  }

  @Bean
  GroundStore groundStore(Stores stores) {
    return stores.grounds();
  }
}
