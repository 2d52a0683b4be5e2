package onegrid.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import onegrid.finding.Words;
import onegrid.store.StaleVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Turns everything that controllers throw into a problem document. */
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(Refused.class)
  void refused(Refused refused, HttpServletResponse response) throws IOException {
    refused.retryAfter().ifPresent(wait -> retryAfter(response, wait));
    ProblemWriter.write(response, refused.problem());
  }

  @ExceptionHandler({ServletRequestBindingException.class, TypeMismatchException.class})
  void badParameter(Exception e, HttpServletResponse response) throws IOException {
    ProblemWriter.write(
        response,
        ProblemKind.BAD_PARAMETER,
        "地址或查询参数缺失或无法识别。",
        "A part of the address or a query parameter is missing or cannot be read.");
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  void unreadableBody(HttpMessageNotReadableException e, HttpServletResponse response)
      throws IOException {
    if (BodyTooLarge.causes(e)) {
      bodyTooLarge(response);
      return;
    }
    ProblemWriter.write(
        response,
        ProblemKind.BAD_BODY,
        "正文不是所要求的 JSON：请检查格式、字段名和取值类型。",
        "The body is not the JSON that is asked for: check its form, field names and types.");
  }

  @ExceptionHandler(MultipartException.class)
  void badUpload(MultipartException e, HttpServletResponse response) throws IOException {
    if (e instanceof MaxUploadSizeExceededException || BodyTooLarge.causes(e)) {
      bodyTooLarge(response);
      return;
    }
    if (DatabaseAway.isFull(e)) {
      diskFull(response);
      return;
    }
    ProblemWriter.write(
        response,
        ProblemKind.BAD_BODY,
        "上传没有完成或格式不对，请重新上传。",
        "The upload is incomplete or malformed; upload again.");
  }

  @ExceptionHandler(MissingServletRequestPartException.class)
  void missingPart(MissingServletRequestPartException e, HttpServletResponse response)
      throws IOException {
    ProblemWriter.write(
        response,
        ProblemKind.BAD_BODY,
        "请选择要上传的文件。",
        "A part of the upload is missing: " + e.getRequestPartName() + ".");
  }

  @ExceptionHandler(AccessDeniedException.class)
  void denied(AccessDeniedException e, HttpServletResponse response) throws IOException {
    ProblemWriter.write(
        response, ProblemKind.FORBIDDEN, "您的角色不能这样做。", "Your role does not allow this.");
  }

  @ExceptionHandler(StaleVersion.class)
  void stale(StaleVersion e, HttpServletResponse response) throws IOException {
    ProblemWriter.write(
        response,
        ProblemKind.STALE,
        "内容已被他人修改，请刷新后重试。",
        "It was changed by someone else meanwhile; reload, then try again.");
  }

  /** The client has gone; nobody is left to answer. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone(AsyncRequestNotUsableException e) {
    LOG.debug("client gone");
  }

  @ExceptionHandler(Exception.class)
  void any(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof ErrorResponse framework) {
      framework.getHeaders().forEach((name, values) -> values.forEach(v -> add(response, name, v)));
      ProblemWriter.write(response, ProblemWriter.ofStatus(framework.getStatusCode().value()));
    } else if (BodyTooLarge.causes(e)) {
      bodyTooLarge(response);
    } else if (DatabaseAway.isFull(e)) {
      LOG.error("storage full");
      DatabaseAway.answerFull(response);
    } else if (DatabaseAway.causes(e)) {
      LOG.warn("database away: {}", e.getClass().getSimpleName());
      DatabaseAway.answer(response);
    } else {
      String mark = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      LOG.error("fault {} at {} {}", mark, request.getMethod(), request.getRequestURI(), e);
      ProblemWriter.write(
          response,
          Problem.of(
              ProblemKind.FAULT,
              new Words(
                  "服务内部出错，已记入日志（编号 " + mark + "）。",
                  "An internal fault; it is in the log under " + mark + ".")));
    }
  }

  private static void diskFull(HttpServletResponse response) throws IOException {
    LOG.error("disk full");
    response.setHeader("Connection", "close");
    ProblemWriter.write(
        response,
        ProblemKind.STORAGE_FULL,
        "服务器磁盘已满，没有保存任何内容。请联系管理员清理后重新上传。",
        "The disk of the server is full; nothing was kept. Call the administrator, then upload"
            + " again.");
  }

  private static void bodyTooLarge(HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    ProblemWriter.write(response, BodyTooLarge.PROBLEM);
  }

  private static void retryAfter(HttpServletResponse response, Duration wait) {
    response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }

  private static void add(HttpServletResponse response, String name, String value) {
    if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
      response.addHeader(name, value);
    }
  }
}
