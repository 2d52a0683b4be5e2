package onegrid.server.account;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PlainName;
import onegrid.server.security.Secret;
import onegrid.server.security.SignedIn;
import onegrid.store.ApiToken;
import onegrid.store.TokenStore;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/account/tokens")
class TokenController {
  private static final int MOST_TOKENS = 20;
  private static final int MOST_DAYS = 366;

  /**
   * A wish for a token.
   *
   * @param mayWrite whether it may change what the account may
   * @param days how long it lasts, 1 to 366
   */
  record Wish(String name, boolean mayWrite, int days) {
    Wish {
      Objects.requireNonNull(name, "name");
    }
  }

  record TokenView(
      long id, String name, boolean mayWrite, OffsetDateTime createdAt, OffsetDateTime expiresAt) {
    static TokenView of(ApiToken token) {
      ZoneId zone = ZoneId.systemDefault();
      return new TokenView(
          token.id(),
          token.name(),
          token.mayWrite(),
          token.createdAt().atZone(zone).toOffsetDateTime(),
          token.expiresAt().atZone(zone).toOffsetDateTime());
    }
  }

  /** A new token: the one time that its secret is told. */
  record Made(String secret, TokenView token) {}

  private final TokenStore tokens;

  TokenController(TokenStore tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  List<TokenView> list(@AuthenticationPrincipal SignedIn user) {
    return tokens.list(user.id()).stream().map(TokenView::of).toList();
  }

  @PostMapping
  ResponseEntity<Made> create(@RequestBody Wish wish, @AuthenticationPrincipal SignedIn user) {
    String name = PlainName.of(wish.name());
    if (wish.days() < 1 || wish.days() > MOST_DAYS) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "有效期须为 1 到 " + MOST_DAYS + " 天。",
          "A token lasts 1 to " + MOST_DAYS + " days.");
    }
    if (tokens.list(user.id()).size() >= MOST_TOKENS) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "最多 " + MOST_TOKENS + " 个令牌，请先删除不用的。",
          "At most " + MOST_TOKENS + " tokens; delete some first.");
    }
    String secret = Secret.random();
    ApiToken made =
        tokens.create(
            user.id(),
            name,
            Secret.hash(secret),
            wish.mayWrite(),
            Duration.ofDays(wish.days()),
            user.name());
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new Made(secret, TokenView.of(made)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
    if (!tokens.delete(user.id(), id, user.name())) {
      throw Refused.notFound("令牌", "token");
    }
  }
}
