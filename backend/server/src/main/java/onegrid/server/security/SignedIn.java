package onegrid.server.security;

import java.io.Serializable;

/**
 * The person behind a request.
 *
 * @param name what the account is called
 * @param role what it may do, as the store writes it
 */
public record SignedIn(String name, String role) implements Serializable {
  private static final long serialVersionUID = 1L;
}
