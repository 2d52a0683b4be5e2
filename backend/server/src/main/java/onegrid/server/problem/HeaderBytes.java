package onegrid.server.problem;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Looks at the headers of a request as they came over the wire. */
final class HeaderBytes {
  private static final String LENGTH = "\ncontent-length";

  private HeaderBytes() {}

  /**
   * Whether a request announces both a length and an encoding for its body. Tomcat drops the length
   * in silence, as RFC 9112 section 6.3 lets it, so only the bytes still tell.
   */
  static boolean lengthAndEncoding(Request request) {
    return request.getMimeHeaders().getHeader("transfer-encoding") != null
        && request.getInputBuffer() instanceof ApplicationBufferHandler handler
        && headOf(handler.getByteBuffer()).contains(LENGTH);
  }

  /** The buffer holds the head of the request up to where the body begins. */
  private static String headOf(ByteBuffer buffer) {
    ByteBuffer head = buffer.duplicate();
    int end = head.position();
    StringBuilder text = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      text.append((char) (head.get(i) & 0xff));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
