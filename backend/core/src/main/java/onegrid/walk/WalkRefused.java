package onegrid.walk;

import onegrid.finding.Words;

/** Thrown when no network can be made at all; says why in plain words. */
public final class WalkRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Words words;

  public WalkRefused(Words words) {
    super(words.en());
    this.words = words;
  }

  public Words words() {
    return words;
  }
}
