package onegrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What groups of processes spend, read from Linux's {@code /proc}: processor seconds of each
 * process with its children, dead ones included, and the memory that is theirs at the fullest
 * moment, shared pages counted in parts (PSS), looked at ten times a second.
 */
final class ProcessMeter implements AutoCloseable {
  /** Linux counts processor time for its readers in hundredths of a second. */
  private static final double TICKS_A_SECOND = 100;

  private static final long LOOK_MILLISECONDS = 100;

  /** What one group spent. */
  record Spent(double cpuSeconds, double peakMegabytes) {}

  private final Map<String, ProcessHandle> groups;
  private final Map<String, Double> before = new LinkedHashMap<>();
  private final Map<String, Double> peak = new LinkedHashMap<>();
  private final Thread watch = new Thread(this::watch, "meter");
  private volatile boolean isOver;

  /** Begins to measure; each group is a process with all that it started. */
  ProcessMeter(Map<String, ProcessHandle> groups) {
    this.groups = groups;
    groups.forEach((name, process) -> before.put(name, cpu(process)));
    watch.setDaemon(true);
    watch.start();
  }

  /** What each group has spent since the beginning. */
  Map<String, Spent> spent() {
    close();
    Map<String, Spent> spent = new LinkedHashMap<>();
    groups.forEach(
        (name, process) ->
            spent.put(
                name,
                new Spent(
                    cpu(process) - before.getOrDefault(name, 0.0), peak.getOrDefault(name, 0.0))));
    return spent;
  }

  private void watch() {
    while (!isOver) {
      groups.forEach((name, process) -> peak.merge(name, megabytes(process), Math::max));
      try {
        Thread.sleep(LOOK_MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private static double cpu(ProcessHandle process) {
    return family(process).mapToDouble(p -> cpu(p.pid())).sum();
  }

  private static double cpu(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in brackets may hold anything; what follows is plain.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      return fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum() / TICKS_A_SECOND;
    } catch (IOException e) {
      return 0; // It has ended; its parent counts what it spent.
    }
  }

  private static double megabytes(ProcessHandle process) {
    return family(process).mapToDouble(p -> megabytes(p.pid())).sum();
  }

  private static double megabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .sum()
          / 1024.0;
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    isOver = true;
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
