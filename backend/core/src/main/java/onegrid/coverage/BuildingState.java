package onegrid.coverage;

import onegrid.finding.Words;

/** What can be said of a building. */
public enum BuildingState {
  COVERED("已覆盖", "covered"),
  NOT_COVERED("未覆盖", "not covered"),
  /** The data does not tell; {@link UnknownReason} says why. */
  UNKNOWN("无法判定", "unknown");

  private final Words title;

  BuildingState(String zh, String en) {
    this.title = new Words(zh, en);
  }

  public Words title() {
    return title;
  }
}
