package onegrid.server.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs commands as a person does and keeps what they say. */
final class Terminal {
  private final StringWriter said = new StringWriter();

  /** Runs one command; gives its exit code. */
  int run(Object... words) {
    CommandLine line = Commands.line();
    PrintWriter writer = new PrintWriter(said, true);
    String[] args = new String[words.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = words[i].toString();
    }
    return line.setOut(writer).setErr(writer).execute(args);
  }

  /** Everything said so far. */
  String said() {
    return said.toString();
  }
}
