package onegrid.server;

import static onegrid.server.Browser.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real server in a process of its own, with little memory, which may be killed. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final Pattern LINK = Pattern.compile("#setup=([A-Za-z0-9_-]{43})");
  private static final Pattern TROUBLE = Pattern.compile(" (WARN|ERROR) |^Caused by|Exception: ");
  private static final int STARTS_WITHIN_SECONDS = 120;

  private final String database;
  private final Path folder;
  private @Nullable Process process;
  private int port;

  ServerProcess(String database) {
    this.database = database;
    this.folder = Scratch.folder("onegrid-process-");
  }

  /** Starts it, and waits until it says its address. */
  void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QuickStart.options());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=" + folder,
            "onegrid.server.OneGridServer",
            "--port=0",
            "--database=" + database,
            "--data=" + folder.resolve("data")));
    Path console = folder.resolve("console.txt");
    try {
      Files.deleteIfExists(console);
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(console.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = Integer.parseInt(waitFor(ADDRESS));
  }

  /** Waits until it answers again after its database was away, and gives the seconds it took. */
  double untilBack() {
    Browser browser = new Browser(port);
    long start = System.nanoTime();
    while (browser.get("/api/session").statusCode() != 200) {
      if (System.nanoTime() - start > 10_000_000_000L) {
        throw new AssertionError("not back 10 s after its database");
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** A browser signed in as the administrator, whose account is made the first time. */
  Browser administrator() {
    Browser browser = new Browser(port);
    if (browser.session().path("state").asString().equals("SETUP")) {
      Map<String, String> account =
          Map.of(
              "token",
              waitFor(LINK),
              "name",
              RunningServer.NAME,
              "password",
              String.valueOf(RunningServer.ACCOUNT.get("password")));
      json(browser.write("POST", "/api/setup", account), 201);
      browser.session();
      return browser;
    }
    return browser.signIn(
        RunningServer.NAME, String.valueOf(RunningServer.ACCOUNT.get("password")));
  }

  /** A program of someone's, which has a token instead of a session: it outlives the server. */
  Browser bearing(String token) {
    return new Browser(port).bearing(token);
  }

  /** A browser that nobody knows. */
  Browser stranger() {
    return new Browser(port);
  }

  int port() {
    return port;
  }

  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
      process = null;
    }
  }

  /** Asks it to stop, and gives the seconds it took. */
  double stop() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("not running");
    }
    long start = System.nanoTime();
    running.destroy();
    try {
      if (!running.waitFor(40, TimeUnit.SECONDS)) {
        throw new AssertionError("does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    process = null;
    return (System.nanoTime() - start) / 1e9;
  }

  /** The most memory it has held so far, in bytes. */
  long peakBytes() {
    try {
      for (String line :
          Files.readAllLines(
              Path.of("/proc", String.valueOf(process == null ? 0 : process.pid()), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("no VmHWM");
  }

  /** Whether anything was left in the folder of uploads. */
  List<Path> uploads() {
    Path uploads = folder.resolve("data/uploads");
    if (!Files.isDirectory(uploads)) {
      return List.of();
    }
    try (var left = Files.list(uploads)) {
      return left.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String console() {
    try {
      return Files.readString(folder.resolve("console.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What went wrong by its own account, lately, for the message of a test that failed. */
  String troubles() {
    List<String> lines =
        console()
            .lines()
            .filter(line -> TROUBLE.matcher(line).find())
            .map(line -> line.substring(0, Math.min(line.length(), 400)))
            .toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  @Override
  public void close() {
    kill();
    Scratch.remove(folder);
  }

  private String waitFor(Pattern pattern) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
    while (System.nanoTime() < end) {
      Matcher matcher = pattern.matcher(console());
      if (matcher.find()) {
        return matcher.group(1);
      }
      if (process == null || !process.isAlive()) {
        throw new AssertionError("the server ended: " + console());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("the server does not start: " + console());
  }
}
