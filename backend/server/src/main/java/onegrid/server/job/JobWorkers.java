package onegrid.server.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import onegrid.server.problem.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that do jobs. Each claims the oldest job that nobody holds, holds it by a lease that
 * the heartbeat renews every second, and writes its end under the same claim, so that a job taken
 * up elsewhere after a loss has one effect. Closing gives the running jobs back.
 */
@Component
class JobWorkers implements Jobs, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final JobLedger ledger;
  private final Map<String, JobWork> works;
  private final int threads;
  private final Semaphore news = new Semaphore(0);
  private final Set<JobHold> running = ConcurrentHashMap.newKeySet();
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean open;
  private ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

  JobWorkers(
      JobLedger ledger, List<JobWork> works, @Value("${onegrid.job-threads:2}") int threads) {
    this.ledger = ledger;
    this.works = works.stream().collect(Collectors.toMap(JobWork::name, Function.identity()));
    this.threads = threads;
  }

  @Override
  public long queue(JobWork work, long workspaceId, Object order, String orderedBy) {
    long id = ledger.queue(work, workspaceId, order, orderedBy);
    news.release();
    return id;
  }

  @Override
  public void start() {
    open = true;
    heart = Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "job-heart"));
    // Asks as requests do: a heartbeat that waits for minutes would be none.
    heart.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    for (int i = 1; i <= threads; i++) {
      Thread worker = daemon(() -> JobThreads.inJob(this::work), "job-" + i);
      workers.add(worker);
      worker.start();
    }
  }

  /**
   * Tells a job that runs here at once; one that runs elsewhere hears of it by its heartbeat. What
   * lies on disk for a job that nobody had taken up is cleared away: no run will.
   */
  void calledOff(long id) {
    for (JobHold hold : running) {
      if (hold.run().id() == id) {
        hold.run().stop(JobRun.Stop.CANCELLED);
        return;
      }
    }
    ledger.ifCancelled(
        id,
        (name, order) -> {
          JobWork work = works.get(name);
          if (work != null) {
            work.ended(order);
          }
        });
  }

  @Override
  public void stop() {
    open = false;
    running.forEach(hold -> hold.run().stop(JobRun.Stop.CLOSING));
    news.release(threads);
    long until = System.nanoTime() + CLOSING.toNanos();
    for (Thread worker : workers) {
      try {
        worker.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    workers.clear();
    heart.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  private boolean work() {
    while (open) {
      try {
        JobHold hold = ledger.claim().orElse(null);
        if (hold == null) {
          boolean told = news.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
          LOG.trace("looking for jobs, told: {}", told);
        } else {
          carryOut(hold);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } catch (RuntimeException e) {
        if (DatabaseAway.causes(e)) {
          LOG.warn("jobs wait for the database: {}", e.getClass().getSimpleName());
        } else {
          LOG.error("a job could not be taken up or ended", e);
        }
        pause();
      }
    }
    return true;
  }

  private void carryOut(JobHold hold) {
    JobWork work = works.get(hold.work());
    if (work == null) {
      throw new IllegalStateException("no such work: " + hold.work());
    }
    running.add(hold);
    try {
      new JobEnd(ledger, work, hold).carryOut();
    } finally {
      running.remove(hold);
    }
  }

  private void beat() {
    for (JobHold hold : running) {
      try {
        ledger.beat(hold);
      } catch (RuntimeException e) {
        // The lease may still be renewed at the next beat; if not, the ledger says LOST.
        LOG.warn("no heartbeat for job {}: {}", hold.run().id(), e.getClass().getSimpleName());
        ledger.missed(hold);
      }
    }
    try {
      ledger.takeFromTheLost();
    } catch (RuntimeException e) {
      LOG.debug("lost jobs wait for the database: {}", e.getClass().getSimpleName());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AROUND.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
