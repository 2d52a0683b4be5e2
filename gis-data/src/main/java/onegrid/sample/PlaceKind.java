package onegrid.sample;

/** What draws people. */
public enum PlaceKind {
  SCHOOL("学校"),
  MARKET("集贸市场"),
  OFFICE("商务楼宇");

  private final String zh;

  PlaceKind(String zh) {
    this.zh = zh;
  }

  /** The kind in Chinese. */
  public String zh() {
    return zh;
  }
}
