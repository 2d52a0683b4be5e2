package onegrid.merge;

import onegrid.finding.Words;

/** How drawings can disagree. */
public enum ConflictKind {
  OVERLAP("同一部门两个网格都认领", "two cells of one layer claim it"),
  GAP("该部门漏画", "a layer leaves it out"),
  UNCLAIMED("所有部门都未认领", "no layer claims it"),
  STRIP("部门边界不一致", "layers draw the border in different places"),
  CUT_BUILDING("边界穿过楼栋", "a border runs through a building");

  private final Words title;

  ConflictKind(String zh, String en) {
    this.title = new Words(zh, en);
  }

  public Words title() {
    return title;
  }
}
