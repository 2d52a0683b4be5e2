package onegrid.walk;

import java.util.Comparator;
import onegrid.finding.Finding;

/** Findings in an order that does not depend on the order of the input. */
final class FindingOrder {
  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::code)
          .thenComparing(f -> f.at().map(s -> s.eastMetres()).orElse(0.0))
          .thenComparing(f -> f.at().map(s -> s.northMetres()).orElse(0.0))
          .thenComparing(Finding::sourceCode)
          .thenComparing(f -> f.words().en());

  private FindingOrder() {}
}
