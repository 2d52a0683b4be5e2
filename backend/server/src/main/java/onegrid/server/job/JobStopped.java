package onegrid.server.job;

/** Thrown through the work of a job that is to stop: called off, taken away, or server closing. */
public final class JobStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobStopped() {
    super("job stopped", null, false, false);
  }
}
