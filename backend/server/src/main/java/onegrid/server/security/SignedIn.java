package onegrid.server.security;

import java.io.Serializable;

/**
 * The person or program behind a request, as known when it signed in. What it may do is looked up
 * anew for every request: see {@link Standings}.
 *
 * @param id the account
 * @param epoch of the account at sign-in; when it has grown since, this is worth nothing
 * @param name what the account is called
 * @param role what it may do, as the store writes it
 * @param mayWrite whether it may change anything; false for tokens that only read
 * @param byToken whether a program signed in by a token
 */
public record SignedIn(
    long id, long epoch, String name, String role, boolean mayWrite, boolean byToken)
    implements Serializable {
  private static final long serialVersionUID = 2L;
}
