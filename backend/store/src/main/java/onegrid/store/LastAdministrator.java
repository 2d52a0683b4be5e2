package onegrid.store;

/** A change would leave nobody who can give rights; nothing was written. */
public final class LastAdministrator extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LastAdministrator() {
    super("the last administrator");
  }
}
