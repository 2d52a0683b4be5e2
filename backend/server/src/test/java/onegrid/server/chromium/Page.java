package onegrid.server.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/**
 * A page as a person meets it: it goes somewhere, is looked at, clicked and typed into with real
 * events. It keeps what was asked of the network and what went wrong in the page.
 */
public final class Page implements AutoCloseable {
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("onegrid.patience", 90));

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final DevTools tools;

  Page(HttpClient client, URI address, int width, int height) {
    tools = new DevTools(client, address, this::hear);
    for (String domain : List.of("Page", "Runtime", "Network", "DOM")) {
      tools.send(domain + ".enable", Map.of());
    }
    size(width, height);
  }

  private void hear(String event, JsonNode told) {
    if (event.equals("Network.requestWillBeSent")) {
      requests.add(told.path("request").path("url").asString());
    } else if (event.equals("Runtime.exceptionThrown")) {
      JsonNode details = told.path("exceptionDetails");
      faults.add(
          details.path("exception").path("description").asString(details.path("text").asString()));
    } else if (event.equals("Runtime.consoleAPICalled")
        && told.path("type").asString().equals("error")) {
      faults.add(told.path("args").toString());
    }
  }

  /** Every address that was asked for, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Exceptions that nobody caught, and what was written to the console as an error. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** Runs a script in every document before its own. */
  public void before(String script) {
    tools.send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  public void go(String url) {
    tools.send("Page.navigate", Map.of("url", url));
  }

  public void size(int width, int height) {
    tools.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The value of a script, which may be a promise. What it throws is thrown here. */
  public JsonNode value(String script) {
    JsonNode answer =
        tools.send(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(script + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Waits until a script's value is true. */
  public void until(String script) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String trouble = "";
    while (System.nanoTime() < end) {
      try {
        if (value("Boolean(" + script + ")").asBoolean()) {
          return;
        }
      } catch (IllegalStateException e) {
        // The document is just being changed for another.
        trouble = String.valueOf(e.getMessage());
      }
      pause(Duration.ofMillis(100));
    }
    throw new AssertionError(
        "never came true: " + script + " " + trouble + " in: " + text("body") + " " + faults);
  }

  /** Waits until words can be read on the page. */
  public void untilSaid(String words) {
    until("document.body.innerText.includes(" + quoted(words) + ")");
  }

  /** The words of an element as they are read. */
  public String text(String selector) {
    return value("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''").asString();
  }

  public boolean has(String selector) {
    return value("document.querySelector(" + quoted(selector) + ") !== null").asBoolean();
  }

  /** Clicks the middle of an element, once it is there and in sight. */
  public void click(String selector) {
    String one = "document.querySelector(" + quoted(selector) + ")";
    until(one + "?.getClientRects().length > 0 && !" + one + ".disabled");
    JsonNode at =
        value(
            "(() => { const e = "
                + one
                + "; e.scrollIntoView({ block: 'nearest' }); const r = e.getBoundingClientRect();"
                + " return [r.left + r.width / 2, r.top + r.height / 2]; })()");
    clickAt(at.get(0).asDouble(), at.get(1).asDouble());
  }

  public void clickAt(double x, double y) {
    mouse("mouseMoved", x, y, 0);
    mouse("mousePressed", x, y, 1);
    mouse("mouseReleased", x, y, 1);
  }

  private void mouse(String type, double x, double y, int clicks) {
    tools.send(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            x,
            "y",
            y,
            "button",
            clicks > 0 ? "left" : "none",
            "clickCount",
            clicks));
  }

  /** Clicks into a field and types. */
  public void type(String selector, String text) {
    click(selector);
    tools.send("Input.insertText", Map.of("text", text));
  }

  public void keyDown(String key) {
    key("keyDown", key);
  }

  public void keyUp(String key) {
    key("keyUp", key);
  }

  public void press(String key) {
    key("keyDown", key);
    key("keyUp", key);
  }

  private void key(String type, String key) {
    int code =
        switch (key) {
          case "Tab" -> 9;
          case "Enter" -> 13;
          case "Escape" -> 27;
          default -> Character.toUpperCase(key.charAt(0));
        };
    Map<String, Object> stroke = new java.util.HashMap<>();
    stroke.put("type", type);
    stroke.put("key", key);
    stroke.put("windowsVirtualKeyCode", code);
    if (type.equals("keyDown") && (key.length() == 1 || key.equals("Enter"))) {
      stroke.put("text", key.equals("Enter") ? "\r" : key);
    }
    tools.send("Input.dispatchKeyEvent", stroke);
  }

  /** Chooses files for a file field, as the dialogue would. */
  public void choose(String selector, List<Path> files) {
    JsonNode document = tools.send("DOM.getDocument", Map.of());
    JsonNode found =
        tools.send(
            "DOM.querySelector",
            Map.of("nodeId", document.path("root").path("nodeId").asInt(), "selector", selector));
    tools.send(
        "DOM.setFileInputFiles",
        Map.of(
            "nodeId",
            found.path("nodeId").asInt(),
            "files",
            files.stream().map(file -> file.toAbsolutePath().toString()).toList()));
  }

  /** Shows the page as it would be on paper, or as it is on the screen. */
  public void onPaper(boolean paper) {
    tools.send("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : "screen"));
  }

  /** What is in sight, as PNG. */
  public byte[] picture() {
    JsonNode shot = tools.send("Page.captureScreenshot", Map.of("format", "png"));
    return Base64.getDecoder().decode(shot.path("data").asString());
  }

  public void picture(Path file) {
    try {
      Files.write(file, picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JavaScript string. */
  public static String quoted(String text) {
    return DevTools.JSON.writeValueAsString(text);
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    tools.close();
  }
}
