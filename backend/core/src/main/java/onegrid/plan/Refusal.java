package onegrid.plan;

import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** Ends an edit that cannot be done; caught where the edit began. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  Refusal(FindingCode code, String id, Optional<GridPoint> at, Words words, Words action) {
    super(words.en(), null, false, false);
    this.finding = new Finding(code, "", id, 0, at.map(GridPoint::spot), words, action);
  }

  Finding finding() {
    return finding;
  }
}
