package onegrid.server.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that has arrived whole, with a hash of what it asks. Bodies are bounded: JSON by {@link
 * BodyLimit}, parts of uploads by the container, which keeps them on disk.
 *
 * @param request to be used from here on: its body can still be read
 */
record RequestPrint(HttpServletRequest request, String print) {

  static RequestPrint of(HttpServletRequest request) throws IOException, ServletException {
    MessageDigest digest = sha256();
    put(digest, request.getMethod(), request.getRequestURI());
    put(digest, String.valueOf(request.getQueryString()));
    String type = request.getContentType();
    HttpServletRequest whole = request;
    if (type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
      for (Part part : request.getParts()) {
        put(digest, part.getName(), String.valueOf(part.getSubmittedFileName()));
        try (InputStream in = part.getInputStream();
            OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
          in.transferTo(out);
        }
      }
    } else {
      byte[] body = request.getInputStream().readAllBytes();
      digest.update(body);
      whole = new Arrived(request, body);
    }
    return new RequestPrint(whole, HexFormat.of().formatHex(digest.digest()));
  }

  private static void put(MessageDigest digest, String... texts) {
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static final class Arrived extends HttpServletRequestWrapper {
    private final ServletInputStream body;

    Arrived(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new BytesIn(new ByteArrayInputStream(body));
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }
  }

  private static final class BytesIn extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    BytesIn(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("read at once");
    }
  }
}
