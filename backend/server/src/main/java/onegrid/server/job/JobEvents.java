package onegrid.server.job;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells watchers about jobs, each second until the job ends. Watchers hold no thread; one question
 * a second and watched job goes to the database, however many watch it.
 */
@Component
class JobEvents implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
  private static final int MOST_WATCHERS = 500;

  /** A stream ends after this and is asked for anew, with the rights of then. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final JobLedger ledger;
  private final Map<Long, List<SseEmitter>> watchers = new ConcurrentHashMap<>();
  private final AtomicInteger watching = new AtomicInteger();
  private volatile boolean open;
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  JobEvents(JobLedger ledger) {
    this.ledger = ledger;
  }

  /** Begins to tell about a job, with its state of now at once. */
  SseEmitter watch(JobView job) {
    if (watching.get() >= MOST_WATCHERS) {
      throw new Refused(
              ProblemKind.UNAVAILABLE,
              "同时查看进度的人太多，页面会改用定时查询。",
              "Too many watch progress at once; the page asks from time to time instead.")
          .after(Duration.ofSeconds(2));
    }
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    watching.incrementAndGet();
    Runnable leave = () -> leave(job.id(), emitter);
    emitter.onCompletion(leave);
    emitter.onError(e -> leave.run());
    emitter.onTimeout(emitter::complete);
    if (tell(emitter, job) && !job.isOver()) {
      watchers.computeIfAbsent(job.id(), id -> new CopyOnWriteArrayList<>()).add(emitter);
    } else {
      watching.decrementAndGet();
    }
    return emitter;
  }

  private void leave(long id, SseEmitter emitter) {
    watchers.computeIfPresent(
        id,
        (key, list) -> {
          if (list.remove(emitter)) {
            watching.decrementAndGet();
          }
          return list.isEmpty() ? null : list;
        });
  }

  private void tick() {
    for (Map.Entry<Long, List<SseEmitter>> watched : watchers.entrySet()) {
      Optional<JobView> job;
      try {
        job = ledger.find(watched.getKey());
      } catch (RuntimeException e) {
        // Without the database the stream stays silent for now; the page then asks by itself.
        continue;
      }
      for (SseEmitter emitter : watched.getValue()) {
        if (job.isEmpty()) {
          end(emitter);
        } else {
          tell(emitter, job.get());
        }
      }
    }
  }

  /** Whether the watcher is still there. */
  private static boolean tell(SseEmitter emitter, JobView job) {
    try {
      emitter.send(SseEmitter.event().name("job").data(job));
      if (job.isOver()) {
        emitter.complete();
      }
      return true;
    } catch (IOException | RuntimeException e) {
      // Whatever went wrong with one watcher must not stop the clock that serves the others.
      end(emitter);
      return false;
    }
  }

  private static void end(SseEmitter emitter) {
    try {
      emitter.complete();
    } catch (RuntimeException e) {
      LOG.debug("a watcher had left already", e);
    }
  }

  @Override
  public void start() {
    open = true;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            r -> {
              Thread thread = new Thread(r, "job-events");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  /** Open streams would hold up a graceful stop; the page falls back to asking. */
  @Override
  public void stop() {
    open = false;
    clock.shutdownNow();
    watchers.values().stream().flatMap(Collection::stream).forEach(JobEvents::end);
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
