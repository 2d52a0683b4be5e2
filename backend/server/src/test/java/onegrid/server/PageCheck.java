package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onegrid.server.chromium.Chromium;
import onegrid.server.chromium.Look;
import onegrid.server.chromium.Page;
import tools.jackson.databind.JsonNode;

/**
 * A page of the running server under the eye of {@code look.js}: each state is pictured and
 * measured on an office screen, a large one and a telephone. Pictures go to {@code
 * target/screenshots}.
 */
final class PageCheck implements AutoCloseable {
  /** Width and height in CSS pixels; the first is the one that the walk itself is made on. */
  private static final int[][] SCREENS = {{1366, 768}, {1920, 1080}, {360, 740}};

  private final Chromium chromium = Chromium.start();
  private final Path pictures;
  private final String host;
  private final List<String> faults = new ArrayList<>();
  final Page page;

  PageCheck(int port) {
    host = "http://127.0.0.1:" + port;
    page = chromium.page(SCREENS[0][0], SCREENS[0][1]);
    page.before(Look.script());
    try {
      pictures = Files.createDirectories(Path.of("target", "screenshots"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void go(String path) {
    page.go(host + path);
  }

  /** Waits until nothing on the page moves or loads. */
  void rest() {
    page.until("window.look?.rests()");
  }

  /** Pictures and measures what is in sight on every screen, then goes back to the first. */
  void see(String state) {
    for (int[] screen : SCREENS) {
      page.size(screen[0], screen[1]);
      measure(state + "-" + screen[0]);
    }
    page.size(SCREENS[0][0], SCREENS[0][1]);
    rest();
  }

  /** Pictures and measures what is in sight on this screen only. */
  void measure(String name) {
    rest();
    page.picture(pictures.resolve(name + ".png"));
    for (JsonNode fault : page.value("window.look.faults()")) {
      faults.add(name + ": " + fault.asString());
    }
  }

  /** A number for what the map shows. */
  int mapPrint() {
    rest();
    return page.value("window.look.mapPrint()").asInt();
  }

  /** Fails when anything that was measured since the last time was not as it should be. */
  void isFaultless() {
    List<String> found = List.copyOf(faults);
    faults.clear();
    assertEquals(List.of(), found);
    assertEquals(List.of(), page.faults());
  }

  /** Fails when the page has asked any host but its own. */
  void stayedAtHome() {
    List<String> asked = page.requests();
    assertTrue(asked.size() > 50, "hardly anything was asked for: " + asked.size());
    assertEquals(
        List.of(),
        asked.stream()
            .filter(url -> !url.startsWith(host + "/") && !url.startsWith("data:"))
            .filter(url -> !url.startsWith("blob:" + host + "/"))
            .toList());
  }

  @Override
  public void close() {
    page.close();
    chromium.close();
  }
}
