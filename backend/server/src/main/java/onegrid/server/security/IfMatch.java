package onegrid.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;

/** The version that a writer has read: the header {@code If-Match} with one strong ETag of ours. */
public final class IfMatch {
  private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

  private IfMatch() {}

  /**
   * The version named by a request.
   *
   * @throws Refused with 428 when none is named, with 412 when it cannot be one of ours; a star
   *     would overwrite what the writer never saw, so it names none
   */
  public static long version(HttpServletRequest request) {
    List<String> given = Collections.list(request.getHeaders("If-Match"));
    if (given.isEmpty() || given.size() == 1 && given.get(0).strip().equals("*")) {
      throw new Refused(
          ProblemKind.PRECONDITION_REQUIRED,
          "请先读取最新内容，再带上 If-Match 提交，以免覆盖他人的修改。",
          "Read first, then write with If-Match, so that nobody's change is overwritten.");
    }
    Matcher etag = ETAG.matcher(given.get(0).strip());
    if (given.size() > 1 || !etag.matches()) {
      throw new Refused(
          ProblemKind.STALE,
          "内容已被他人修改，请刷新后重试。",
          "It was changed by someone else meanwhile; reload, then try again.");
    }
    return Long.parseLong(etag.group(1));
  }

  /** The ETag of a version. */
  public static String etag(long version) {
    return "\"" + version + '"';
  }
}
