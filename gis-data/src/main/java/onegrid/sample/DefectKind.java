package onegrid.sample;

/** Kinds of mistakes that departments make. */
public enum DefectKind {
  BOW_TIE("自相交（蝴蝶结）", "bow-tie"),
  SPIKE("尖刺", "spike"),
  LOOP("边界打圈", "loop in the border"),
  REPEATED_POINT("重复节点", "repeated point"),
  WRONG_ORIENTATION("环方向错误", "ring runs the wrong way"),
  TINY_AREA("面积近零", "next to no area"),
  DUPLICATE("重复要素", "cell handed in twice"),
  EMPTY_GEOMETRY("空几何", "no geometry"),
  HEIGHTS("带高程值", "heights in the coordinates"),
  MISSING_CELL("缺失网格", "cell not handed in"),
  EXCLAVE("飞地", "part inside another cell"),
  HOLE("内洞", "hole round another cell's part"),
  MISSING_STRIP("缝隙条带", "strip missing along a side"),
  OVERLAPPING_STRIP("重叠条带", "strip too much along a side"),
  REDRAWN("单独重画", "drawn on its own"),
  OUTSIDE_AREA("超出辖区", "lies outside the district"),
  CODE_DUPLICATE("编码重复", "code given twice"),
  CODE_FORMAT("编码格式错误", "code of the wrong form"),
  NAME_VARIANT("名称写法不一", "name written otherwise"),
  UNKNOWN_PARENT("上级不存在", "community does not exist"),
  STALE_VINTAGE("旧版区划", "community abolished long ago");

  private final String zh;
  private final String en;

  DefectKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The kind in Chinese. */
  public String zh() {
    return zh;
  }

  /** The kind in English. */
  public String en() {
    return en;
  }
}
