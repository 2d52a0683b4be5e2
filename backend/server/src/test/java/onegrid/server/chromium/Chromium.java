package onegrid.server.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A headless Chromium with a profile of its own, found as {@code chromium} on the path. It can
 * resolve no other host than this machine, so a page that asks for one fails and is seen to.
 * Closing it ends its process and takes the profile away.
 */
public final class Chromium implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path profile;
  private final Process process;
  private final int port;

  private Chromium(Path profile, Process process, int port) {
    this.profile = profile;
    this.process = process;
    this.port = port;
  }

  /** Starts the program; takes a second or two. */
  public static Chromium start() {
    try {
      Path profile = Files.createTempDirectory("onegrid-chromium-");
      ProcessBuilder chromium =
          new ProcessBuilder(
                  List.of(
                      "chromium",
                      "--headless",
                      "--remote-debugging-port=0",
                      "--no-sandbox",
                      "--disable-gpu",
                      "--disable-dev-shm-usage",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync",
                      "--disable-quic",
                      "--no-first-run",
                      "--hide-scrollbars",
                      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                      "--user-data-dir=" + profile,
                      "about:blank"))
              .redirectErrorStream(true)
              .redirectOutput(profile.resolve("said.txt").toFile());
      // What it scatters goes with its profile.
      chromium.environment().put("TMPDIR", profile.toString());
      Process process = chromium.start();
      return new Chromium(profile, process, port(profile, process));
    } catch (IOException e) {
      throw new UncheckedIOException("Chromium does not start; scripts/need chromium", e);
    }
  }

  /** Chromium writes the port it chose into its profile. */
  private static int port(Path profile, Process process) throws IOException {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > 1) {
          return Integer.parseInt(lines.get(0));
        }
      }
      Page.pause(Duration.ofMillis(50));
    }
    throw new IOException(
        "Chromium says no port: " + Files.readString(profile.resolve("said.txt")));
  }

  /** An empty page of the given size in CSS pixels. */
  public Page page(int width, int height) {
    try {
      HttpRequest open =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
              .PUT(BodyPublishers.noBody())
              .build();
      JsonNode target = DevTools.JSON.readTree(client.send(open, BodyHandlers.ofString()).body());
      URI address = URI.create(target.path("webSocketDebuggerUrl").asString());
      return new Page(client, address, width, height);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The program's own process; its children paint the pages. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.walk(profile)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
