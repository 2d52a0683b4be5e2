package onegrid.store;

/** A worker tried to end a job that it no longer holds. Its transaction must not be kept. */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(long jobId, long token) {
    super("job " + jobId + " is no longer held with token " + token);
  }
}
