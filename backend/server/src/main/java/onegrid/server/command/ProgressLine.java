package onegrid.server.command;

import java.io.PrintWriter;
import onegrid.merge.MergePhase;
import onegrid.merge.MergeProgress;
import org.jspecify.annotations.Nullable;

/**
 * One line that says how far a run is: rewritten in place on a terminal, one line for each step
 * where the words go to a file. Safe for many threads.
 */
final class ProgressLine implements MergeProgress {
  private final PrintWriter out;
  private final boolean terminal;
  private @Nullable MergePhase phase;
  private int percent = -1;
  private int width;

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized boolean goesOn(MergePhase now, double share) {
    int hundredth = (int) Math.floor(share * 100);
    if (now != phase || (terminal && hundredth > percent)) {
      boolean next = now != phase;
      phase = now;
      percent = hundredth;
      if (terminal) {
        show(now.title().zh() + " " + now.title().en() + " " + hundredth + "%");
      } else if (next) {
        show(now.title().zh() + " / " + now.title().en());
      }
    }
    return true;
  }

  /** Says what is being done. */
  synchronized void show(String text) {
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      width = text.length();
    } else {
      out.println(text);
    }
    out.flush();
  }

  /** Ends the line, so that other words may follow. */
  synchronized void end() {
    if (terminal && width > 0) {
      out.print("\r" + " ".repeat(2 * width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
