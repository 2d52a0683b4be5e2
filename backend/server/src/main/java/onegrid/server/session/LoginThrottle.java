package onegrid.server.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed sign-ins: ten a minute for one name from one address, sixty for one address. Kept
 * in memory, for the last few thousand pairs; safe across threads.
 */
final class LoginThrottle {
  private static final int OF_A_NAME = 10;
  private static final int OF_AN_ADDRESS = 60;
  private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int REMEMBERED = 8192;

  private final Map<String, Deque<Long>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** How long to wait before the next try, or nothing when it may be made now. */
  synchronized Optional<Duration> wait(String address, String name) {
    long now = System.nanoTime();
    long nanos =
        Math.max(wait(address, OF_AN_ADDRESS, now), wait(pair(address, name), OF_A_NAME, now));
    return nanos <= 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos).plusSeconds(1));
  }

  synchronized void failed(String address, String name) {
    long now = System.nanoTime();
    failures.computeIfAbsent(address, k -> new ArrayDeque<>()).add(now);
    failures.computeIfAbsent(pair(address, name), k -> new ArrayDeque<>()).add(now);
  }

  synchronized void succeeded(String address, String name) {
    failures.remove(pair(address, name));
  }

  private long wait(String key, int most, long now) {
    Deque<Long> times = failures.get(key);
    if (times == null) {
      return 0;
    }
    times.removeIf(time -> now - time > WINDOW_NANOS);
    return times.size() < most ? 0 : times.getFirst() + WINDOW_NANOS - now;
  }

  private static String pair(String address, String name) {
    return address + ' ' + name.toLowerCase(Locale.ROOT);
  }
}
