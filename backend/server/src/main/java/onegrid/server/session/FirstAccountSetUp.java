package onegrid.server.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Passwords;
import onegrid.server.security.PlainName;
import onegrid.server.security.Secret;
import onegrid.server.security.SignedIn;
import onegrid.store.Account;
import onegrid.store.AccountStore;
import onegrid.store.SetupUse;
import org.springframework.stereotype.Component;

/**
 * Makes the first account. Whoever can read the console owns the machine, so the link printed there
 * is proof enough; of its token only the hash is kept, for 24 hours, and it works once.
 */
@Component
class FirstAccountSetUp {
  private static final Duration LASTS = Duration.ofHours(24);

  /**
   * A link.
   *
   * @param voided how many earlier ones it put out of use that were still good
   */
  record Offer(String token, int voided) {}

  private final AccountStore accounts;
  private final Passwords passwords;

  FirstAccountSetUp(AccountStore accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  boolean isNeeded() {
    return !accounts.any();
  }

  /** A new token, which puts every earlier one out of use. */
  Offer offer() {
    String token = Secret.random();
    return new Offer(token, accounts.offerSetup(Secret.hash(token), LASTS));
  }

  /**
   * Makes the account of the administrator.
   *
   * @throws Refused from another machine, with a wrong, late or used token, or a weak password
   */
  SignedIn create(String token, String givenName, String password, String address) {
    if (!isLoopback(address)) {
      throw new Refused(
          ProblemKind.FORBIDDEN,
          "首个账号只能在服务器本机上创建。",
          "The first account is made on the machine of the server itself.");
    }
    String hash = Secret.hash(token);
    refuse(accounts.setupState(hash));
    String name = PlainName.of(givenName);
    String passwordHash = passwords.hash(password, name);
    SetupUse use = accounts.useSetup(hash, name, passwordHash);
    refuse(use.outcome());
    return signedIn(use.account().orElseThrow());
  }

  static SignedIn signedIn(Account account) {
    return new SignedIn(
        account.id(), account.epoch(), account.name(), account.role().name(), true, false);
  }

  private static void refuse(SetupUse.Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case USED ->
          throw new Refused(
              ProblemKind.USED_UP, "这个链接已经用过。请直接登录。", "This link has been used. Sign in instead.");
      case UNKNOWN, EXPIRED ->
          throw new Refused(
              ProblemKind.FORBIDDEN,
              "链接无效、已过期，或者之后又有服务在同一数据库上启动，换了新链接。请使用最近一次启动时控制台上的链接。",
              "The link is wrong or too old, or a service that was started later over the same"
                  + " database has printed a new one. Use the newest link on a console.");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
