package onegrid.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import onegrid.server.problem.BodyTooLarge;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large by its own account before a byte of it is read, and cuts one off
 * that lies. Uploads have their own limit, which the container keeps while it writes them to disk.
 *
 * <p>Of JSON the beginning is waited for here, before anything is looked up for its sender: a
 * thousand clients who stall cost a thousand waiting threads, and no work that others wait for.
 */
final class BodyLimit extends OncePerRequestFilter {
  /** Nearly every body of ours is shorter; of a thousand at once these are 16 MB. */
  private static final int BEGINNING_BYTES = 1 << 14;

  private final long jsonBytes;
  private final long uploadBytes;

  BodyLimit(long jsonBytes, long uploadBytes) {
    this.jsonBytes = jsonBytes;
    this.uploadBytes = uploadBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader("Content-Encoding") != null) {
      response.setHeader("Connection", "close");
      ProblemWriter.write(
          response,
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "不接受压缩过的请求正文。",
          "Compressed request bodies are not taken.");
      return;
    }
    boolean upload = isUpload(request);
    long limit = upload ? uploadBytes : jsonBytes;
    if (request.getContentLengthLong() > limit) {
      response.setHeader("Connection", "close");
      ProblemWriter.write(response, BodyTooLarge.PROBLEM);
      return;
    }
    byte[] begun;
    try {
      begun = isJson(request) ? request.getInputStream().readNBytes(BEGINNING_BYTES) : new byte[0];
    } catch (IOException stalledOrBroken) {
      response.setHeader("Connection", "close");
      ProblemWriter.write(
          response,
          ProblemKind.BAD_BODY,
          "请求正文没有按时到齐，请重试。",
          "The request body did not arrive in time, or was broken; try again.");
      return;
    }
    chain.doFilter(upload ? request : new Counted(request, begun, limit), response);
  }

  /** A body of JSON; forms and parts are read by the container itself. */
  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).contains("json")
        && (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null);
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private static final class Counted extends HttpServletRequestWrapper {
    private final byte[] begun;
    private final long limit;
    private @Nullable ServletInputStream counted;

    Counted(HttpServletRequest request, byte[] begun, long limit) {
      super(request);
      this.begun = begun;
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (counted == null) {
        counted = new CountedStream(begun, super.getInputStream(), limit);
      }
      return counted;
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ByteArrayInputStream begun;
    private final ServletInputStream in;
    private long left;

    CountedStream(byte[] begun, ServletInputStream in, long limit) {
      this.begun = new ByteArrayInputStream(begun);
      this.in = in;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int b = begun.available() > 0 ? begun.read() : in.read();
      return b < 0 ? b : count(1, b);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n =
          begun.available() > 0
              ? begun.read(buffer, offset, length)
              : in.read(buffer, offset, length);
      return n < 0 ? n : count(n, n);
    }

    private int count(int n, int result) throws IOException {
      left -= n;
      if (left < 0) {
        throw new BodyTooLarge();
      }
      return result;
    }

    @Override
    public boolean isFinished() {
      return begun.available() == 0 && in.isFinished();
    }

    @Override
    public boolean isReady() {
      return begun.available() > 0 || in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
