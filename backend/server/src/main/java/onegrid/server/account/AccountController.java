package onegrid.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.server.security.Passwords;
import onegrid.server.security.PlainName;
import onegrid.server.security.Standings;
import onegrid.store.Account;
import onegrid.store.AccountRights;
import onegrid.store.AccountStore;
import onegrid.store.LastAdministrator;
import onegrid.store.PlaceStore;
import onegrid.store.PlaceStore.DivisionName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {
  record NewAccount(
      String name,
      String password,
      String role,
      @Nullable List<@Nullable String> divisions,
      @Nullable List<@Nullable String> departments) {
    NewAccount {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(password, "password");
      Objects.requireNonNull(role, "role");
    }
  }

  /** What to change of an account; null leaves a thing as it is. */
  record Change(
      @Nullable String role,
      @Nullable Boolean enabled,
      @Nullable List<@Nullable String> divisions,
      @Nullable List<@Nullable String> departments) {}

  record Password(String password) {
    Password {
      Objects.requireNonNull(password, "password");
    }
  }

  private final AccountStore accounts;
  private final PlaceStore places;
  private final Passwords passwords;
  private final Standings standings;

  AccountController(
      AccountStore accounts, PlaceStore places, Passwords passwords, Standings standings) {
    this.accounts = accounts;
    this.places = places;
    this.passwords = passwords;
    this.standings = standings;
  }

  @GetMapping("/api/accounts")
  List<AccountView> list() {
    return accounts.list().stream().map(AccountView::of).toList();
  }

  @GetMapping("/api/accounts/{id}")
  ResponseEntity<AccountView> one(@PathVariable long id) {
    return answer(known(id));
  }

  @PostMapping("/api/accounts")
  ResponseEntity<AccountView> create(
      @RequestBody NewAccount wish, @RequestAttribute(Asker.ATTRIBUTE) Asker asker) {
    String name = PlainName.of(wish.name());
    AccountRights rights =
        new AccountRights(
            RightsWish.role(wish.role()),
            true,
            RightsWish.divisions(wish.divisions()),
            RightsWish.departments(wish.departments()));
    String hash = passwords.hash(wish.password(), name);
    Account made =
        accounts
            .create(name, rights, hash, asker.name())
            .orElseThrow(
                () ->
                    new Refused(
                        ProblemKind.IN_THE_WAY,
                        "已有名为“" + name + "”的账号，请换一个名称。",
                        "There is an account called \"" + name + "\"; choose another name."));
    return ResponseEntity.created(URI.create("/api/accounts/" + made.id()))
        .eTag(IfMatch.etag(made.version()))
        .body(AccountView.of(made));
  }

  @PatchMapping("/api/accounts/{id}")
  ResponseEntity<AccountView> change(
      @PathVariable long id,
      @RequestBody Change change,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    Account before = known(id);
    String role = change.role();
    Boolean enabled = change.enabled();
    Set<String> divisions =
        change.divisions() == null ? before.divisions() : RightsWish.divisions(change.divisions());
    Set<String> departments =
        change.departments() == null
            ? before.departments()
            : RightsWish.departments(change.departments());
    AccountRights rights =
        new AccountRights(
            role == null ? before.role() : RightsWish.role(role),
            enabled == null ? before.enabled() : enabled,
            divisions,
            departments);
    try {
      Account after =
          accounts
              .setRights(id, IfMatch.version(request), rights, asker.name())
              .orElseThrow(AccountController::unknown);
      standings.forget(id);
      return answer(after);
    } catch (LastAdministrator e) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "这是最后一个可用的管理员，不能停用或改变角色。请先设另一位管理员。",
          "This is the last administrator; name another one first.");
    }
  }

  @PutMapping("/api/accounts/{id}/password")
  ResponseEntity<AccountView> setPassword(
      @PathVariable long id,
      @RequestBody Password wish,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    Account before = known(id);
    String hash = passwords.hash(wish.password(), before.name());
    Account after =
        accounts
            .changePassword(id, Optional.of(IfMatch.version(request)), hash, asker.name())
            .orElseThrow(AccountController::unknown);
    standings.forget(id);
    return answer(after);
  }

  /** The divisions there are names for, to choose rights from. */
  @GetMapping("/api/divisions")
  List<DivisionName> divisions() {
    return places.divisionNames();
  }

  private Account known(long id) {
    return accounts.find(id).orElseThrow(AccountController::unknown);
  }

  private static ResponseEntity<AccountView> answer(Account account) {
    return ResponseEntity.ok().eTag(IfMatch.etag(account.version())).body(AccountView.of(account));
  }

  private static Refused unknown() {
    return Refused.notFound("账号", "account");
  }
}
