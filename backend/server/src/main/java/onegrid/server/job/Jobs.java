package onegrid.server.job;

/** Where features hand in long work. */
public interface Jobs {

  /**
   * Queues a job.
   *
   * @param work what does it
   * @param order what to do, written as JSON
   * @param orderedBy the account that asks for it
   * @return its number
   */
  long queue(JobWork work, long workspaceId, Object order, String orderedBy);
}
