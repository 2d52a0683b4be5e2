package onegrid.server;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import onegrid.server.command.Exit;
import onegrid.store.AuditVerdict;
import onegrid.store.Stores;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code onegrid audit verify}: reads the audit trail of a database and checks every hash. */
@Command(
    name = "audit",
    description = {"检查操作记录。", "Checks the audit trail."},
    mixinStandardHelpOptions = true,
    subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  @Command(
      name = "verify",
      description = {"逐行校验操作记录的哈希链。", "Checks the chain of hashes, line by line."},
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Option(
        names = "--database",
        paramLabel = "URL",
        description = "PostGIS 的 JDBC 地址 / JDBC URL of PostGIS [ONEGRID_DATABASE_URL]")
    private String database = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      String url = database.isEmpty() ? environment("ONEGRID_DATABASE_URL") : database;
      if (url.isEmpty()) {
        err.println("请用 --database 说明数据库 / name the database with --database");
        return CommandLine.ExitCode.USAGE;
      }
      try {
        AuditVerdict verdict = Stores.over(source(url)).audit().verify();
        if (verdict.isWhole()) {
          out.println("操作记录完整 / whole: " + verdict.lines() + " lines");
          return CommandLine.ExitCode.OK;
        }
        out.println(
            "操作记录在第 "
                + verdict.firstBroken().orElseThrow()
                + " 行被改动或缺失 / changed or missing there");
        return CommandLine.ExitCode.SOFTWARE;
      } catch (DataAccessException | TransactionException e) {
        err.println("连不上数据库，或其中没有操作记录 / cannot read the trail: " + e.getMessage());
        return Exit.REFUSED;
      }
    }

    private static DriverManagerDataSource source(String url) {
      DriverManagerDataSource source = new DriverManagerDataSource(url);
      String user = environment("ONEGRID_DATABASE_USER");
      if (!user.isEmpty()) {
        source.setUsername(user);
        source.setPassword(environment("ONEGRID_DATABASE_PASSWORD"));
      }
      return source;
    }

    private static String environment(String name) {
      String value = System.getenv(name);
      return value == null ? "" : value;
    }
  }
}
