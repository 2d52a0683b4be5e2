package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class AuditStoreTest {
  private final DataSource source = TestDatabase.empty();
  private final Stores stores = Stores.open(source);
  private final Database database = new Database(source);

  @BeforeEach
  void write() {
    for (int i = 1; i <= 5; i++) {
      stores.workspaces().create("第" + i, true, "小王");
    }
  }

  @Test
  void everyWriteLeavesItsLine() {
    assertEquals(new AuditVerdict(5, Optional.empty()), stores.audit().verify());
    AuditLine newest = stores.audit().newest(Long.MAX_VALUE, 2).get(0);
    assertEquals("workspace.create", newest.verb());
    assertEquals("小王", newest.actor());
    assertEquals("第5", newest.detail());
    assertEquals(4, stores.audit().newest(newest.seq(), 1).get(0).seq());
  }

  @Test
  void aWriteThatIsTakenBackLeavesNoLine() {
    assertThrows(
        IllegalStateException.class,
        () ->
            stores.inTransaction(
                () -> {
                  stores.workspaces().create("不要", true, "小王");
                  throw new IllegalStateException("no");
                }));
    assertEquals(5, stores.audit().verify().lines());
  }

  @Test
  void manyWritersMakeOneChain() {
    List<CompletableFuture<Workspace>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String name = "并行" + i;
      writers.add(
          CompletableFuture.supplyAsync(() -> stores.workspaces().create(name, true, "多人")));
    }
    writers.forEach(CompletableFuture::join);
    assertEquals(new AuditVerdict(25, Optional.empty()), stores.audit().verify());
  }

  @Test
  void theTableOnlyGrows() {
    assertThrows(
        DataAccessException.class,
        () -> database.sql("UPDATE onegrid.audit SET detail = '' WHERE seq = 3").update());
    assertThrows(
        DataAccessException.class, () -> database.sql("DELETE FROM onegrid.audit").update());
    assertThrows(DataAccessException.class, () -> database.sql("TRUNCATE onegrid.audit").update());
  }

  @Test
  void aChangedLineShows() {
    force("UPDATE onegrid.audit SET actor = '小李' WHERE seq = 3");
    assertEquals(Optional.of(3L), stores.audit().verify().firstBroken());
  }

  @Test
  void aMissingLineShows() {
    force("DELETE FROM onegrid.audit WHERE seq = 2");
    assertEquals(Optional.of(2L), stores.audit().verify().firstBroken());
  }

  @Test
  void aCutEndShows() {
    force("DELETE FROM onegrid.audit WHERE seq >= 5");
    AuditVerdict verdict = stores.audit().verify();
    assertEquals(Optional.of(5L), verdict.firstBroken());
    assertTrue(!verdict.isWhole());
  }

  /** What someone with all rights could do. */
  private void force(String sql) {
    database.write(
        () -> {
          database.sql("ALTER TABLE onegrid.audit DISABLE TRIGGER ALL").update();
          database.sql(sql).update();
          return database.sql("ALTER TABLE onegrid.audit ENABLE TRIGGER ALL").update();
        });
  }
}
