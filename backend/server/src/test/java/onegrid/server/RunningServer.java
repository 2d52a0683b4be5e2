package onegrid.server;

import static onegrid.server.Browser.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onegrid.store.Stores;
import onegrid.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The real server on a free port, over a database of its own in a real PostGIS. */
final class RunningServer implements AutoCloseable {
  static final String NAME = "测试管理员";
  static final Map<String, String> ACCOUNT = Map.of("name", NAME, "password", "梧桐-leaf-42-雨");

  private static final Pattern LINK = Pattern.compile("#setup=([A-Za-z0-9_-]{43})");
  private static @Nullable RunningServer shared;

  private final String database;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private @Nullable ConfigurableApplicationContext context;
  private @Nullable Browser administrator;
  private @Nullable Path data;

  RunningServer() {
    this(freshDatabase());
  }

  RunningServer(String database) {
    this.database = database;
  }

  /** The URL of an empty database as a person would write it, so that our own settings hold. */
  static String freshDatabase() {
    String url = TestDatabase.emptyUrl();
    int question = url.indexOf('?');
    return url.substring(0, question)
        + Arrays.stream(url.substring(question + 1).split("&", -1))
            .filter(p -> p.startsWith("user=") || p.startsWith("password="))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** The URL of its database. */
  String database() {
    return database;
  }

  /** One server for all tests that do not mind what others left in it. */
  static synchronized RunningServer shared() {
    if (shared == null) {
      RunningServer server = new RunningServer();
      server.start();
      Scratch.atTheEnd(server::close);
      shared = server;
    }
    return shared;
  }

  void start(String... more) {
    PrintStream before = System.out;
    console.reset();
    System.setOut(new PrintStream(both(before, console), true, StandardCharsets.UTF_8));
    try {
      String[] args = new String[more.length + 3];
      args[0] = "--database=" + database;
      args[1] = "--port=0";
      if (data == null) {
        data = Scratch.folder("onegrid-test-data-");
      }
      args[2] = "--data=" + data;
      System.arraycopy(more, 0, args, 3, more.length);
      context = OneGridServer.start(args);
    } finally {
      System.setOut(before);
    }
  }

  void restart() {
    close();
    start();
  }

  int port() {
    if (context == null) {
      throw new IllegalStateException("not started");
    }
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** The stores over the database of this server. */
  Stores stores() {
    if (context == null) {
      throw new IllegalStateException("not started");
    }
    return context.getBean(Stores.class);
  }

  /** What was printed while the server started. */
  String console() {
    return console.toString(StandardCharsets.UTF_8);
  }

  String setUpToken() {
    Matcher link = LINK.matcher(console());
    if (!link.find()) {
      throw new AssertionError("no set-up link in: " + console());
    }
    return link.group(1);
  }

  /** A browser that nobody knows. */
  Browser stranger() {
    return new Browser(port());
  }

  /** A browser that is signed in as the administrator, whose account is made when there is none. */
  synchronized Browser administrator() {
    if (administrator == null) {
      Browser browser = stranger();
      browser.session();
      Map<String, String> account =
          Map.of(
              "token",
              setUpToken(),
              "name",
              NAME,
              "password",
              ACCOUNT.getOrDefault("password", ""));
      json(browser.write("POST", "/api/setup", account), 201);
      browser.session();
      administrator = browser;
    }
    return administrator;
  }

  Path data() {
    if (context == null) {
      throw new IllegalStateException("not started");
    }
    return Path.of(context.getEnvironment().getRequiredProperty("onegrid.data"));
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
      context = null;
    }
  }

  private static OutputStream both(OutputStream first, OutputStream second) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        first.write(b);
        second.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        first.write(bytes, offset, length);
        second.write(bytes, offset, length);
      }
    };
  }
}
