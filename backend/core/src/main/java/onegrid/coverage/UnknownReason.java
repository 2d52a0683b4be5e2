package onegrid.coverage;

import onegrid.finding.Words;

/** Why nothing can be said of a building. */
public enum UnknownReason {
  NONE("", ""),
  /** No edge within the limit that can be seen from the building. */
  NOT_LINKED("附近没有可达的道路", "no way in sight of it"),
  /** Its way leads nowhere: the network is not joined up here. */
  ISLAND("所接道路与路网不相连", "its way is cut off from the network"),
  /** One walks out of the data before the time is over; a station may lie beyond. */
  DATA_ENDS("可在时限内走出数据范围", "one can walk out of the data within the limit");

  private final Words title;

  UnknownReason(String zh, String en) {
    this.title = new Words(zh, en);
  }

  public Words title() {
    return title;
  }
}
