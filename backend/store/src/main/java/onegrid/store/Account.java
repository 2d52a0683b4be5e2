package onegrid.store;

import java.time.Instant;
import java.util.Set;

/**
 * Someone who may sign in. The hash of the password is read apart, by {@link AccountStore}.
 *
 * @param enabled whether the account may be used
 * @param version grows with every change, for {@code If-Match}
 * @param epoch grows whenever whoever is signed in must sign in again
 * @param divisions codes of 行政区划 it has a right to, each with all below it
 * @param departments names of 部门 whose layers it may hand in
 */
public record Account(
    long id,
    String name,
    Role role,
    boolean enabled,
    long version,
    long epoch,
    Set<String> divisions,
    Set<String> departments,
    Instant createdAt) {

  public Account {
    divisions = Set.copyOf(divisions);
    departments = Set.copyOf(departments);
  }

  /** The part of it that an administrator sets. */
  public AccountRights rights() {
    return new AccountRights(role, enabled, divisions, departments);
  }

  /** What it sees of the places. */
  public Scope scope() {
    return role == Role.ADMINISTRATOR || role == Role.INSPECTOR
        ? new Scope(true, id, divisions)
        : new Scope(false, id, divisions, role == Role.REVIEWER);
  }
}
