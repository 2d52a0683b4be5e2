package onegrid.server.security;

import java.util.List;
import java.util.Map;
import onegrid.store.Account;
import onegrid.store.ApiToken;
import onegrid.store.TokenStore;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/**
 * Looks bearer tokens up. They are opaque: nothing that a client writes into one is believed, so
 * there is no signature to forge and a token that was ended is out at once.
 */
@Component
class TokenCheck implements OpaqueTokenIntrospector, OpaqueTokenAuthenticationConverter {
  private static final String USER = "onegrid.user";

  private final TokenStore tokens;
  private final Standings standings;

  TokenCheck(TokenStore tokens, Standings standings) {
    this.tokens = tokens;
    this.standings = standings;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    ApiToken known =
        tokens.alive(Secret.hash(token)).orElseThrow(() -> new BadOpaqueTokenException("no token"));
    Account account =
        standings
            .enabled(known.accountId())
            .orElseThrow(() -> new BadOpaqueTokenException("no account"));
    SignedIn user =
        new SignedIn(
            account.id(),
            account.epoch(),
            account.name(),
            account.role().name(),
            known.mayWrite(),
            true);
    return new DefaultOAuth2AuthenticatedPrincipal(account.name(), Map.of(USER, user), List.of());
  }

  @Override
  public Authentication convert(String token, OAuth2AuthenticatedPrincipal principal) {
    SignedIn user = (SignedIn) principal.getAttributes().get(USER);
    if (user == null) {
      throw new BadOpaqueTokenException("no account");
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        user, null, List.of(new SimpleGrantedAuthority("ROLE_" + user.role())));
  }
}
