package onegrid.server.account;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import onegrid.store.Account;
import onegrid.store.Role;

/** An account as it goes over the wire. */
record AccountView(
    long id,
    String name,
    Role role,
    boolean enabled,
    List<String> divisions,
    List<String> departments,
    OffsetDateTime createdAt,
    long version) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id(),
        account.name(),
        account.role(),
        account.enabled(),
        account.divisions().stream().sorted().toList(),
        account.departments().stream().sorted().toList(),
        account.createdAt().atZone(ZoneId.systemDefault()).toOffsetDateTime(),
        account.version());
  }
}
