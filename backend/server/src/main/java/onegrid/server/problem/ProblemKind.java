package onegrid.server.problem;

import java.util.Locale;
import onegrid.finding.Words;

/** Every kind of refusal the service gives. The names are stable: they stand in answers. */
public enum ProblemKind {
  BAD_REQUEST(400, "请求有误", "bad request"),
  BAD_PARAMETER(400, "参数有误", "bad parameter"),
  BAD_BODY(400, "请求正文有误", "bad request body"),
  NOT_SIGNED_IN(401, "请先登录", "sign in first"),
  WRONG_PASSWORD(401, "用户名或密码不对", "wrong name or password"),
  FORBIDDEN(403, "不允许这样做", "not allowed"),
  STALE_PAGE(403, "页面已过期", "stale page"),
  NOT_FOUND(404, "找不到", "not found"),
  METHOD_NOT_ALLOWED(405, "不支持这种操作", "method not allowed"),
  NOT_ACCEPTABLE(406, "无法给出所要的格式", "format not available"),
  IN_THE_WAY(409, "与现状冲突", "in conflict with what is there"),
  PLAN_CONFLICT(409, "与他人的改动冲突", "in conflict with someone's change"),
  USED_UP(410, "已经用过", "already used"),
  EXPIRED(410, "已过保存期", "no longer kept"),
  STALE(412, "内容已变化", "changed meanwhile"),
  TOO_LARGE(413, "内容过大", "too large"),
  URI_TOO_LONG(414, "地址过长", "address too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "不支持的内容格式", "unsupported format"),
  UNPROCESSABLE(422, "内容不能接受", "content not acceptable"),
  WEAK_PASSWORD(422, "密码太弱", "weak password"),
  FILE_REFUSED(422, "文件不能导入", "file refused"),
  MERGE_REFUSED(422, "无法合并", "merge refused"),
  EDIT_REFUSED(422, "这一步不能执行", "operation refused"),
  PRECONDITION_REQUIRED(428, "须说明依据的版本", "version required"),
  TOO_MANY_REQUESTS(429, "操作过于频繁", "too many requests"),
  HEADERS_TOO_LARGE(431, "请求头过大", "headers too large"),
  FAULT(500, "服务出错", "a fault of the service"),
  NOT_IMPLEMENTED(501, "不支持这种操作", "not implemented"),
  UNAVAILABLE(503, "服务暂时不可用", "temporarily unavailable"),
  STORAGE_FULL(507, "存储空间不足", "storage full");

  private final int status;
  private final Words title;

  ProblemKind(int status, String zh, String en) {
    this.status = status;
    this.title = new Words(zh, en);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  public Words title() {
    return title;
  }

  /** The stable {@code type} of the problem document. */
  public String type() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that stands for a bare status, as containers and frameworks give it. */
  static ProblemKind of(int status) {
    return switch (status) {
      case 401 -> NOT_SIGNED_IN;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> IN_THE_WAY;
      case 410 -> USED_UP;
      case 412 -> STALE;
      case 428 -> PRECONDITION_REQUIRED;
      case 413 -> TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 422 -> UNPROCESSABLE;
      case 429 -> TOO_MANY_REQUESTS;
      case 431 -> HEADERS_TOO_LARGE;
      case 501 -> NOT_IMPLEMENTED;
      case 503 -> UNAVAILABLE;
      case 507 -> STORAGE_FULL;
      default -> status >= 400 && status < 500 ? BAD_REQUEST : FAULT;
    };
  }
}
