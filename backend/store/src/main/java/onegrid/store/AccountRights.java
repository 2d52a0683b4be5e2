package onegrid.store;

import java.util.Set;

/** What an account may do, and where; the part of an account that an administrator sets. */
public record AccountRights(
    Role role, boolean enabled, Set<String> divisions, Set<String> departments) {

  public AccountRights {
    divisions = Set.copyOf(divisions);
    departments = Set.copyOf(departments);
  }

  /** An enabled account of a role without rights to any division. */
  public static AccountRights of(Role role) {
    return new AccountRights(role, true, Set.of(), Set.of());
  }
}
