package onegrid.walk;

import onegrid.finding.Words;

/** What people on foot cannot cross. */
public enum BarrierKind {
  RIVER("河流", "river"),
  RAILWAY("铁路", "railway"),
  WALL("围墙", "wall");

  private final Words title;

  BarrierKind(String zh, String en) {
    this.title = new Words(zh, en);
  }

  public Words title() {
    return title;
  }
}
