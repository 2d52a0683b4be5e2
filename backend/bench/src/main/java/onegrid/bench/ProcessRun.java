package onegrid.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one command took from its start to its end.
 *
 * @param wallSeconds by the clock
 * @param cpuSeconds of all its processes, as the shell that waited for it counted
 * @param peakMegabytes the most memory that its largest process held, as Linux counted (VmHWM)
 */
record ProcessRun(double wallSeconds, double cpuSeconds, double peakMegabytes) {
  private static final long LOOK_MILLISECONDS = 20;
  private static final Pattern TIMES =
      Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*\\z");

  /**
   * Runs a command.
   *
   * @param log where its output goes
   * @throws IOException if it ends with an exit code above 1, with which a merge says "decisions
   *     needed"
   */
  static ProcessRun of(Path log, List<String> command) throws IOException {
    List<String> shell =
        new ArrayList<>(
            List.of(
                "bash", "-c", "\"$@\" >\"$0\" 2>&1; code=$?; times; exit $code", log.toString()));
    shell.addAll(command);
    long start = System.nanoTime();
    Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
    double peak = 0;
    try {
      while (!process.waitFor(LOOK_MILLISECONDS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peakNow(process));
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher found = TIMES.matcher(times.strip());
    if (process.exitValue() > 1 || !found.find()) {
      throw new IOException("exit " + process.exitValue() + " of " + command + ", see " + log);
    }
    double cpu =
        60 * Integer.parseInt(found.group(1))
            + Double.parseDouble(found.group(2))
            + 60 * Integer.parseInt(found.group(3))
            + Double.parseDouble(found.group(4));
    return new ProcessRun(wall, cpu, peak);
  }

  private static double peakNow(Process process) {
    return process.descendants().mapToDouble(p -> peakOf(p.pid())).max().orElse(0);
  }

  private static double peakOf(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
          .max()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // It has ended meanwhile.
    }
  }
}
