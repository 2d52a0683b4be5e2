package onegrid.server.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Gives a body to answers that Tomcat's parser makes before there is a request: it only sets a
 * status, tells the adapter to log it, and closes.
 */
final class ProblemAdapter implements Adapter {
  private final Adapter tomcat;

  ProblemAdapter(Adapter tomcat) {
    this.tomcat = tomcat;
  }

  @Override
  public void log(Request request, Response response, long time) {
    if (response.getStatus() >= 400
        && !response.isCommitted()
        && response.getContentWritten() == 0) {
      byte[] body = ProblemWriter.bytes(ProblemWriter.ofStatus(response.getStatus()));
      response.setContentType("application/problem+json;charset=UTF-8");
      response.setContentLength(body.length);
      try {
        response.doWrite(ByteBuffer.wrap(body));
      } catch (IOException e) {
        // The client has gone; the status is still logged.
        response.setErrorException(e);
      }
    }
    tomcat.log(request, response, time);
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (HeaderBytes.lengthAndEncoding(request)) {
      // Two proxies may read two different requests out of these bytes.
      response.setStatus(400);
      response.setHeader("Connection", "close");
      request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      log(request, response, 0);
      response.action(ActionCode.CLOSE, null);
      return;
    }
    tomcat.service(request, response);
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return tomcat.prepare(request, response);
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent status)
      throws Exception {
    return tomcat.asyncDispatch(request, response, status);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    tomcat.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return tomcat.getDomain();
  }
}
