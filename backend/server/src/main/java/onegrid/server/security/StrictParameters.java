package onegrid.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the asked method does not know, or one given twice: a misspelt
 * filter must not silently answer everything.
 */
final class StrictParameters implements HandlerInterceptor {
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith("onegrid.")) {
      return true;
    }
    // A form's fields would pass for parameters; no method here reads a plain form.
    if (String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded")) {
      throw new Refused(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE, "请以 JSON 提交。", "Send JSON, not a form.");
    }
    Set<String> names = known.computeIfAbsent(method.getMethod(), m -> names(method));
    for (Map.Entry<String, String[]> given : request.getParameterMap().entrySet()) {
      if (!names.contains(given.getKey()) || given.getValue().length > 1) {
        String name = given.getKey().length() > 40 ? "…" : PlainName.stripped(given.getKey());
        throw new Refused(
            ProblemKind.BAD_PARAMETER,
            "不认识或重复的参数：" + name,
            "Unknown or repeated parameter: " + name);
      }
    }
    return true;
  }

  private static Set<String> names(HandlerMethod method) {
    return Stream.of(method.getMethodParameters())
        .filter(p -> p.hasParameterAnnotation(RequestParam.class))
        .map(StrictParameters::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String name(MethodParameter parameter) {
    RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
    String named = annotation == null ? "" : annotation.name();
    return named.isEmpty() ? parameter.getParameter().getName() : named;
  }
}
