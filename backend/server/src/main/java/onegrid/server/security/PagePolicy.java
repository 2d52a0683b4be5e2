package onegrid.server.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/**
 * The Content-Security-Policy of the page: everything from this service, no inline script but the
 * import map, which is allowed by the hash of its very bytes.
 */
final class PagePolicy {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script\\s+type=\"importmap\"\\s*>(.*?)</script>", Pattern.DOTALL);

  private PagePolicy() {}

  /**
   * The policy for a page.
   *
   * @param page its HTML; may not exist, when no page is packed
   */
  static String of(Resource page) throws IOException {
    StringBuilder scripts = new StringBuilder("script-src 'self'");
    if (page.exists()) {
      try (InputStream in = page.getInputStream()) {
        String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Matcher map = IMPORT_MAP.matcher(html);
        while (map.find()) {
          scripts.append(" 'sha256-").append(sha256(map.group(1))).append('\'');
        }
      }
    }
    return String.join(
        "; ",
        "default-src 'self'",
        scripts,
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  private static String sha256(String text) {
    // A browser hashes the text after its HTML parser has made every line end a line feed.
    String parsed = text.replace("\r\n", "\n").replace('\r', '\n');
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(parsed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
