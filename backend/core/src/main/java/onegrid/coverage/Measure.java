package onegrid.coverage;

import onegrid.finding.Words;

/** How it is decided whether a station is near enough. */
public enum Measure {
  STRAIGHT("直线半径", "straight radius"),
  DETOUR("直线乘绕行系数", "straight line times detour factor"),
  NETWORK("步行路网", "walking network");

  private final Words title;

  Measure(String zh, String en) {
    this.title = new Words(zh, en);
  }

  public Words title() {
    return title;
  }
}
