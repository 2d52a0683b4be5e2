package onegrid.plan;

import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** Ends an edit that may not be done; caught where the edit began, and told as a value. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;
  private final transient List<GridLine> crossing;

  Refusal(FindingCode code, String id, Optional<GridPoint> at, Words words, Words action) {
    this(code, id, at, words, action, List.of());
  }

  /**
   * @param crossing the stretches that would lie where they may not
   */
  Refusal(
      FindingCode code,
      String id,
      Optional<GridPoint> at,
      Words words,
      Words action,
      List<GridLine> crossing) {
    super(words.en(), null, false, false);
    this.finding = new Finding(code, "", id, 0, at.map(GridPoint::spot), words, action);
    this.crossing = List.copyOf(crossing);
  }

  Finding finding() {
    return finding;
  }

  List<GridLine> crossing() {
    return crossing;
  }
}
