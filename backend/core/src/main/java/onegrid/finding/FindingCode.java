package onegrid.finding;

/**
 * Every kind of finding there is. The names are stable: they stand in files, in the store and in
 * answers over HTTP. The D numbers are those of the defect catalogue that cities use at hand-in.
 */
public enum FindingCode {
  // Reading a file.
  CRS_MISSING(Severity.ERROR, "D02", "未说明坐标系", "coordinate system not stated"),
  CRS_CONTRADICTS(Severity.ERROR, "D03", "坐标系与坐标值不符", "coordinate system contradicts the values"),
  AXES_SWAPPED(Severity.WARNING, "D04", "坐标轴颠倒", "axes swapped"),
  DATUM_SHIFT(Severity.WARNING, "D05", "疑似火星坐标或百度坐标", "looks like GCJ-02 or BD-09"),
  ZONE_UNCLEAR(Severity.WARNING, "D06", "分带不明或有误", "zone missing or wrong"),
  OLD_CRS_MEMBER(Severity.INFO, "", "沿用旧式 crs 成员", "old crs member honoured"),
  GEOMETRY_EMPTY(Severity.WARNING, "D14", "图形为空", "empty geometry"),
  GEOMETRY_NOT_AREA(Severity.WARNING, "", "不是面状图形", "not a polygon"),
  RING_NOT_CLOSED(Severity.INFO, "D09", "环未闭合", "ring not closed"),
  HEIGHTS_DROPPED(Severity.INFO, "D15", "已忽略高程与量测值", "heights and measures dropped"),
  CODE_MISSING(Severity.WARNING, "D25", "缺少编码", "code missing"),
  CODE_REPEATED(Severity.WARNING, "D25", "编码重复", "code repeated"),
  NUMBER_UNREADABLE(Severity.WARNING, "D31", "数字无法识别", "number unreadable"),
  PERSONAL_COLUMN_DROPPED(Severity.INFO, "", "已丢弃个人信息列", "personal column dropped"),
  COARSE_COORDINATES(Severity.WARNING, "D32", "坐标精度过低", "coarse coordinates"),
  ENCODING_UNDECLARED(Severity.INFO, "D01", "文字编码未声明", "text encoding not stated"),
  ARCHIVE_IN_ARCHIVE(Severity.INFO, "", "压缩包套压缩包", "archive inside an archive"),
  RING_TURNED(Severity.INFO, "D11", "环方向与其余相反", "ring runs the other way"),
  ARCS_DENSIFIED(Severity.INFO, "D16", "圆弧已加密为折线", "arcs made into short lines"),
  CODE_FORM(Severity.WARNING, "D25", "编码格式与其余不同", "code of another form"),
  NAME_VARIANT(Severity.INFO, "D26", "名称写法不规范", "name with full-width characters"),
  PARENT_UNKNOWN(Severity.WARNING, "D27", "上级社区不存在", "community of the code unknown"),

  // Repairing rings.
  RING_CROSSES_ITSELF(Severity.INFO, "D08", "边界自相交", "ring crosses itself"),
  RING_SPIKE(Severity.INFO, "D10", "尖刺或重复点", "spike or repeated point"),
  CELL_TOO_SMALL(Severity.INFO, "D12", "面积过小", "area too small"),
  CELL_REPEATED(Severity.INFO, "D13", "重复图形", "cell repeated"),
  CELL_IN_PARTS(Severity.WARNING, "D17", "存在飞地", "cell in several parts"),
  CELL_WITH_HOLE(Severity.WARNING, "D18", "存在内洞", "cell with a hole"),

  // Merging.
  RANKED_BY_DRAWING(Severity.INFO, "", "同级图层按画得准的在前", "equals ranked by how well they are drawn"),
  LAYER_SHIFTED(Severity.INFO, "D05", "图层整体偏移", "layer shifted as a whole"),
  BORDERS_SETTLED(Severity.INFO, "", "边界贴合到更高等级图层", "borders settled on stronger layers"),
  TOO_MANY_CROSSINGS(Severity.ERROR, "D08", "边界交叉过多", "too many crossings"),
  NOTHING_TO_MERGE(Severity.ERROR, "D14", "没有可合并的图形", "nothing to merge"),
  OUTSIDE_AREA(Severity.WARNING, "D07", "超出管辖范围", "outside the area"),
  AREAS_OVERLAP(Severity.WARNING, "D19", "管辖范围互相重叠", "areas overlap"),
  CELLS_OVERLAP(Severity.WARNING, "D19", "同一部门网格重叠", "cells of one layer overlap"),
  UNCLAIMED(Severity.WARNING, "D20", "无部门认领", "claimed by no department"),
  SOURCE_NOT_PLACED(Severity.WARNING, "", "来源网格未能落位", "source cell not placed"),
  BUILDING_CUT_BY_AREA(Severity.WARNING, "D22", "楼栋跨管辖界线", "building cut by an area border"),
  BUILDING_CUT_BY_BORDER(Severity.WARNING, "D22", "楼栋跨受保护界线", "building cut by a protected border"),
  BUILDING_OUTSIDE(Severity.WARNING, "D23", "楼栋不在任何网格内", "building in no unit"),

  // Walking.
  WAY_CUT_BY_BARRIER(Severity.WARNING, "", "道路穿过屏障", "way cut by a barrier"),
  GATE_UNCONNECTED(Severity.WARNING, "", "出入口未接路", "gate without a way"),
  GATE_WITHOUT_COMPOUND(Severity.WARNING, "", "出入口无所属小区", "gate without a compound"),
  WAY_NOT_WALKED(Severity.INFO, "", "道路不可步行", "way that nobody may walk"),
  NETWORK_ISLAND(Severity.WARNING, "", "路网孤岛", "island of the network"),
  CROSSING_MISSING(Severity.WARNING, "", "主干路缺过街设施", "main road without a crossing"),

  // Coverage.
  STATION_NOT_LINKED(Severity.WARNING, "", "站点未接入路网", "station not linked to the network"),
  BUILDING_NOT_LINKED(Severity.WARNING, "", "楼栋未接入路网", "building not linked to the network"),
  SIDE_AMBIGUOUS(Severity.INFO, "", "路侧不明", "side of the road unclear"),
  HOURS_UNREADABLE(Severity.WARNING, "", "开放时间无法识别", "opening hours unreadable"),
  NO_STATIONS(Severity.WARNING, "", "没有可用站点", "no station to walk to"),

  // Plans.
  PLAN_PART_UNKNOWN(Severity.ERROR, "", "方案中没有所指的对象", "no such thing in the plan"),
  VERTEX_UNKNOWN(Severity.ERROR, "", "界线上没有这个折点", "no such vertex on the border"),
  BORDER_HELD(Severity.ERROR, "", "界线不可移动", "border that may not move"),
  BORDER_LOCKED(Severity.ERROR, "", "界线已锁定", "border locked"),
  BORDERS_MEET(Severity.ERROR, "", "界线交叉或相碰", "borders cross or touch"),
  BUILDING_CUT(Severity.ERROR, "D22", "楼栋被界线切开", "building cut by a border"),
  COMPOUND_CUT(Severity.ERROR, "D22", "小区被界线切开", "compound cut by a border"),
  CELL_LOCKED(Severity.ERROR, "", "网格已锁定", "cell locked"),
  CELL_EMPTIED(Severity.ERROR, "", "网格被清空", "cell emptied"),
  ACROSS_AREAS(Severity.ERROR, "", "跨越社区界线", "across a community border"),
  CODE_TAKEN(Severity.ERROR, "D25", "编码已被使用", "code in use or retired"),
  UNITS_APART(Severity.ERROR, "", "单元不相邻或不属同一网格", "units apart"),
  SPLIT_LINE_WRONG(Severity.ERROR, "", "切割线不能切开单元", "line does not split the unit"),
  EDIT_IDLE(Severity.ERROR, "", "操作没有效果", "edit without effect"),
  CHANGED_SINCE(Severity.ERROR, "", "之后又有修改", "changed since"),
  UNIT_BROKEN(Severity.ERROR, "", "单元图形不成立", "unit without a sound shape");

  private final Severity severity;
  private final String defect;
  private final Words title;

  FindingCode(Severity severity, String defect, String zh, String en) {
    this.severity = severity;
    this.defect = defect;
    this.title = new Words(zh, en);
  }

  public Severity severity() {
    return severity;
  }

  /** The number in the defect catalogue, empty when it has none. */
  public String defect() {
    return defect;
  }

  public Words title() {
    return title;
  }
}
