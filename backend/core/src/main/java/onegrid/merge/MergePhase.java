package onegrid.merge;

import onegrid.finding.Words;

/** The steps of a merge, in their order. */
public enum MergePhase {
  AREA("整理管辖范围", "clean the area layer"),
  MEASURE("估计各图层偏移与容差", "measure each layer's shift and tolerance"),
  CONFLATE("逐层贴合、分割、消除细缝", "conflate, node and settle each community"),
  ASSEMBLE("拼合单元、核对去向", "assemble units, account for every source");

  private final Words title;

  MergePhase(String zh, String en) {
    this.title = new Words(zh, en);
  }

  public Words title() {
    return title;
  }
}
