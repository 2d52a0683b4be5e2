package onegrid.merge;

import onegrid.finding.Words;

/** The rules that settle a disagreement until a person decides otherwise. */
public enum MergeRule {
  MOST_LAYERS_AGREE("归入多数部门看法一致的一侧", "goes to the side that most layers agree with"),
  LONGEST_BORDER("归入公共边最长的一侧", "goes to the side with the longest common border"),
  MIDDLE_LINE("狭长空隙沿中线分给两侧网格", "a long gap is divided among the cells beside it, along its middle"),
  OTHERS_DREW_BORDER("边界取其他部门也绘有的一侧", "the border is where other layers drew it, too"),
  KEEPS_MOST_OF_CELL("重叠占某网格大半，仍归该网格", "the cell that would lose most of its ground keeps it"),
  LOWER_CODE("条件相同，归入编码较小者", "all else equal, goes to the lower code"),
  MOST_OF_BUILDING("楼栋整体归入占其面积较多的一侧", "the building goes to the side that holds more of it"),
  LEFT_OPEN("面积较大，保留为空，待人工裁定", "too wide to settle by rule: left open for a decision");

  private final Words words;

  MergeRule(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
