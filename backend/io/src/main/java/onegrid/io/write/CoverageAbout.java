package onegrid.io.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.Coverage;
import onegrid.coverage.ServiceArea;
import onegrid.walk.WalkNetwork;

/**
 * What holds for every table of an answer: the assumption, what each measure means, how true the
 * drawn areas are, and the versions that it was made from. In Chinese, as the tables for offices.
 *
 * @param lines in the order in which they are read
 */
record CoverageAbout(List<Line> lines) {
  static final String WITH_ROOM = "步行路网（计站点容量）";

  /** One thing to know. */
  record Line(String what, String words) {}

  CoverageAbout {
    lines = List.copyOf(lines);
  }

  static CoverageAbout of(
      Coverage coverage,
      Optional<CapacityShare> share,
      List<ServiceArea> areas,
      List<InputFile> inputs) {
    WalkNetwork network = coverage.ground().network();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("口径", coverage.scenario().assumption().zh()));
    lines.add(new Line("步行路网", "经出入口、过街处、桥与地道走到最近站点，不穿围墙、河流、铁路；楼栋接入 200 米内看得见的最近道路"));
    lines.add(new Line("官方半径", "楼栋到站点的直线距离不超过 " + coverage.scenario().radiusMetres() + " 米，不看路网"));
    lines.add(
        new Line(
            "绕行修正", "直线距离乘 %.2f 后按步行速度计时".formatted(coverage.scenario().detourPercent() / 100.0)));
    share.ifPresent(
        s ->
            lines.add(
                new Line(WITH_ROOM, "每站最多服务 " + s.usualPeople() + " 人，站点自报容量的从其容量；近者先得，满员后去下一站")));
    lines.add(new Line("覆盖率", "已覆盖 ÷ 全部；无法判定的计入分母，不算已覆盖"));
    lines.add(
        new Line(
            "计入站点",
            coverage.countedStations() + " / " + coverage.ground().stations().size() + " 个"));
    for (ServiceArea area : areas) {
      lines.add(
          new Line(
              "范围图 %s 分钟".formatted(Csv.number(area.limitSeconds() / 60.0, 2)),
              "按楼栋检验：查准 %s，查全 %s；修补前查准 %s，查全 %s；修补 %d 栋"
                  .formatted(
                      Csv.number(area.precision(), 6),
                      Csv.number(area.recall(), 6),
                      Csv.number(area.rawPrecision(), 6),
                      Csv.number(area.rawRecall(), 6),
                      area.patched())));
    }
    lines.add(new Line("坐标系", "EPSG:" + network.frame().epsgCode() + "，经纬度为 CGCS2000"));
    lines.add(new Line("路网版本", network.version()));
    for (InputFile input : inputs) {
      lines.add(
          new Line(
              "输入 " + input.role(),
              input.fileName() + "，" + input.features() + " 条，SHA-256 " + input.sha256()));
    }
    return new CoverageAbout(lines);
  }

  void write(Path file) throws IOException {
    try (Csv out = new Csv(file, "项目", "内容")) {
      for (Line line : lines) {
        out.text(line.what()).text(line.words()).endRow();
      }
    }
  }
}
