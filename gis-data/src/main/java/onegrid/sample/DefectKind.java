package onegrid.sample;

/** Kinds of mistakes that departments make, with the number of each in the defect catalogue. */
public enum DefectKind {
  ENCODING("D01", "编码未声明", "encoding not declared"),
  CRS_MISSING("D02", "未声明坐标系", "coordinate system not declared"),
  CRS_CONTRADICTS("D03", "坐标系声明与坐标矛盾", "declared coordinate system contradicts the numbers"),
  AXES_SWAPPED("D04", "坐标轴颠倒", "axes swapped"),
  SHIFTED_DATUM("D05", "GCJ-02 偏移", "shifted by GCJ-02"),
  WRONG_ZONE("D06", "带号错误", "neighbouring zone declared"),
  OUTSIDE_AREA("D07", "超出辖区", "lies outside the district"),
  BOW_TIE("D08", "自相交（蝴蝶结）", "bow-tie"),
  LOOP("D08", "边界打圈", "loop in the border"),
  UNCLOSED_RING("D09", "环未闭合", "ring not closed"),
  REPEATED_POINT("D10", "重复节点", "repeated point"),
  SPIKE("D10", "尖刺", "spike"),
  WRONG_ORIENTATION("D11", "环方向错误", "ring runs the other way than its fellows"),
  TINY_AREA("D12", "面积近零", "next to no area"),
  DUPLICATE("D13", "重复要素", "cell handed in twice"),
  EMPTY_GEOMETRY("D14", "空几何", "no geometry"),
  HEIGHTS("D15", "带高程值", "heights in the coordinates"),
  CAD_ARCS("D16", "CAD 圆弧", "arcs from CAD"),
  EXCLAVE("D17", "飞地", "part inside another cell"),
  HOLE("D18", "内洞", "hole round another cell's part"),
  OVERLAPPING_STRIP("D19", "重叠条带", "strip too much along a side"),
  MISSING_STRIP("D20", "缝隙条带", "strip missing along a side"),
  MISSING_CELL("D20", "缺失网格", "cell not handed in"),
  REDRAWN("D21", "单独重画", "drawn on its own, vertices do not match"),
  BUILDING_CUT("D22", "楼栋被切", "border runs through a building"),
  BUILDING_UNCOVERED("D23", "楼栋无网格", "building in no cell"),
  COMPOUND_IN_TWO_COMMUNITIES("D24", "小区跨社区", "compound listed in two communities"),
  CODE_DUPLICATE("D25", "编码重复", "code given twice"),
  CODE_FORMAT("D25", "编码格式错误", "code of the wrong form"),
  NAME_VARIANT("D26", "名称写法不一", "name written otherwise"),
  UNKNOWN_PARENT("D27", "上级不存在", "community does not exist"),
  POST_WITHOUT_CELL("D28", "岗位无网格", "post on a cell that does not exist"),
  CELL_WITHOUT_POST("D28", "网格无岗位", "cell without a post"),
  SUM_MISMATCH("D29", "人口合计不符", "people do not add up to the total"),
  BOUNDS_IN_WORDS("D30", "仅有四至文字", "bounds in words only"),
  CODES_AS_NUMBERS("D31", "编码变成数字", "codes stored as numbers"),
  DATE_AS_NUMBER("D31", "日期变成序列号", "date stored as a serial number"),
  FEW_DECIMALS("D32", "经纬度小数位不足", "degrees with too few decimals"),
  STALE_VINTAGE("D33", "旧版区划", "community abolished long ago");

  private final String catalogue;
  private final String zh;
  private final String en;

  DefectKind(String catalogue, String zh, String en) {
    this.catalogue = catalogue;
    this.zh = zh;
    this.en = en;
  }

  /** Its number in the defect catalogue, D01 to D33. */
  public String catalogue() {
    return catalogue;
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
