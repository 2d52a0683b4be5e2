package onegrid.store;

/** What a worker is told when it reports progress. */
public enum JobPulse {
  GO_ON,
  /** Someone asked to stop the job: end it with {@link JobStore#cancelled}. */
  CANCEL_ASKED,
  /** The job belongs to someone else by now, or is gone: stop, and write nothing. */
  LOST
}
