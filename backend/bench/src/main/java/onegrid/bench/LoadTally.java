package onegrid.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long the answers took, by kind, and what they were. For many threads. */
final class LoadTally {
  /** What people ask for. */
  enum Kind {
    TILE,
    READ,
    COVERAGE,
    EDIT
  }

  private static final long SPAN_SECONDS = 30;
  private static final double SLOW_MILLIS = 500;

  private final Map<Kind, double[]> millis = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private long begunNanos = System.nanoTime();

  /**
   * By the {@value #SPAN_SECONDS} seconds in which they came back: how many were slow, or failed.
   */
  private final Map<Long, int[]> slowAndFailed = new TreeMap<>();

  private double earlyMegabytes;
  private double lateMegabytes;

  synchronized void begin() {
    begunNanos = System.nanoTime();
  }

  synchronized void add(Kind kind, Visitor.Answer answer) {
    int n = counts.getOrDefault(kind, 0);
    double[] all = millis.getOrDefault(kind, new double[1024]);
    if (n == all.length) {
      all = Arrays.copyOf(all, 2 * n);
    }
    all[n] = answer.nanos() / 1e6;
    millis.put(kind, all);
    counts.put(kind, n + 1);
    statuses.merge(answer.status(), 1, Integer::sum);
    if (all[n] > SLOW_MILLIS || answer.status() >= 500) {
      long span = (System.nanoTime() - begunNanos) / (SPAN_SECONDS * 1_000_000_000);
      int[] seen = slowAndFailed.computeIfAbsent(span, at -> new int[2]);
      seen[answer.status() >= 500 ? 1 : 0]++;
    }
  }

  synchronized void heap(double early, double late) {
    earlyMegabytes = early;
    lateMegabytes = late;
  }

  /** The share of answers of a kind, and how long it took at most, in milliseconds. */
  private double quantile(Kind kind, double share) {
    int n = counts.getOrDefault(kind, 0);
    if (n == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(millis.getOrDefault(kind, new double[0]), n);
    Arrays.sort(sorted);
    return sorted[Math.min(n - 1, (int) Math.ceil(share * n) - 1)];
  }

  synchronized boolean isWithin(double readMillis, double editMillis, double moreHeap) {
    return statuses.keySet().stream().allMatch(status -> status < 500)
        && quantile(Kind.TILE, 0.95) <= readMillis
        && quantile(Kind.READ, 0.95) <= readMillis
        && quantile(Kind.COVERAGE, 0.95) <= readMillis
        && quantile(Kind.EDIT, 0.95) <= editMillis
        && lateMegabytes <= moreHeap * earlyMegabytes;
  }

  synchronized String table(double seconds) {
    StringBuilder text = new StringBuilder();
    text.append("| kind | answers | a second | p50 ms | p95 ms | p99 ms | most ms |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      int n = counts.getOrDefault(kind, 0);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f | %.0f | %.0f | %.0f | %.0f |%n",
              kind.name().toLowerCase(Locale.ROOT),
              n,
              n / seconds,
              quantile(kind, 0.5),
              quantile(kind, 0.95),
              quantile(kind, 0.99),
              quantile(kind, 1)));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%nStatuses: %s. Heap in use after a full collection: %.0f MB early, %.0f MB at the"
                + " end.%n",
            statuses,
            earlyMegabytes,
            lateMegabytes));
    StringBuilder when = new StringBuilder();
    slowAndFailed.forEach(
        (span, n) ->
            when.append(when.length() == 0 ? " " : "; ")
                .append(span * SPAN_SECONDS)
                .append(" s: ")
                .append(n[0])
                .append(", ")
                .append(n[1]));
    text.append(
        String.format(
            Locale.ROOT,
            "Slower than %.0f ms, and failed, in the %d seconds from:%s.%n",
            SLOW_MILLIS,
            SPAN_SECONDS,
            when));
    return text.toString();
  }
}
