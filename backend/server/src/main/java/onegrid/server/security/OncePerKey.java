package onegrid.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.ProblemWriter;
import onegrid.store.OnceStore.Answer;
import onegrid.store.Stores;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with the header {@code Idempotency-Key} has its effect once, however often it is sent
 * within a day, at the same time too, and over a {@code kill -9}: the key, the effect and the
 * answer are kept in one transaction. A refusal keeps nothing, so it may be tried again.
 */
final class OncePerKey extends OncePerRequestFilter {
  private static final String HEADER = "Idempotency-Key";

  private final Supplier<Stores> stores;

  OncePerKey(Supplier<Stores> stores) {
    this.stores = stores;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    Authentication asker = SecurityContextHolder.getContext().getAuthentication();
    if (key == null
        || !request.getMethod().equals("POST")
        || asker == null
        || !(asker.getPrincipal() instanceof SignedIn user)) {
      chain.doFilter(request, response);
      return;
    }
    if (!key.matches("[!-~]{1,100}")) {
      ProblemWriter.write(
          response,
          ProblemKind.BAD_REQUEST,
          "Idempotency-Key 须为 1 到 100 个可见的 ASCII 字符。",
          "Idempotency-Key has 1 to 100 visible ASCII characters.");
      return;
    }
    RequestPrint print = RequestPrint.of(request);
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    Optional<Answer> before;
    try {
      before = stores.get().inTransaction(() -> once(user.id(), key, print, kept, chain));
    } catch (NotKept refused) {
      before = Optional.empty();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Broken e) {
      throw e.fault;
    }
    if (before.isPresent()) {
      repeat(before.get(), print, kept);
    }
    kept.copyBodyToResponse();
  }

  private Optional<Answer> once(
      long account,
      String key,
      RequestPrint print,
      ContentCachingResponseWrapper kept,
      FilterChain chain) {
    Optional<Answer> before = stores.get().once().begin(account, key, print.print());
    if (before.isPresent()) {
      return before;
    }
    try {
      chain.doFilter(print.request(), kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Broken(e);
    }
    if (kept.getStatus() >= 400) {
      throw new NotKept();
    }
    stores
        .get()
        .once()
        .end(
            account,
            key,
            new Answer(
                print.print(),
                kept.getStatus(),
                header(kept, "Content-Type"),
                header(kept, "Location"),
                header(kept, "ETag"),
                kept.getContentAsByteArray()));
    return Optional.empty();
  }

  private static void repeat(Answer answer, RequestPrint print, HttpServletResponse response)
      throws IOException {
    if (!answer.fingerprint().equals(print.print())) {
      ProblemWriter.write(
          response,
          ProblemKind.UNPROCESSABLE,
          "这个 Idempotency-Key 已用于另一个请求，请换一个。",
          "This Idempotency-Key belongs to another request; choose a new one.");
      return;
    }
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    set(response, "Content-Type", answer.contentType());
    set(response, "Location", answer.location());
    set(response, "ETag", answer.etag());
    response.getOutputStream().write(answer.body());
  }

  private static void set(HttpServletResponse response, String name, String value) {
    if (!value.isEmpty()) {
      response.setHeader(name, value);
    }
  }

  private static String header(HttpServletResponse response, String name) {
    String value =
        name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
    return value == null ? "" : value;
  }

  /** The request was refused: its transaction is not to be kept. */
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKept() {
      super("refused", null, false, false);
    }
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ServletException fault;

    Broken(ServletException fault) {
      super(fault);
      this.fault = fault;
    }
  }
}
