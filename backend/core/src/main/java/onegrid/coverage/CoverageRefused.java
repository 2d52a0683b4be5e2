package onegrid.coverage;

import onegrid.finding.Words;

/** Thrown for a question that has no sensible answer; says why in plain words. */
public final class CoverageRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Words words;

  public CoverageRefused(Words words) {
    super(words.en());
    this.words = words;
  }

  public CoverageRefused(String zh, String en) {
    this(new Words(zh, en));
  }

  public Words words() {
    return words;
  }
}
