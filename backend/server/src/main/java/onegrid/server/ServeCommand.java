package onegrid.server;

import java.io.PrintWriter;
import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import onegrid.server.command.Exit;
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
    description = {"启动服务，在浏览器里使用。", "Starts the service, for use in a browser."},
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
      return told(e);
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

  /** Says in one sentence what its reader can mend; what is our own fault is told whole. */
  private int told(RuntimeException failure) {
    PrintWriter err = spec.commandLine().getErr();
    String reason = "";
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof PortInUseException || t instanceof BindException) {
        reason =
            "端口 " + port + " 已被占用，请换一个：--port 8081 / port " + port + " is taken; choose another";
      } else if (t instanceof SQLException) {
        // The innermost knows most: the pool only says that it waited.
        reason = "连不上数据库，请确认它已启动、地址无误 / cannot reach the database: " + t.getMessage();
      } else if (t instanceof IllegalArgumentException && reason.isEmpty()) {
        reason = "无法启动 / cannot start: " + t.getMessage();
      }
    }
    if (reason.isEmpty()) {
      err.println("无法启动，这是程序的错 / cannot start, a fault of ours:");
      failure.printStackTrace(err);
    } else {
      err.println(reason);
    }
    err.flush();
    return reason.isEmpty() ? Exit.OUR_FAULT : Exit.REFUSED;
  }
}
