package onegrid.server.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onegrid.server.Wire;
import onegrid.server.pool.WatchedPool;
import onegrid.store.DrawnCell;
import onegrid.store.JobKind;
import onegrid.store.LayerDraft;
import onegrid.store.LayerRole;
import onegrid.store.Stores;
import onegrid.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever the store was doing when its connection broke, the fault is told from one of ours. */
class LostConnectionTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int ROUNDS = 60;
  private static final int CELLS = 1500;

  private final Random random = new Random(20261130);

  /** Spring writes a page for every rollback that fails. */
  private static final List<Class<?>> TALKATIVE =
      List.of(TransactionTemplate.class, JdbcTransactionManager.class);

  @BeforeAll
  static void quiet() {
    level(LogLevel.OFF);
  }

  @AfterAll
  static void asBefore() {
    level(null);
  }

  private static void level(@Nullable LogLevel level) {
    LoggingSystem logging = LoggingSystem.get(LostConnectionTest.class.getClassLoader());
    TALKATIVE.forEach(type -> logging.setLogLevel(type.getName(), level));
  }

  @Test
  void brokenOffAnywhereItIsTheDatabaseThatIsAway() throws Exception {
    try (Wire wire = new Wire(TestDatabase.emptyUrl());
        WatchedPool pool = pool(wire)) {
      Stores stores = Stores.open(pool);
      long workspace = stores.workspaces().create("断线", false, "试").id();
      LayerDraft draft = draft(workspace);
      long layer = stores.layers().save(draft, "试").id();
      List<Runnable> works =
          List.of(
              () -> stores.layers().save(draft, "试"),
              () -> stores.layers().cells(layer),
              () -> stores.layers().list(workspace),
              () -> stores.jobs().enqueue(workspace, JobKind.IMPORT, "{}", "试"));
      Set<String> unknown = new TreeSet<>();
      int broken = 0;
      for (int round = 0; round < ROUNDS; round++) {
        for (Runnable work : works) {
          Thread cutter = new Thread(() -> cut(wire));
          cutter.start();
          try {
            work.run();
          } catch (RuntimeException e) {
            broken++;
            if (!DatabaseAway.causes(e)) {
              unknown.add(causes(e));
            }
          }
          cutter.join();
        }
      }
      System.out.println("broken off " + broken + " times");
      assertTrue(broken > ROUNDS / 4, broken + " broken off");
      assertEquals(Set.of(), unknown);
    }
  }

  private void cut(Wire wire) {
    try {
      Thread.sleep(random.nextInt(12), random.nextInt(1_000_000));
      wire.cut();
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WatchedPool pool(Wire wire) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(wire.url());
    pool.setConnectionTimeout(2_000);
    return new WatchedPool(pool);
  }

  private static LayerDraft draft(long workspace) {
    List<DrawnCell> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      double west = 118 + i % 60 * 0.001;
      double south = 35 + i / 60 * 0.001;
      cells.add(
          new DrawnCell(
              "Z" + i,
              "",
              i,
              SHAPES.toGeometry(new Envelope(west, west + 0.001, south, south + 0.001))));
    }
    return new LayerDraft(
        workspace, "综治", LayerRole.DEPARTMENT, "断线.geojson", "EPSG:4490", 1, cells, List.of());
  }

  private static String causes(Throwable e) {
    return String.join(
        " < ",
        Stream.iterate(e, t -> t != null, Throwable::getCause).map(String::valueOf).toList());
  }
}
