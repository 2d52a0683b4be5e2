package onegrid.store;

import onegrid.finding.Words;

/** A shape that must not reach the database; says why. */
public final class ShapeRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Words words;

  ShapeRefused(Words words) {
    super(words.en());
    this.words = words;
  }

  public Words words() {
    return words;
  }
}
