package onegrid.server;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import onegrid.server.command.Commands;
import picocli.CommandLine;

/**
 * The program: {@code onegrid merge|check|sample}, files in and files out, and {@code serve}.
 *
 * <p>A plain main: nothing of Spring is touched by any command but {@code serve}.
 */
public final class OneGrid {
  /** Held on to, so that their levels stay as set. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("java.util.prefs"), Logger.getLogger("org.geotools"));

  private OneGrid() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  public static int run(String[] args, OutputStream out, OutputStream err) {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    // The words are Chinese; a terminal in the C locale would show question marks.
    PrintWriter errors = utf8(err);
    for (String arg : args) {
      if (arg.indexOf('\uFFFD') >= 0) {
        errors.println("本机区域设置不认中文参数，请先执行 export LC_ALL=C.UTF-8");
        errors.println("The locale garbles the arguments; run: export LC_ALL=C.UTF-8");
        errors.flush();
        return CommandLine.ExitCode.USAGE;
      }
    }
    CommandLine line = Commands.line();
    line.addSubcommand(new ServeCommand());
    line.addSubcommand(new AuditCommand());
    return line.setOut(utf8(out)).setErr(errors).execute(args);
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
