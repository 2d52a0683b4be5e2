package onegrid.store;

/** Someone changed the thing since the writer read it; nothing was written. */
public final class StaleVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long current;

  public StaleVersion(long current) {
    super("the version is " + current + " by now");
    this.current = current;
  }

  /** The version of now. */
  public long current() {
    return current;
  }
}
