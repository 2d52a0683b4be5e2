package onegrid.server.chromium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script that looks at a page from within; once it runs there, it answers as {@code look}. */
public final class Look {
  private Look() {}

  /** To be run before the page's own scripts, see {@link Page#before}. */
  public static String script() {
    try (InputStream in = Look.class.getResourceAsStream("look.js")) {
      if (in == null) {
        throw new IllegalStateException("no look.js");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
