package onegrid.merge;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;

/** Runs the steps of a merge, many tiles at a time; keeps time and hears when it is called off. */
final class MergeRun implements AutoCloseable {
  private static final long ASK_EVERY_MILLISECONDS = 200;
  private static final long LAST_WORD_SECONDS = 1;

  private final MergeProgress progress;
  private final int threads;
  private final ExecutorService workers;
  private final AtomicLong cpuNanos = new AtomicLong();
  private final List<MergeReport.PhaseReport> phases = new ArrayList<>();
  private MergePhase phase = MergePhase.AREA;
  private long phaseStart = System.nanoTime();
  private long phaseCpuStart = threadCpu();
  private volatile double lastShare;

  MergeRun(int threads, MergeProgress progress) {
    this.progress = progress;
    this.threads = threads;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  private static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Ends the step before and begins the next. */
  void begin(MergePhase next) {
    end();
    phase = next;
    phaseStart = System.nanoTime();
    phaseCpuStart = threadCpu();
    cpuNanos.set(0);
    HeapPeak.reset();
    tell(0);
  }

  void end() {
    phases.removeIf(p -> p.phase() == phase);
    phases.add(
        new MergeReport.PhaseReport(
            phase,
            (System.nanoTime() - phaseStart) / 1e9,
            (threadCpu() - phaseCpuStart + cpuNanos.get()) / 1e9,
            HeapPeak.bytes()));
  }

  List<MergeReport.PhaseReport> phases() {
    return phases;
  }

  void tell(double share) {
    lastShare = share;
    if (!progress.goesOn(phase, share)) {
      throw new CancellationException("merge called off");
    }
  }

  /**
   * Does the same for 0 to n - 1 on all workers; tells of {@code from} to {@code to} of the step.
   */
  void each(int n, double from, double to, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    List<Future<Void>> futures = new ArrayList<>();
    for (int t = 0; t < Math.min(n, threads); t++) {
      Callable<Void> worker =
          () -> {
            long start = threadCpu();
            for (int i = next.getAndIncrement(); i < n; i = next.getAndIncrement()) {
              work.accept(i);
              tell(from + (to - from) * done.incrementAndGet() / n);
            }
            cpuNanos.addAndGet(threadCpu() - start);
            return null;
          };
      futures.add(workers.submit(worker));
    }
    try {
      for (Future<Void> f : futures) {
        await(f);
      }
    } finally {
      next.set(n);
    }
  }

  /** Does one thing on a worker, where it can be called off on the way. */
  <T> T alone(Callable<T> work) {
    return await(workers.submit(timed(work)));
  }

  /** Does two things that need not know of each other, on two workers if there are two. */
  <A, B, T> T both(Callable<A> one, Callable<B> other, BiFunction<A, B, T> joined) {
    Future<A> first = workers.submit(timed(one));
    Future<B> second = workers.submit(timed(other));
    return joined.apply(await(first), await(second));
  }

  private <T> Callable<T> timed(Callable<T> work) {
    return () -> {
      long start = threadCpu();
      try {
        return work.call();
      } finally {
        cpuNanos.addAndGet(threadCpu() - start);
      }
    };
  }

  /** Waits for a worker, asking meanwhile whether the merge goes on. */
  private <T> T await(Future<T> work) {
    while (true) {
      try {
        return work.get(ASK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        tell(lastShare);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("merge interrupted");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Lets go of the workers; those still at work find that they are called off. */
  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(LAST_WORD_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
