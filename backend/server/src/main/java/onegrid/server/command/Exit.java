package onegrid.server.command;

/** How a command ended, for scripts. */
final class Exit {
  static final int DONE = 0;
  static final int NEEDS_DECISION = 1;
  static final int REFUSED = 2;
  static final int OUR_FAULT = 3;

  private Exit() {}
}
