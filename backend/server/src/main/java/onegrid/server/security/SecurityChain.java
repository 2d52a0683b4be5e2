package onegrid.server.security;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.List;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.ProblemWriter;
import onegrid.store.Stores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may reach what. The page itself is public; all that it shows is behind a sign-in. */
@Configuration
@EnableWebSecurity
class SecurityChain {

  /** First of all, so that nothing reads a body that will be refused for its size. */
  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(
      @Value("${onegrid.limits.json-bytes}") long jsonBytes,
      @Value("${onegrid.limits.upload-bytes}") long uploadBytes) {
    FilterRegistrationBean<BodyLimit> filter =
        new FilterRegistrationBean<>(new BodyLimit(jsonBytes, uploadBytes));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<ScopeFilter> scopeFilter() {
    FilterRegistrationBean<ScopeFilter> filter = new FilterRegistrationBean<>(new ScopeFilter());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    return filter;
  }

  /**
   * Behind the chain of Spring Security, so that it knows who asks. The container makes filters
   * before anything else, so the stores are looked for only when they are needed.
   */
  @Bean
  FilterRegistrationBean<OncePerKey> oncePerKey(ObjectProvider<Stores> stores) {
    FilterRegistrationBean<OncePerKey> filter =
        new FilterRegistrationBean<>(new OncePerKey(stores::getObject));
    filter.setOrder(0);
    filter.addUrlPatterns("/api/*");
    return filter;
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      CsrfTokenRepository csrfTokens,
      SecurityContextRepository contexts,
      TokenCheck tokens)
      throws IOException {
    String policy = PagePolicy.of(new ClassPathResource("META-INF/resources/index.html"));
    return http.csrf(
            csrf -> csrf.csrfTokenRepository(csrfTokens).csrfTokenRequestHandler(new HeaderCsrf()))
        .authorizeHttpRequests(
            ask ->
                ask.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers("/api/session", "/api/setup", "/api/login")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .requestMatchers("/actuator/health", "/actuator/health/*")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .oauth2ResourceServer(
            bearer ->
                bearer
                    .authenticationEntryPoint(signInFirst())
                    .accessDeniedHandler(no())
                    .opaqueToken(
                        opaque -> opaque.introspector(tokens).authenticationConverter(tokens)))
        .securityContext(context -> context.securityContextRepository(contexts))
        .exceptionHandling(e -> e.authenticationEntryPoint(signInFirst()).accessDeniedHandler(no()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .crossOriginOpenerPolicy(
                        coop -> coop.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(), geolocation=(), microphone=()")))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    return new HttpSessionCsrfTokenRepository();
  }

  @Bean
  SecurityContextRepository contexts() {
    return new HttpSessionSecurityContextRepository();
  }

  /** What happens to a session when its user becomes known: a new id and a new token. */
  @Bean
  SessionAuthenticationStrategy onSignIn(CsrfTokenRepository csrfTokens) {
    CsrfAuthenticationStrategy newToken = new CsrfAuthenticationStrategy(csrfTokens);
    newToken.setRequestHandler(new HeaderCsrf());
    return new CompositeSessionAuthenticationStrategy(
        List.of(new ChangeSessionIdAuthenticationStrategy(), newToken));
  }

  /** For addresses that the firewall refuses: encoded slashes, traversal, TRACE. */
  @Bean
  RequestRejectedHandler rejected() {
    return (request, response, e) ->
        ProblemWriter.write(
            response,
            ProblemKind.BAD_REQUEST,
            "地址或请求头中有不允许的字符。",
            "The address or a header holds characters that are not allowed.");
  }

  private static AuthenticationEntryPoint signInFirst() {
    return (request, response, e) -> {
      ProblemWriter.write(
          response, ProblemKind.NOT_SIGNED_IN, "请先登录，再重试。", "Sign in, then try again.");
    };
  }

  private static AccessDeniedHandler no() {
    return (request, response, e) -> {
      if (e instanceof CsrfException) {
        ProblemWriter.write(
            response,
            ProblemKind.STALE_PAGE,
            "页面已过期，请刷新后重试。",
            "The page is stale; reload it, then try again.");
      } else {
        ProblemWriter.write(
            response, ProblemKind.FORBIDDEN, "您的角色不能这样做。", "Your role does not allow this.");
      }
    };
  }
}
