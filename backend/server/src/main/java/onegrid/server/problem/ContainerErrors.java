package onegrid.server.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for errors that reach the container: {@code sendError} and what filters throw. */
@Controller
class ContainerErrors implements ErrorController {

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable e && BodyTooLarge.causes(e)) {
      ProblemWriter.write(response, BodyTooLarge.PROBLEM);
      return;
    }
    if (thrown instanceof Throwable e && DatabaseAway.isFull(e)) {
      DatabaseAway.answerFull(response);
      return;
    }
    if (thrown instanceof Throwable e && DatabaseAway.causes(e)) {
      DatabaseAway.answer(response);
      return;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Without the attribute someone asked for /error itself: there is nothing at this address.
    ProblemWriter.write(response, ProblemWriter.ofStatus(status instanceof Integer s ? s : 404));
  }
}
