package onegrid.server;

import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code onegrid serve}: the one command that starts Spring, and runs until it is stopped. */
@Command(
    name = "serve",
    description = {"启动服务,在浏览器里使用。", "Starts the service, for use in a browser."},
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "PostGIS 的 JDBC 地址 / JDBC URL of PostGIS [ONEGRID_DATABASE_URL]")
  private String database = "";

  @Option(names = "--port", description = "端口 / port [${DEFAULT-VALUE}]")
  private int port = 8080;

  @Option(names = "--address", description = "监听地址 / address to listen on [${DEFAULT-VALUE}]")
  private String address = "127.0.0.1";

  @Option(names = "--data", description = "暂存上传文件的文件夹 / folder for uploads that wait")
  private String data = "";

  @Option(names = "--sample", description = "载入虚构样例 / load a made-up district, e.g. lanshan")
  private String sample = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    ConfigurableApplicationContext context;
    try {
      context = OneGridServer.start(settings());
    } catch (RuntimeException e) {
      spec.commandLine().getErr().println(reason(e));
      spec.commandLine().getErr().flush();
      return CommandLine.ExitCode.USAGE;
    }
    CountDownLatch closed = new CountDownLatch(1);
    ApplicationListener<ContextClosedEvent> listener = event -> closed.countDown();
    context.addApplicationListener(listener);
    closed.await();
    return CommandLine.ExitCode.OK;
  }

  private String[] settings() {
    List<String> settings = new ArrayList<>();
    settings.add("--port=" + port);
    settings.add("--address=" + address);
    addIfGiven(settings, "--database=", database);
    addIfGiven(settings, "--data=", data);
    addIfGiven(settings, "--sample=", sample);
    return settings.toArray(String[]::new);
  }

  private static void addIfGiven(List<String> settings, String option, String value) {
    if (!value.isEmpty()) {
      settings.add(option + value);
    }
  }

  /** The cause in one sentence, as far as it is one that its reader can mend. */
  private String reason(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof PortInUseException || t instanceof BindException) {
        return "端口 " + port + " 已被占用,请换一个:--port 8081 / port " + port + " is taken; choose another";
      }
      if (t instanceof SQLException) {
        return "连不上数据库:" + t.getMessage() + " / cannot reach the database; is it running?";
      }
      if (t instanceof IllegalArgumentException) {
        return "无法启动 / cannot start: " + t.getMessage();
      }
    }
    return "无法启动 / cannot start: " + failure;
  }
}
