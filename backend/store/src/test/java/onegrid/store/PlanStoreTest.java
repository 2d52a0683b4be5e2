package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlanStoreTest {
  private final Stores stores = TestDatabase.stores();
  private final long workspace = stores.workspaces().create("兰山", true, "test").id();
  private final long mosaic =
      stores.mosaics().save(new SquareCity(2, 2).mosaic(workspace, List.of(), 0), "test").id();
  private final Plan plan = stores.plans().create(mosaic, "春季调整", "小王");

  @Test
  void theLogKeepsItsOrder() {
    assertEquals(
        new PlanAppend.Kept(2),
        stores.plans().append(plan.id(), 0, List.of(transfer("u1"), transfer("u2")), "小王"));
    assertEquals(
        new PlanAppend.Kept(3), stores.plans().append(plan.id(), 2, List.of(transfer("u3")), "小李"));
    List<PlanLine> log = stores.plans().log(plan.id(), 1);
    assertEquals(List.of(2L, 3L), log.stream().map(PlanLine::seq).toList());
    assertEquals(List.of("小王", "小李"), log.stream().map(PlanLine::who).toList());
    assertEquals(transfer("u3"), log.get(1).operation());
    assertEquals(3, stores.plans().find(plan.id()).orElseThrow().lastSeq());
    assertEquals(1, stores.plans().list(mosaic).size());
  }

  @Test
  void whoHasNotSeenTheNewestLineIsShownIt() {
    stores.plans().append(plan.id(), 0, List.of(transfer("u1")), "小王");
    PlanAppend.Behind behind =
        assertInstanceOf(
            PlanAppend.Behind.class,
            stores.plans().append(plan.id(), 0, List.of(transfer("u1")), "小李"));
    assertEquals(1, behind.lastSeq());
    assertEquals("小王", behind.unseen().get(0).who());
    assertEquals(1, stores.plans().log(plan.id(), 0).size());
  }

  @Test
  void ofManyWhoWriteAtOnceOneIsFirst() {
    List<CompletableFuture<PlanAppend>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PlanOperation mine = transfer("u" + i);
      writers.add(
          CompletableFuture.supplyAsync(
              () -> stores.plans().append(plan.id(), 0, List.of(mine), "某人")));
    }
    long kept = writers.stream().filter(writer -> writer.join() instanceof PlanAppend.Kept).count();
    assertEquals(1, kept);
    assertEquals(1, stores.plans().log(plan.id(), 0).size());
  }

  @Test
  void aPlanThatIsNotThereIsMissing() {
    assertEquals(
        new PlanAppend.Missing(), stores.plans().append(-1, 0, List.of(transfer("u")), "某人"));
  }

  private static PlanOperation transfer(String unit) {
    return new PlanOperation("TRANSFER", List.of(unit), "{\"cell\": 1}", "{\"cell\": 2}", "按居民意见");
  }
}
