package onegrid.server.command;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Severity;

/** Findings counted by kind, for a summary. */
final class FindingCounts {
  private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);

  FindingCounts(List<Finding> findings) {
    findings.forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
  }

  boolean needDecision() {
    return counts.keySet().stream().anyMatch(code -> code.severity() != Severity.INFO);
  }

  void print(PrintWriter out) {
    counts.forEach(
        (code, count) ->
            out.printf(
                "  %s %6d  %s %s%n",
                mark(code.severity()), count, code.title().zh(), code.title().en()));
  }

  private static String mark(Severity severity) {
    return switch (severity) {
      case ERROR -> "✗";
      case WARNING -> "!";
      case INFO -> "·";
    };
  }
}
