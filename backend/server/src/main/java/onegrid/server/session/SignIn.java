package onegrid.server.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onegrid.server.OneGridServer;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Passwords;
import onegrid.server.security.SignedIn;
import onegrid.server.security.Standings;
import onegrid.store.Account;
import onegrid.store.AccountStore;
import onegrid.store.AccountStore.Credentials;
import onegrid.store.AuditStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Checks who someone is, and makes a session theirs. */
@Component
class SignIn {
  private static final Duration ANONYMOUS_SESSION = Duration.ofMinutes(20);

  private final AccountStore accounts;
  private final AuditStore audit;
  private final Passwords passwords;
  private final Standings standings;
  private final SessionAuthenticationStrategy onSignIn;
  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository csrfTokens;
  private final LoginThrottle throttle = new LoginThrottle();
  private final String commit;

  SignIn(
      AccountStore accounts,
      AuditStore audit,
      Passwords passwords,
      Standings standings,
      SessionAuthenticationStrategy onSignIn,
      SecurityContextRepository contexts,
      CsrfTokenRepository csrfTokens,
      @Value("${onegrid.commit:}") String commit) {
    this.accounts = accounts;
    this.audit = audit;
    this.passwords = passwords;
    this.standings = standings;
    this.onSignIn = onSignIn;
    this.contexts = contexts;
    this.csrfTokens = csrfTokens;
    this.commit = commit;
  }

  /**
   * Who this is.
   *
   * @throws Refused after too many failures, or when name and password do not belong together;
   *     whether the name exists cannot be told from the answer nor from the time it takes
   */
  SignedIn check(String name, String password, String address) {
    throttle
        .wait(address, name)
        .ifPresent(
            wait -> {
              throw new Refused(
                      ProblemKind.TOO_MANY_REQUESTS,
                      "尝试次数过多，请 " + wait.toSeconds() + " 秒后再试。",
                      "Too many tries; wait " + wait.toSeconds() + " seconds.")
                  .after(wait);
            });
    Optional<Credentials> account = accounts.find(name.strip());
    // A disabled account is checked like any other, and answered like one that does not exist.
    boolean right = passwords.matches(password, account.map(Credentials::passwordHash));
    if (!right || account.filter(known -> known.account().enabled()).isEmpty()) {
      throttle.failed(address, name);
      throw new Refused(
          ProblemKind.WRONG_PASSWORD, "用户名或密码不对，请重新输入。", "Name or password is wrong; try again.");
    }
    throttle.succeeded(address, name);
    Account known = account.get().account();
    audit.append(known.name(), "session.enter", "account " + known.id(), "");
    return FirstAccountSetUp.signedIn(known);
  }

  /**
   * Gives someone who is signed in another password. Everyone else who is signed in with the
   * account has to sign in again; its tokens stay.
   *
   * @throws Refused if the old one is wrong, too often so, or the new one too weak
   */
  SignedIn changePassword(SignedIn user, String before, String after, String address) {
    check(user.name(), before, address);
    String hash = passwords.hash(after, user.name());
    Account changed =
        accounts
            .changePassword(user.id(), Optional.empty(), hash, user.name())
            .orElseThrow(() -> Refused.notFound("账号", "account"));
    standings.forget(user.id());
    return FirstAccountSetUp.signedIn(changed);
  }

  /** Makes the session that of a user: under a new id, with a new token. */
  SessionView enter(SignedIn user, HttpServletRequest request, HttpServletResponse response) {
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(
            user, null, List.of(new SimpleGrantedAuthority("ROLE_" + user.role())));
    onSignIn.onAuthentication(authentication, request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    // A session that was short while nobody had signed in lasts as configured from here on.
    request
        .getSession()
        .setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * 60);
    return view(user, request, response);
  }

  void leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  SessionView view(
      @Nullable SignedIn user, HttpServletRequest request, HttpServletResponse response) {
    CsrfToken token = csrfTokens.loadDeferredToken(request, response).get();
    if (user == null) {
      request.getSession().setMaxInactiveInterval((int) ANONYMOUS_SESSION.toSeconds());
    }
    return new SessionView(
        state(user),
        user == null ? null : new SessionView.User(user.name(), user.role()),
        new SessionView.Csrf(token.getHeaderName(), token.getToken()),
        version(),
        commit);
  }

  private SessionView.State state(@Nullable SignedIn user) {
    if (user != null) {
      return SessionView.State.SIGNED_IN;
    }
    return accounts.any() ? SessionView.State.ANONYMOUS : SessionView.State.SETUP;
  }

  private static String version() {
    String version = OneGridServer.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
