package onegrid.server.session;

import org.jspecify.annotations.Nullable;

/** What the page knows of the person in front of it. */
record SessionView(State state, @Nullable User user, Csrf csrf, String version, String commit) {
  enum State {
    /** No account exists. */
    SETUP,
    ANONYMOUS,
    SIGNED_IN
  }

  record User(String name, String role) {}

  /** Every write carries this header with this token. */
  record Csrf(String header, String token) {}
}
