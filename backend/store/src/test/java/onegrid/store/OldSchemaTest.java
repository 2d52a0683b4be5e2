package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Databases of every older schema, with rows as they were written then, come up to date and still
 * tell everything. What a schema brought is in the fixture of its number; a fixture says how rows
 * were written from its schema on, so a database holds those of all schemas up to its own.
 */
class OldSchemaTest {
  private static final int FIRST_WITH_ROWS = 2;

  /** Of schema 1, which makes PostGIS and takes the longest; the others begin as copies of it. */
  private static final DataSource FIRST = TestDatabase.empty();

  static {
    StoreSchema.steps(FIRST).target("1").load().migrate();
  }

  @TestFactory
  Stream<DynamicTest> everySchemaComesUpToDate() {
    return versions()
        .map(version -> DynamicTest.dynamicTest("from schema " + version, () -> comesUp(version)));
  }

  @Test
  void schemasComeInOrder() {
    List<Integer> versions = versions().toList();
    assertEquals(versions, List.copyOf(new TreeSet<>(versions)));
    // A step that makes or widens tables says with a fixture what rows look like from then on.
    assertTrue(versions.stream().filter(version -> fixture(version).isPresent()).count() >= 9);
  }

  private static Stream<Integer> versions() {
    return Arrays.stream(StoreSchema.steps(FIRST).load().info().all())
        .map(MigrationInfo::getVersion)
        // The making of the schema itself is a step without a number.
        .filter(Objects::nonNull)
        .map(version -> Integer.valueOf(version.getVersion()));
  }

  private static void comesUp(int version) {
    DataSource source = TestDatabase.copy(FIRST);
    Flyway old = StoreSchema.steps(source).target(Integer.toString(version)).load();
    old.migrate();
    Database database = new Database(source);
    IntStream.rangeClosed(FIRST_WITH_ROWS, version)
        .forEach(
            step ->
                fixture(step).ifPresent(sql -> database.write(() -> database.sql(sql).update())));
    if (version >= 4) {
      Stores.over(source).audit().append("老管理员", "test.begin", "workspace 1", "");
    }
    Map<String, Long> before = counts(database);

    Stores stores = Stores.open(source);

    Map<String, Long> after = counts(database);
    before.forEach((table, rows) -> assertEquals(rows, after.get(table), table));
    if (version >= 2) {
      ground(stores);
    }
    if (version >= 3) {
      mosaic(stores);
    }
    if (version >= 4) {
      people(stores, version);
    }
    if (version >= 12) {
      assertEquals(96, stores.coverages().find(1).orElseThrow().totals().people());
      assertEquals("S1", stores.coverages().building(1, "B1").orElseThrow().station());
    }
    if (version >= 13) {
      assertEquals("老河", stores.places().borders(1).get(0).name());
      assertEquals(3.5, stores.mosaics().inputs(1).get(0).report().drift().largestMetres());
    }
    if (version >= 14) {
      handIns(stores);
    }
    if (version >= 11) {
      // Schema 16 tells units of published cells their cell; on the older ones that happens now.
      assertEquals("W1", cellOfUnit(database));
    }
    if (version >= 16) {
      assertEquals(Optional.of(1L), stores.jobs().find(3).orElseThrow().mosaicId());
      assertEquals("老方案二", stores.plans().find(2).orElseThrow().name());
    }
    // And what is written from now on stands beside it.
    Workspace made = stores.workspaces().create("新工作区", false, "新人");
    assertTrue(stores.workspaces().find(made.id()).isPresent());
    assertEquals(Optional.empty(), stores.audit().verify().firstBroken());
  }

  private static void ground(Stores stores) {
    Workspace workspace = stores.workspaces().find(1).orElseThrow();
    assertEquals("老工作区", workspace.name());
    assertEquals(4548, workspace.epsg().orElseThrow());
    assertEquals(96, stores.places().buildings(1).get(0).people());
    assertEquals("老小区", stores.places().compounds(1).get(0).name());
    assertEquals("老站", stores.places().stations(1).get(0).name());
    assertEquals("老路", stores.places().walks().roads(1).get(0).name());
    assertEquals("C1", stores.places().walks().gates(1).get(0).compoundCode());
    assertTrue(stores.places().knowsDepartment(1, "综治"));
    TileAddress tile = new TileAddress(14, 13578, 6486);
    assertTrue(stores.tiles().base(1, tile).isPresent());
  }

  private static void mosaic(Stores stores) {
    assertEquals("综治", stores.layers().list(1).get(0).name());
    assertEquals("Z1", stores.layers().cells(1).get(0).code());
    assertEquals(1, stores.layers().findingCounts(1).size());
    StoredMosaic mosaic = stores.mosaics().find(1).orElseThrow();
    assertEquals(96, mosaic.people());
    assertEquals("{\"old\": true}", stores.mosaics().reportJson(1).orElseThrow());
    LonLat middle = new LonLat(118.355, 35.055);
    assertEquals("U1", stores.mosaics().unitAt(1, middle).orElseThrow().id());
    assertEquals(1, stores.mosaics().inputs(1).size());
  }

  private static void people(Stores stores, int version) {
    Account account = stores.accounts().find("老管理员").orElseThrow().account();
    assertEquals(Role.ADMINISTRATOR, account.role());
    assertTrue(account.enabled());
    assertEquals(Optional.of(1L), stores.jobs().find(1).orElseThrow().mosaicId());
    assertEquals(JobState.QUEUED, stores.jobs().find(2).orElseThrow().state());
    Plan plan = stores.plans().find(1).orElseThrow();
    assertEquals(1, plan.lastSeq());
    assertEquals("RENAME", stores.plans().log(1, 0, 10).get(0).operation().verb());
    if (version >= 10) {
      assertEquals(7, stores.workspaces().find(1).orElseThrow().version());
      assertEquals("老令牌", stores.tokens().alive("a".repeat(64)).orElseThrow().name());
    }
    if (version >= 11) {
      assertEquals(Optional.of(account.id()), plan.ownerId());
      assertEquals(1, stores.plans().snapshot(1, 0).orElseThrow().bytes().length);
      assertEquals("W1", stores.cells().list(1).get(0).code());
    }
  }

  private static void handIns(Stores stores) {
    assertEquals("老墙", stores.places().walks().barriers(1).get(0).name());
    assertEquals(2, stores.places().walks().crossings(1).size());
    StoredGround handIn = stores.places().parts().list(1).get(0);
    assertEquals("老路.zip", handIn.file());
    assertTrue(handIn.dataEnds().isPresent());
    assertEquals(1, stores.places().parts().findingCounts(handIn.id()).size());
  }

  private static String cellOfUnit(Database database) {
    return database
        .sql("SELECT cell FROM onegrid.unit WHERE code = 'U1'")
        .query(String.class)
        .single();
  }

  /** How many rows each table holds, but for the history of the schema itself. */
  private static Map<String, Long> counts(Database database) {
    Map<String, Long> counts = new TreeMap<>();
    database
        .sql(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'onegrid' AND table_name <> 'schema_history'
              AND table_name NOT LIKE 'audit%'
            """)
        .query(String.class)
        .list()
        .forEach(
            table ->
                counts.put(
                    table,
                    database
                        .sql("SELECT count(*) FROM onegrid." + table)
                        .query(Long.class)
                        .single()));
    return counts;
  }

  private static Optional<String> fixture(int version) {
    String name = "/onegrid/store/fixture/V" + version + ".sql";
    try (InputStream in = OldSchemaTest.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
