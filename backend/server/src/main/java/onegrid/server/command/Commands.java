package onegrid.server.command;

import java.io.PrintWriter;
import java.util.Optional;
import onegrid.coverage.CoverageRefused;
import onegrid.finding.Finding;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.merge.MergeRefused;
import onegrid.walk.WalkRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** All the commands that work on files, as one command line. */
@Command(
    name = "onegrid",
    description = {"一网：多网合一、检查图层、生成样例。", "OneGrid: merge layers, check a layer, make sample data."},
    mixinStandardHelpOptions = true,
    version = "OneGrid 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      MergeCommand.class,
      CoverageCommand.class,
      CheckCommand.class,
      SampleCommand.class
    })
public final class Commands implements Runnable {
  /** Chinese takes two columns a character; at 80 every sentence would break. */
  private static final int WIDTH = 120;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Commands() {}

  /** The command line; more subcommands may be added to it. */
  public static CommandLine line() {
    CommandLine line = new CommandLine(new Commands());
    line.setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
    line.setUsageHelpWidth(WIDTH);
    line.setParameterExceptionHandler(Commands::misused);
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new ParameterException(spec.commandLine(), "请给出命令 / name a command");
  }

  private static int told(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    if (failure instanceof FileRefused refused) {
      say(err, "拒绝 / refused:", refused.words());
      refused.findings().forEach(finding -> say(err, " ", finding.words()));
      return Exit.REFUSED;
    }
    if (failure instanceof CoverageRefused refused) {
      say(err, "拒绝 / refused:", refused.words());
      return Exit.REFUSED;
    }
    if (failure instanceof WalkRefused refused) {
      say(err, "拒绝 / refused:", refused.words());
      return Exit.REFUSED;
    }
    if (failure instanceof MergeRefused refused) {
      Finding finding = refused.finding();
      say(err, "拒绝 / refused:", finding.words());
      say(err, " ", finding.action());
      return Exit.REFUSED;
    }
    Optional<Words> disk = DiskTrouble.words(failure);
    if (disk.isPresent()) {
      say(err, "无法完成 / stopped:", disk.get());
      return Exit.REFUSED;
    }
    err.println("程序出错，未写出任何结果；请把以下内容发给我们 / a fault of ours, nothing was written:");
    failure.printStackTrace(err);
    err.flush();
    return Exit.OUR_FAULT;
  }

  private static int misused(ParameterException misuse, String[] args) {
    PrintWriter err = misuse.getCommandLine().getErr();
    err.println("参数有误 / wrong use: " + misuse.getMessage());
    err.println(
        "用法见 / see: " + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return Exit.REFUSED;
  }

  private static void say(PrintWriter err, String start, Words words) {
    err.println(start + " " + words.zh());
    err.println("  " + words.en());
    err.flush();
  }
}
