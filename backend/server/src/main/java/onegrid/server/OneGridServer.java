package onegrid.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The HTTP service of OneGrid, on 127.0.0.1:8080 unless told otherwise.
 *
 * <p>Options, each as {@code --name value} or {@code --name=value}: {@code --database} (a JDBC URL
 * of PostGIS; else the environment's {@code ONEGRID_DATABASE_URL}, with {@code
 * ONEGRID_DATABASE_USER} and {@code ONEGRID_DATABASE_PASSWORD}), {@code --port}, {@code --address},
 * {@code --data} (a folder for uploads that wait), {@code --sample} (a made-up district to load).
 * Whatever Spring Boot understands is passed on.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class OneGridServer {
  private static final Map<String, String> OPTIONS =
      Map.of(
          "--database", "spring.datasource.url",
          "--port", "server.port",
          "--address", "server.address",
          "--data", "onegrid.data",
          "--sample", "onegrid.sample");

  public static void main(String[] args) {
    start(args);
  }

  /** Starts the service and returns when it is ready; closing the context stops it. */
  public static ConfigurableApplicationContext start(String... args) {
    SpringApplication application = new SpringApplication(OneGridServer.class);
    return application.run(settings(List.of(args)).toArray(String[]::new));
  }

  static List<String> settings(List<String> args) {
    List<String> settings = new ArrayList<>();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String arg = rest.next();
      int equals = arg.indexOf('=');
      String setting = OPTIONS.get(equals < 0 ? arg : arg.substring(0, equals));
      if (setting == null) {
        settings.add(arg);
      } else if (equals >= 0) {
        settings.add("--" + setting + arg.substring(equals));
      } else if (rest.hasNext()) {
        settings.add("--" + setting + "=" + rest.next());
      } else {
        throw new IllegalArgumentException("no value after " + arg);
      }
    }
    return settings;
  }
}
