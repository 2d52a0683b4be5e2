package onegrid.server.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onegrid.store.Account;
import onegrid.store.AccountStore;
import org.springframework.stereotype.Component;

/**
 * How accounts stand right now: a disabled account, or one with a new role or password, is out
 * within a second on every server, and at once on the one where it was changed.
 */
@Component
public class Standings {
  private static final long GOOD_FOR_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int REMEMBERED = 4096;

  private final AccountStore accounts;
  private final Map<Long, Seen> seen = new ConcurrentHashMap<>();

  Standings(AccountStore accounts) {
    this.accounts = accounts;
  }

  private record Seen(Optional<Account> account, long atNanos) {}

  /** The account of someone who signed in, unless that is worth nothing any more. */
  Optional<Account> of(SignedIn user) {
    return account(user.id())
        .filter(account -> account.enabled() && account.epoch() == user.epoch());
  }

  /** The account, for a token: those outlive a new password, but not the account. */
  Optional<Account> enabled(long id) {
    return account(id).filter(Account::enabled);
  }

  /** To be called after a change of an account. */
  public void forget(long id) {
    seen.remove(id);
  }

  private Optional<Account> account(long id) {
    long now = System.nanoTime();
    Seen known = seen.get(id);
    if (known != null && now - known.atNanos < GOOD_FOR_NANOS) {
      return known.account;
    }
    if (seen.size() > REMEMBERED) {
      seen.clear();
    }
    Optional<Account> account = accounts.find(id);
    seen.put(id, new Seen(account, now));
    return account;
  }
}
