package onegrid.merge;

import onegrid.finding.Finding;

/** A merge that was not begun or not finished because of its input; says where and why. */
public final class MergeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public MergeRefused(Finding finding) {
    super(finding.words().en());
    this.finding = finding;
  }

  public Finding finding() {
    return finding;
  }
}
