package onegrid.server.problem;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts problem documents in the place of Tomcat's own error pages and empty answers. */
@Component
class ProblemTomcat implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemErrorValve.class.getName());
          }
        });
    factory.addConnectorCustomizers(ProblemTomcat::wrapAdapter);
  }

  /** The adapter is made when the connector is initialised, so it can be wrapped only then. */
  private static void wrapAdapter(Connector connector) {
    connector.addLifecycleListener(
        event -> {
          if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
            var protocol = connector.getProtocolHandler();
            protocol.setAdapter(new ProblemAdapter(protocol.getAdapter()));
          }
        });
  }
}
