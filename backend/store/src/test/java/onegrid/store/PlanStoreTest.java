package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class PlanStoreTest {
  private static final String START = "0".repeat(64);

  private final Stores stores = TestDatabase.stores();
  private final long workspace = stores.workspaces().create("兰山", true, "test").id();
  private final long mosaic =
      stores.mosaics().save(new SquareCity(2, 2).mosaic(workspace, List.of(), 0), "test").id();
  private final long owner = account("小王", Role.PLANNER);
  private final long colleague = account("小李", Role.PLANNER);
  private final Plan plan =
      stores
          .plans()
          .create(mosaic, "春季调整", owner, new PlanSnapshot(0, START, new byte[] {1, 2}), "小王");

  @AfterEach
  void seeEverythingAgain() {
    Scope.unbind();
  }

  private long account(String name, Role role) {
    return stores.accounts().create(name, role, "hash", "test").orElseThrow().id();
  }

  @Test
  void theLogKeepsItsOrder() {
    assertEquals(START, plan.digest());
    assertEquals(1, append("小王", transfer("u1", 'a'), transfer("u2", 'b')));
    assertEquals(3, append("小李", transfer("u3", 'c')));
    List<PlanLine> log = stores.plans().log(plan.id(), 1, 10);
    assertEquals(List.of(2L, 3L), log.stream().map(PlanLine::seq).toList());
    assertEquals(List.of("小王", "小李"), log.stream().map(PlanLine::who).toList());
    assertEquals(transfer("u3", 'c'), log.get(1).operation());
    Plan after = stores.plans().find(plan.id()).orElseThrow();
    assertEquals(3, after.lastSeq());
    assertEquals("c".repeat(64), after.digest());
    assertEquals(plan.version(), after.version());
    assertEquals(1, stores.plans().log(plan.id(), 0, 1).size());
    assertTrue(stores.plans().wrote(plan.id(), "小李"));
    assertFalse(stores.plans().wrote(plan.id(), "小张"));
  }

  @Test
  void nobodyWritesBehindALineThatTheyHaveNotSeen() {
    append("小王", transfer("u1", 'a'));
    assertThrows(
        IllegalStateException.class,
        () -> stores.plans().append(plan, List.of(transfer("u2", 'b')), "小李"));
    assertEquals(1, stores.plans().log(plan.id(), 0, 10).size());
  }

  @Test
  void whoLocksStandsInLineAndNothingIsLost() {
    List<CompletableFuture<Long>> writers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      PlanOperation mine = transfer("u" + i, 'd');
      writers.add(CompletableFuture.supplyAsync(() -> append("某人", mine)));
    }
    assertEquals(
        136, writers.stream().mapToLong(CompletableFuture::join).sum(), "1 to 16, each once");
    assertEquals(16, stores.plans().log(plan.id(), 0, 100).size());
  }

  @Test
  void theLogIsNeverRewritten() {
    DataSource source = TestDatabase.empty();
    StoreSchema.migrate(source);
    Database database = new Database(source);
    assertThrows(
        DataAccessException.class,
        () -> database.sql("UPDATE onegrid.plan_operation SET who = 'x'").update());
  }

  @Test
  void ofTheSnapshotsTheStartAndTheNewestStay() {
    PlanStore plans = stores.plans();
    plans.saveSnapshot(plan.id(), new PlanSnapshot(5, START, new byte[] {5}));
    plans.saveSnapshot(plan.id(), new PlanSnapshot(9, START, new byte[] {9}));
    assertArrayEquals(new byte[] {9}, plans.snapshot(plan.id(), 9).orElseThrow().bytes());
    assertArrayEquals(new byte[] {1, 2}, plans.snapshot(plan.id(), 8).orElseThrow().bytes());
  }

  @Test
  void aPlanIsSeenByWhomItsStateAllows() {
    Scope own = new Scope(false, owner, Set.of());
    Scope other = new Scope(false, colleague, Set.of());
    Scope reviewer = new Scope(false, colleague, Set.of(), true);
    assertSeen(PlanState.DRAFT, own, true);
    assertSeen(PlanState.DRAFT, other, false);
    assertSeen(PlanState.DRAFT, reviewer, false);
    assertSeen(PlanState.SUBMITTED, other, false);
    assertSeen(PlanState.SUBMITTED, reviewer, true);
    assertSeen(PlanState.REVIEWED, other, false);
    assertSeen(PlanState.FILED, other, true);
    assertSeen(PlanState.IN_FORCE, other, true);
    assertSeen(PlanState.IN_FORCE, Scope.NOTHING, false);
    step(PlanState.DRAFT);
    stores.plans().change(locked(), "夏季调整", Set.of(colleague), "小王");
    assertSeen(PlanState.DRAFT, other, true);
    assertTrue(stores.plans().find(plan.id()).orElseThrow().isWorkedOnBy(colleague));
  }

  private void assertSeen(PlanState state, Scope scope, boolean seen) {
    step(state);
    Scope.bind(scope);
    assertEquals(seen, stores.plans().find(plan.id()).isPresent(), state + " " + scope);
    assertEquals(seen ? 1 : 0, stores.plans().list(workspace).size(), state + " " + scope);
    assertEquals(
        seen, stores.grounds().of(GroundStore.Thing.PLAN, plan.id()).isPresent(), state.name());
    Scope.unbind();
  }

  @Test
  void everyStepIsKeptWithItsReason() {
    step(PlanState.SUBMITTED);
    Plan back = step(PlanState.DRAFT);
    assertEquals(plan.version() + 2, back.version());
    List<PlanStep> steps = stores.plans().steps(plan.id());
    assertEquals(
        List.of(PlanState.SUBMITTED, PlanState.DRAFT),
        steps.stream().map(PlanStep::state).toList());
    assertEquals("看过", steps.get(0).note());
    assertTrue(
        stores.audit().newest(Long.MAX_VALUE, 10).stream()
            .anyMatch(line -> line.verb().equals("plan.submitted")));
  }

  @Test
  void aSubmittedPlanTakesNoOperation() {
    step(PlanState.SUBMITTED);
    assertThrows(IllegalStateException.class, () -> append("小王", transfer("u1", 'a')));
  }

  @Test
  void cellsOfAVersionComeBackAsTheyWereKept() {
    List<GridCellRow> cells =
        List.of(
            new GridCellRow("甲", "东门", "BASE", "A", false, List.of("A-1", "A-2")),
            new GridCellRow("乙", "旧格", "EXCLUSIVE", "A", true, List.of()));
    stores.cells().save(mosaic, cells);
    assertEquals(cells, stores.cells().list(mosaic));
  }

  @Test
  void aPlanGoesWithItsLog() {
    append("小王", transfer("u1", 'a'));
    stores.plans().delete(locked(), "小王");
    assertTrue(stores.plans().find(plan.id()).isEmpty());
    assertEquals(List.of(), stores.plans().log(plan.id(), 0, 10));
  }

  private Plan locked() {
    return stores.plans().find(plan.id()).orElseThrow();
  }

  private Plan step(PlanState state) {
    return stores.plans().step(locked(), state, "看过", "小赵");
  }

  private long append(String who, PlanOperation... operations) {
    return stores.inTransaction(
        () ->
            stores
                .plans()
                .append(stores.plans().lock(plan.id()).orElseThrow(), List.of(operations), who));
  }

  private static PlanOperation transfer(String unit, char digest) {
    return new PlanOperation(
        "TRANSFER",
        List.of("u" + unit),
        "{\"units\": [1]}",
        "{\"cell\": 1}",
        "{\"cell\": 2}",
        List.of("u" + unit, "c甲"),
        List.of("u" + unit),
        String.valueOf(digest).repeat(64),
        "按居民意见");
  }
}
