package onegrid.server.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import onegrid.finding.Words;

/**
 * One run of one job, as its work sees it. Progress is kept here and written to the database by the
 * heartbeat, so that telling it costs nothing. Safe across threads.
 */
public final class JobRun {
  /** Why a run is to stop. */
  enum Stop {
    NONE,
    /** A person called the job off. */
    CANCELLED,
    /** The lease ran out or another server holds the job now; nothing of this run may be stored. */
    LOST,
    /** This server is closing; another one takes the job up. */
    CLOSING
  }

  /** How often a run that waits for work beside asks whether it is to stop. */
  private static final long LOOK_MILLISECONDS = 100;

  private final long id;
  private final long workspaceId;
  private final String order;
  private final String orderedBy;
  private volatile Words phase = Words.NONE;
  private volatile double share;
  private volatile Stop stop = Stop.NONE;

  JobRun(long id, long workspaceId, String order, String orderedBy) {
    this.id = id;
    this.workspaceId = workspaceId;
    this.order = order;
    this.orderedBy = orderedBy;
  }

  public long id() {
    return id;
  }

  public long workspaceId() {
    return workspaceId;
  }

  /** What is to be done, as JSON; known to the {@link JobWork} of this kind only. */
  public String order() {
    return order;
  }

  /** The account that asked for it. */
  public String orderedBy() {
    return orderedBy;
  }

  /**
   * Tells how far the work has come.
   *
   * @param share of the whole job, 0 to 1
   * @throws JobStopped if the work is to stop here
   */
  public void reached(Words phase, double share) {
    note(phase, share);
    check();
  }

  /** Tells how far the work has come, from any of its threads; progress never goes back. */
  public synchronized void note(Words phase, double share) {
    if (share >= this.share) {
      this.phase = phase;
      this.share = Math.min(1, share);
    }
  }

  /** Whether the work may go on; for work that must not be left by an exception. */
  public boolean goesOn() {
    return stop == Stop.NONE;
  }

  /**
   * Asks whether the work may go on.
   *
   * @throws JobStopped if not
   */
  public void check() {
    if (!goesOn()) {
      throw new JobStopped();
    }
  }

  /**
   * Does work that looks at nothing but its own, such as building a network: in a thread beside,
   * which is left to come to its end alone when the run is to stop, so that calling a job off takes
   * effect at once. Nothing may be stored by such work.
   *
   * @throws JobStopped if the run is to stop before the work has ended
   */
  public <T> T beside(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(() -> JobThreads.inJob(work));
    Thread thread = new Thread(task, "job-" + id + "-beside");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return task.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        check();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException known) {
          throw known;
        }
        if (e.getCause() instanceof Error fatal) {
          throw fatal;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new JobStopped();
      }
    }
  }

  Words phase() {
    return phase;
  }

  double share() {
    return share;
  }

  Stop stop() {
    return stop;
  }

  /** The first reason stays. */
  synchronized void stop(Stop reason) {
    if (stop == Stop.NONE) {
      stop = reason;
    }
  }
}
