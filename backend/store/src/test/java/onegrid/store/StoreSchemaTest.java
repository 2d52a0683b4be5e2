package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class StoreSchemaTest {

  @Test
  void manyMayMigrateAtOnceAndAgain() {
    DataSource source = TestDatabase.empty();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> StoreSchema.migrate(source)),
            CompletableFuture.runAsync(() -> StoreSchema.migrate(source)))
        .join();
    assertTrue(Stores.open(source).workspaces().list().isEmpty());
  }

  @Test
  void everyColumnOfShapesHasItsFrameItsIndexAndItsCheck() {
    DataSource source = TestDatabase.empty();
    StoreSchema.migrate(source);
    Database database = new Database(source);
    List<String> columns =
        database
            .sql(
                """
                SELECT f_table_name || ' ' || srid || ' ' ||
                  (SELECT count(*) FROM pg_constraint
                    WHERE conname = f_table_name || '_shape_sound') || ' ' ||
                  (SELECT count(*) FROM pg_indexes WHERE schemaname = 'onegrid'
                    AND indexname = f_table_name || '_shape')
                FROM geometry_columns WHERE f_table_schema = 'onegrid' ORDER BY 1
                """)
            .query(String.class)
            .list();
    assertEquals(
        List.of(
            "arc 4490 1 1",
            "barrier 4490 1 1",
            "building 4490 1 1",
            "cell 4490 1 1",
            "compound 4490 1 1",
            "conflict 4490 1 1",
            "coverage_band 4490 1 1",
            "coverage_building 4490 1 1",
            "crossing 4490 1 1",
            "division 4490 1 1",
            "gate 4490 1 1",
            "landmark 4490 1 1",
            "protected_border 4490 1 1",
            "railway 4490 1 1",
            "road 4490 1 1",
            "station 4490 1 1",
            "unit 4490 1 1",
            "water 4490 1 1"),
        columns);
  }

  @Test
  void noColumnHoldsPersonsButAccounts() {
    DataSource source = TestDatabase.empty();
    StoreSchema.migrate(source);
    List<String> personal =
        new Database(source)
            .sql(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'onegrid' AND column_name ~*
                  '(person|resident|phone|mobile|tel|id_?(card|number)|birth|sex|gender|health|party_member|religion|room|face|track|caller)'
                ORDER BY 1
                """)
            .query(String.class)
            .list();
    assertEquals(List.of(), personal);
  }
}
