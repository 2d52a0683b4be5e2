package onegrid.server.problem;

import java.io.IOException;
import onegrid.finding.Words;

/** A request body that went on past its limit while it was read. */
public final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  /** What the client is told. */
  public static final Problem PROBLEM =
      Problem.of(
          ProblemKind.TOO_LARGE,
          new Words(
              "内容超过上限（JSON 1 MB，上传 200 MB），没有保存。请拆分后再试。",
              "More than the limit (JSON 1 MB, upload 200 MB); nothing was kept. Split it and try"
                  + " again."));

  public BodyTooLarge() {
    super("request body over its limit");
  }

  static boolean causes(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof BodyTooLarge) {
        return true;
      }
    }
    return false;
  }
}
