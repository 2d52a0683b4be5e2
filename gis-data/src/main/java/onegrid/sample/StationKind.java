package onegrid.sample;

/** Kinds of service stations. */
public enum StationKind {
  SUBDISTRICT_CENTRE("街道党群服务中心"),
  COMMUNITY_CENTRE("社区党群服务中心"),
  COMPOUND_STATION("小区党群服务站"),
  REST_STOP("驿站"),
  CANTEEN("社区食堂"),
  LEGAL_SERVICE("法律服务站"),
  CONTACT_POINT("基层联系点");

  private final String zh;

  StationKind(String zh) {
    this.zh = zh;
  }

  /** The kind in Chinese. */
  public String zh() {
    return zh;
  }
}
