package onegrid.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import onegrid.store.Account;
import onegrid.store.AuditStore;
import org.springframework.stereotype.Component;

/**
 * Puts attempts to change what is someone else's into the audit trail: a hundred a minute at most,
 * so that nobody can fill the disk with them.
 */
@Component
class RefusedAttempts {
  private static final int MOST_A_MINUTE = 100;
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private final AuditStore audit;
  private final AtomicLong minute = new AtomicLong();
  private final AtomicInteger noted = new AtomicInteger();

  RefusedAttempts(AuditStore audit) {
    this.audit = audit;
  }

  void note(Account account, HttpServletRequest request) {
    String method = request.getMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      return;
    }
    long now = System.nanoTime() / MINUTE_NANOS;
    if (minute.getAndSet(now) != now) {
      noted.set(0);
    }
    if (noted.incrementAndGet() <= MOST_A_MINUTE) {
      audit.append(account.name(), "refused", method + " " + request.getRequestURI(), "");
    }
  }
}
