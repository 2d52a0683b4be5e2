package onegrid.server.security;

import java.util.Optional;
import onegrid.store.Account;
import onegrid.store.GroundStore.Ground;
import onegrid.store.Role;

/**
 * Who asks, as the account stands right now, and the ground that the request is about. Controllers
 * take it as the request attribute {@value #ATTRIBUTE}.
 *
 * @param ground empty when the request is about no ground
 */
public record Asker(Account account, Optional<Ground> ground) {
  public static final String ATTRIBUTE = "onegrid.asker";

  public String name() {
    return account.name();
  }

  public boolean is(Role role) {
    return account.role() == role;
  }

  /** Whether the asker may change the ground as a whole. */
  public boolean changesGround() {
    return ground.map(Ground::changes).orElse(false);
  }
}
