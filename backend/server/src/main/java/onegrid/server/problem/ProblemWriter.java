package onegrid.server.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import onegrid.finding.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem document as the whole answer, from wherever in the chain it is noticed: a
 * controller, a filter, or the container itself. What the client would accept is not asked.
 */
public final class ProblemWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProblemWriter() {}

  /** The document as UTF-8 JSON. */
  public static byte[] bytes(Problem problem) {
    return JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
  }

  /** Answers with a problem; does nothing when the answer has already begun. */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = bytes(problem);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("ETag", null);
    response.setHeader("Content-Disposition", null);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  public static void write(HttpServletResponse response, ProblemKind kind, String zh, String en)
      throws IOException {
    write(response, Problem.of(kind, new Words(zh, en)));
  }

  /** The problem that a bare status stands for. */
  static Problem ofStatus(int status) {
    ProblemKind kind = ProblemKind.of(status);
    Words words =
        switch (kind) {
          case NOT_FOUND -> new Words("没有这个地址。", "There is nothing at this address.");
          case NOT_SIGNED_IN -> new Words("请先登录，再重试。", "Sign in, then try again.");
          case METHOD_NOT_ALLOWED ->
              new Words("这个地址不支持这种操作。", "This address does not take this method.");
          case FAULT -> new Words("服务内部出错，已记入日志。", "An internal fault; it is in the log.");
          default ->
              new Words("请检查请求后重试。", "The request cannot be understood; check it, then try again.");
        };
    Problem problem = Problem.of(kind, words);
    return new Problem(
        problem.type(),
        problem.title(),
        problem.titleEn(),
        status,
        problem.detail(),
        problem.detailEn(),
        problem.findings());
  }
}
