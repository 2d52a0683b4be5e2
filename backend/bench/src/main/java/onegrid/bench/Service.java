package onegrid.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service as its users start it: the packed program in a process of its own, over a database.
 */
final class Service implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("#setup=([A-Za-z0-9_-]{43})|OneGrid: http");
  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final int port;
  private final String token;
  private final double startSeconds;

  private Service(Process process, int port, String token, double startSeconds) {
    this.process = process;
    this.port = port;
    this.token = token;
    this.startSeconds = startSeconds;
  }

  /** Starts the program with a sample, or none, and waits for its set-up link or its address. */
  static Service start(Path jar, String database, Path data, String sample, String... javaOptions)
      throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path said = data.resolve("service.log");
    List<String> command = new ArrayList<>();
    command.add("java");
    command.addAll(List.of(javaOptions));
    command.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "-jar",
            jar.toString(),
            "serve",
            "--port",
            String.valueOf(port),
            "--database",
            database,
            "--data",
            data.resolve("uploads").toString()));
    if (!sample.isEmpty()) {
      command.addAll(List.of("--sample", sample));
    }
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    while (System.nanoTime() - begun < START.toNanos() && process.isAlive()) {
      Matcher link = LINK.matcher(Files.readString(said, StandardCharsets.UTF_8));
      if (link.find()) {
        return new Service(
            process,
            port,
            link.group(1) == null ? "" : link.group(1),
            (System.nanoTime() - begun) / 1e9);
      }
      pause();
    }
    process.destroy();
    throw new IOException("the service does not start: " + Files.readString(said));
  }

  String host() {
    return "http://127.0.0.1:" + port;
  }

  String token() {
    return token;
  }

  double startSeconds() {
    return startSeconds;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
