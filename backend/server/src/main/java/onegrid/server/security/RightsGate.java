package onegrid.server.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.Account;
import onegrid.store.GroundStore;
import onegrid.store.GroundStore.Ground;
import onegrid.store.GroundStore.Thing;
import onegrid.store.Role;
import onegrid.store.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Where rights are enforced, for every endpoint and before anything of the request is read: the
 * account as it stands, its role by {@link EndpointRules}, the thing that the address names by the
 * scope of the store. What is out of scope is answered as if it did not exist.
 */
@Component
class RightsGate implements HandlerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(RightsGate.class);

  /** For what is not ours: the description of the endpoints. */
  private static final EndpointRule SIGNED_IN = EndpointRule.of(EnumSet.allOf(Role.class));

  private final Standings standings;
  private final GroundStore grounds;
  private final RefusedAttempts attempts;

  RightsGate(Standings standings, GroundStore grounds, RefusedAttempts attempts) {
    this.standings = standings;
    this.grounds = grounds;
    this.attempts = attempts;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)
        || !request.getRequestURI().startsWith("/api/")) {
      return true;
    }
    String pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    boolean ours = method.getBeanType().getName().startsWith("onegrid.");
    EndpointRule rule = ours ? rule(verb(request) + " " + pattern) : SIGNED_IN;
    if (rule.open()) {
      return true;
    }
    SignedIn user = user();
    Account account = account(user, request);
    checkRole(rule, user, account, request);
    Scope.bind(account.scope());
    Optional<Ground> ground = ground(rule, account, request);
    if (rule.ifMatch()) {
      IfMatch.version(request);
    }
    request.setAttribute(Asker.ATTRIBUTE, new Asker(account, ground));
    return true;
  }

  /** HEAD asks what GET would answer. */
  private static String verb(HttpServletRequest request) {
    return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
  }

  private static EndpointRule rule(String endpoint) {
    return EndpointRules.of(endpoint)
        .orElseThrow(
            () -> {
              LOG.error("no rule says who may {}", endpoint);
              return forbidden();
            });
  }

  private static SignedIn user() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
      return user;
    }
    throw signInFirst();
  }

  private Account account(SignedIn user, HttpServletRequest request) {
    Optional<Account> account = user.byToken() ? standings.enabled(user.id()) : standings.of(user);
    if (account.isEmpty()) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      throw signInFirst();
    }
    return account.get();
  }

  private static void checkRole(
      EndpointRule rule, SignedIn user, Account account, HttpServletRequest request) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (!rule.roles().contains(account.role())
        || rule.personal() && user.byToken()
        || !reads && !user.mayWrite()) {
      throw forbidden();
    }
  }

  private Optional<Ground> ground(EndpointRule rule, Account account, HttpServletRequest request) {
    if (rule.thing().isEmpty()) {
      return Optional.empty();
    }
    Thing thing = rule.thing().get();
    long id;
    try {
      id = StrictNumbers.whole(variable(request, rule.variable()));
    } catch (NumberFormatException e) {
      // Named by the controller as what it is: a malformed address.
      return Optional.empty();
    }
    Optional<Ground> ground = grounds.of(thing, id);
    if (ground.isEmpty()) {
      attempts.note(account, request);
      throw notFound(thing);
    }
    if (rule.changes() && !ground.get().changes()) {
      attempts.note(account, request);
      throw new Refused(
          ProblemKind.FORBIDDEN,
          "这里不在您负责的区划内，您可以查看，不能修改。",
          "This is outside the divisions you answer for: you may look, not change.");
    }
    return ground;
  }

  private static String variable(HttpServletRequest request, String name) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map ? String.valueOf(map.get(name)) : "";
  }

  private static Refused notFound(Thing thing) {
    return switch (thing) {
      case WORKSPACE -> Refused.notFound("工作区", "workspace");
      case LAYER -> Refused.notFound("图层", "layer");
      case COVERAGE -> Refused.notFound("覆盖结果", "coverage");
      case MOSAIC -> Refused.notFound("合并结果", "mosaic");
      case JOB -> Refused.notFound("任务", "job");
      case PLAN -> Refused.notFound("方案", "plan");
    };
  }

  private static Refused forbidden() {
    return new Refused(ProblemKind.FORBIDDEN, "您的角色不能这样做。", "Your role does not allow this.");
  }

  private static Refused signInFirst() {
    return new Refused(ProblemKind.NOT_SIGNED_IN, "请先登录，再重试。", "Sign in, then try again.");
  }
}
