package onegrid.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import onegrid.store.Scope;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request sees nothing of the stores until {@link RightsGate} knows whose it is. */
final class ScopeFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Scope.bind(Scope.NOTHING);
    try {
      chain.doFilter(request, response);
    } finally {
      Scope.unbind();
    }
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
