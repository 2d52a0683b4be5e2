package onegrid.server.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import onegrid.finding.Words;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.Job;
import onegrid.store.JobKind;
import onegrid.store.JobState;
import onegrid.store.Stores;
import onegrid.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Jobs end once: done, refused, called off, or taken up again after a loss. */
class JobWorkersTest {
  private static final Words BUSY = new Words("正忙", "busy");

  private final Stores stores = TestDatabase.stores();
  private final long workspaceId = stores.workspaces().create("甲", false, "test").id();
  private final JobLedger ledger =
      new JobLedger(stores, stores.jobs(), JsonMapper.builder().build());
  private final Waiting work = new Waiting();
  private JobWorkers workers = new JobWorkers(ledger, List.of(work), 1);

  /** Work that goes on until it is stopped or let go. */
  private static final class Waiting implements JobWork {
    final CountDownLatch begun = new CountDownLatch(1);
    final AtomicInteger kept = new AtomicInteger();
    final AtomicInteger cleared = new AtomicInteger();
    volatile boolean letGo;

    @Override
    public String name() {
      return "waiting";
    }

    @Override
    public JobKind kind() {
      return JobKind.IMPORT;
    }

    @Override
    public Supplier<JobResult> run(JobRun run) {
      begun.countDown();
      if (run.order().contains("refuse")) {
        throw new Refused(ProblemKind.FILE_REFUSED, "不行", "no");
      }
      while (!letGo) {
        run.reached(BUSY, 0.5);
        pause();
      }
      return () -> {
        kept.incrementAndGet();
        return JobResult.nothing();
      };
    }

    @Override
    public void ended(String order) {
      cleared.incrementAndGet();
    }
  }

  @BeforeEach
  void start() {
    workers.start();
  }

  @AfterEach
  void stop() {
    workers.stop();
  }

  @Test
  void jobIsDoneOnceAndClearedAway() {
    work.letGo = true;
    long id = queue("go");
    until(() -> job(id).state() == JobState.DONE);
    until(() -> work.cleared.get() == 1);
    assertEquals(1, work.kept.get());
  }

  @Test
  void refusalIsTheProblemOfTheJob() {
    long id = queue("refuse");
    until(() -> job(id).state() == JobState.FAILED);
    JobView view = ledger.find(id).orElseThrow();
    assertEquals(
        "/problems/file-refused", Optional.ofNullable(view.problem()).orElseThrow().type());
    assertEquals(0, work.kept.get());
  }

  @Test
  void progressIsSeenAndCancellingTakesASecondOrTwo() throws InterruptedException {
    long id = queue("go");
    work.begun.await();
    until(() -> job(id).progress() == 0.5 && job(id).phase().equals(BUSY));
    long start = System.nanoTime();
    assertTrue(ledger.cancel(id, "test"));
    until(() -> job(id).state() == JobState.CANCELLED);
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4000);
    assertEquals(0, work.kept.get());
    until(() -> work.cleared.get() == 1);
  }

  @Test
  void closingGivesTheJobBackAndAnotherServerEndsIt() throws InterruptedException {
    long id = queue("go");
    work.begun.await();
    workers.stop();
    assertEquals(JobState.QUEUED, job(id).state());
    work.letGo = true;
    workers = new JobWorkers(ledger, List.of(work), 1);
    workers.start();
    until(() -> job(id).state() == JobState.DONE);
    assertEquals(1, work.kept.get());
  }

  @Test
  void jobOfALostServerIsTakenUpAgain() {
    workers.stop();
    long id = queue("go");
    // A server that dies right after it has taken the job up: nobody renews this lease.
    assertTrue(stores.jobs().claim("lost", Duration.ofMillis(1)).isPresent());
    work.letGo = true;
    workers = new JobWorkers(ledger, List.of(work), 1);
    workers.start();
    until(() -> job(id).state() == JobState.DONE);
    assertEquals(1, work.kept.get());
    assertEquals(2, job(id).attempts());
  }

  private long queue(String what) {
    return workers.queue(work, workspaceId, Map.of("what", what), "test");
  }

  private Job job(long id) {
    return stores.jobs().find(id).orElseThrow();
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "still not so after 20 s");
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
