package onegrid.walk;

import onegrid.finding.Words;

/** What kind of way an edge of the network is; the ordinal stands in its arrays. */
public enum WayKind {
  /** A main road with a pavement on either side, crossed at crossings only. */
  WIDE_ROAD("主干路", "main road", true),
  /** Any other street; one walks on it and crosses it anywhere. */
  STREET("街巷", "street", true),
  /** A way for people on foot. */
  PATH("步道", "footpath", true),
  /** Steps; they take half as long again as level ground (a parameter of {@link WalkRules}). */
  STEPS("台阶", "steps", false),
  /** A bridge or underpass: nothing beside it can be entered from it. */
  OVER_OR_UNDER("天桥或地道", "bridge or underpass", false),
  /** Across a wide road at a crossing. */
  CROSSING("过街", "crossing", false),
  /** Through a gate of a compound. */
  GATE("出入口", "gate", false);

  private final Words title;
  private final boolean entered;

  WayKind(String zh, String en, boolean entered) {
    this.title = new Words(zh, en);
    this.entered = entered;
  }

  public Words title() {
    return title;
  }

  /** Whether a building beside the way can be entered from it. */
  public boolean entered() {
    return entered;
  }
}
