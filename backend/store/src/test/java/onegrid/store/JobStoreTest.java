package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import onegrid.finding.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobStoreTest {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final String LOST = "{\"type\":\"/problems/lost\"}";

  private final Stores stores = TestDatabase.stores();
  private long workspace;

  @BeforeEach
  void open() {
    workspace = stores.workspaces().create("兰山", true, "test").id();
  }

  @Test
  void aJobRunsToItsEnd() {
    long id = stores.jobs().enqueue(workspace, JobKind.IMPORT, "{ \"a\": 1 }", "小王").id();
    JobClaim claim = stores.jobs().claim("w", LEASE).orElseThrow();
    assertEquals("{ \"a\": 1 }", claim.job().order());
    assertEquals("小王", claim.job().orderedBy());
    assertTrue(stores.jobs().claim("w", LEASE).isEmpty());
    Words phase = new Words("读取", "reading");
    assertEquals(JobPulse.GO_ON, stores.jobs().heartbeat(claim, 0.5, phase, LEASE));
    Job running = stores.jobs().find(id).orElseThrow();
    assertEquals(JobState.RUNNING, running.state());
    assertEquals(0.5, running.progress());
    assertEquals(phase, running.phase());
    stores.jobs().done(claim, Optional.of(7L), Optional.empty());
    Job done = stores.jobs().find(id).orElseThrow();
    assertEquals(JobState.DONE, done.state());
    assertEquals(1, done.progress());
    assertEquals(Optional.of(7L), done.layerId());
    assertTrue(done.finishedAt().isPresent());
    assertEquals(List.of(done), stores.jobs().newest(workspace, 50));
  }

  @Test
  void aLostWorkerIsReplacedAndCanWriteNothing() throws InterruptedException {
    enqueue();
    JobClaim lost = stores.jobs().claim("lost", SHORT).orElseThrow();
    Thread.sleep(20);
    assertEquals(1, stores.jobs().requeueExpired(3, LOST));
    JobClaim next = stores.jobs().claim("next", LEASE).orElseThrow();
    assertEquals(lost.job().id(), next.job().id());
    assertEquals(2, next.job().attempts());
    assertEquals(JobPulse.LOST, stores.jobs().heartbeat(lost, 0.9, Words.NONE, LEASE));
    assertFalse(stores.jobs().failed(lost, LOST));
    assertFalse(stores.jobs().giveBack(lost));
    SquareCity city = new SquareCity(2, 2);
    assertThrows(
        LeaseLost.class,
        () ->
            stores.inTransaction(
                () -> {
                  long id =
                      stores.mosaics().save(city.mosaic(workspace, List.of(), 0), "lost").id();
                  stores.jobs().done(lost, Optional.empty(), Optional.of(id));
                  return true;
                }));
    assertTrue(stores.mosaics().list(workspace).isEmpty());
    stores.jobs().done(next, Optional.empty(), Optional.empty());
    assertThrows(
        LeaseLost.class, () -> stores.jobs().done(next, Optional.empty(), Optional.empty()));
  }

  @Test
  void aJobThatKillsItsWorkersFails() throws InterruptedException {
    long id = enqueue();
    for (int i = 0; i < 3; i++) {
      assertTrue(stores.jobs().claim("w", SHORT).isPresent());
      Thread.sleep(20);
      stores.jobs().requeueExpired(3, LOST);
    }
    Job failed = stores.jobs().find(id).orElseThrow();
    assertEquals(JobState.FAILED, failed.state());
    assertEquals(Optional.of(LOST), failed.problem());
  }

  @Test
  void aLiveLeaseIsLeftAlone() {
    enqueue();
    stores.jobs().claim("w", LEASE);
    assertEquals(0, stores.jobs().requeueExpired(3, LOST));
  }

  @Test
  void manyWorkersNeverShareAJob() {
    for (int i = 0; i < 40; i++) {
      enqueue();
    }
    List<CompletableFuture<List<Long>>> workers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      workers.add(CompletableFuture.supplyAsync(this::takeAll));
    }
    List<Long> taken = workers.stream().flatMap(worker -> worker.join().stream()).toList();
    assertEquals(40, taken.size());
    assertEquals(40, new HashSet<>(taken).size());
  }

  private List<Long> takeAll() {
    List<Long> taken = new ArrayList<>();
    for (Optional<JobClaim> claim = stores.jobs().claim("w", LEASE);
        claim.isPresent();
        claim = stores.jobs().claim("w", LEASE)) {
      taken.add(claim.get().job().id());
    }
    return taken;
  }

  @Test
  void aJobIsCalledOff() {
    long waiting = enqueue();
    assertTrue(stores.jobs().cancel(waiting, "test"));
    assertEquals(JobState.CANCELLED, stores.jobs().find(waiting).orElseThrow().state());
    assertFalse(stores.jobs().cancel(waiting, "test"));
    long running = enqueue();
    JobClaim claim = stores.jobs().claim("w", LEASE).orElseThrow();
    assertEquals(running, claim.job().id());
    assertTrue(stores.jobs().cancel(running, "test"));
    assertEquals(JobPulse.CANCEL_ASKED, stores.jobs().heartbeat(claim, 0, Words.NONE, LEASE));
    assertTrue(stores.jobs().cancelled(claim));
    assertEquals(JobState.CANCELLED, stores.jobs().find(running).orElseThrow().state());
  }

  @Test
  void aJobGivenBackIsNotCounted() {
    enqueue();
    assertTrue(stores.jobs().giveBack(stores.jobs().claim("w", LEASE).orElseThrow()));
    assertEquals(1, stores.jobs().claim("w", LEASE).orElseThrow().job().attempts());
  }

  @Test
  void progressIsANumber() {
    enqueue();
    JobClaim claim = stores.jobs().claim("w", LEASE).orElseThrow();
    assertThrows(
        IllegalArgumentException.class,
        () -> stores.jobs().heartbeat(claim, Double.NaN, Words.NONE, LEASE));
  }

  private long enqueue() {
    return stores.jobs().enqueue(workspace, JobKind.MERGE, "{}", "test").id();
  }
}
