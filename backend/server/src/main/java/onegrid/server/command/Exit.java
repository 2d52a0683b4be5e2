package onegrid.server.command;

/** How a command ended, for scripts. */
public final class Exit {
  public static final int DONE = 0;
  public static final int NEEDS_DECISION = 1;
  public static final int REFUSED = 2;
  public static final int OUR_FAULT = 3;

  private Exit() {}
}
