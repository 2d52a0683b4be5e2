package onegrid.io.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onegrid.coverage.BuildingState;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageReport;
import onegrid.coverage.Measure;
import onegrid.coverage.ServiceArea;
import onegrid.coverage.Tally;
import onegrid.coverage.UncoveredPocket;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The tables of an answer as one workbook, for offices: columns in Chinese, codes as text, the
 * assumption under every table.
 */
final class CoverageBook {
  private static final int FIRST_ROW = 1;

  private final Coverage coverage;
  private final CoverageReport report;
  private final Workbook book;

  private CoverageBook(Coverage coverage, CoverageReport report, Workbook book) {
    this.coverage = coverage;
    this.report = report;
    this.book = book;
  }

  static void write(
      Coverage coverage,
      CoverageReport report,
      Optional<CapacityShare> share,
      List<ServiceArea> areas,
      CoverageAbout about,
      Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "OneGrid", "1.0")) {
      CoverageBook tables = new CoverageBook(coverage, report, book);
      tables.figures(share);
      tables.againstRadius();
      tables.pockets();
      tables.buildings();
      tables.drawings(areas);
      tables.about(about);
    }
  }

  private void figures(Optional<CapacityShare> share) throws IOException {
    Worksheet sheet =
        sheet(
            "汇总", "口径", "范围", "编码", "楼栋", "已覆盖楼栋", "户", "已覆盖户", "人", "已覆盖人", "未覆盖人", "无法判定人",
            "人口覆盖率", "户覆盖率", "楼栋覆盖率");
    int row = FIRST_ROW;
    for (Measure measure : Measure.values()) {
      figure(sheet, row++, measure.title().zh(), "全部", "", report.by(measure));
    }
    if (share.isPresent()) {
      figure(sheet, row++, CoverageAbout.WITH_ROOM, "全部", "", share.get().tally());
    }
    for (CoverageReport.Group group : report.groups()) {
      String by =
          switch (group.by()) {
            case SUBDISTRICT -> "街道";
            case COMMUNITY -> "社区";
            case COMPOUND_KIND -> "小区类型";
            case COMPOUND_AGE -> "建成类别";
          };
      for (Measure measure : Measure.values()) {
        figure(sheet, row++, measure.title().zh(), by, group.key(), group.by(measure));
      }
    }
    foot(sheet, row);
  }

  private static void figure(
      Worksheet sheet, int row, String measure, String by, String key, Tally tally) {
    sheet.value(row, 0, measure);
    sheet.value(row, 1, by);
    sheet.value(row, 2, key);
    sheet.value(row, 3, tally.allBuildings());
    sheet.value(row, 4, tally.buildings(BuildingState.COVERED));
    sheet.value(row, 5, tally.allHouseholds());
    sheet.value(row, 6, tally.households(BuildingState.COVERED));
    sheet.value(row, 7, tally.allPeople());
    sheet.value(row, 8, tally.people(BuildingState.COVERED));
    sheet.value(row, 9, tally.people(BuildingState.NOT_COVERED));
    sheet.value(row, 10, tally.people(BuildingState.UNKNOWN));
    sheet.value(row, 11, Tally.share(tally.people(BuildingState.COVERED), tally.allPeople()));
    sheet.value(
        row, 12, Tally.share(tally.households(BuildingState.COVERED), tally.allHouseholds()));
    sheet.value(row, 13, Tally.share(tally.buildings(BuildingState.COVERED), tally.allBuildings()));
    for (int column = 11; column <= 13; column++) {
      sheet.style(row, column).format("0.00%").set();
    }
  }

  private void againstRadius() throws IOException {
    Worksheet sheet = sheet("半径对照", "直线半径", "步行路网", "楼栋", "户", "人");
    int row = FIRST_ROW;
    for (boolean onPaper : new boolean[] {true, false}) {
      Tally tally = report.byRadius(onPaper);
      for (BuildingState state : BuildingState.values()) {
        sheet.value(row, 0, onPaper ? "半径内" : "半径外");
        sheet.value(row, 1, state.title().zh());
        sheet.value(row, 2, tally.buildings(state));
        sheet.value(row, 3, tally.households(state));
        sheet.value(row++, 4, tally.people(state));
      }
    }
    foot(sheet, row);
  }

  private void pockets() throws IOException {
    Worksheet sheet =
        sheet(
            "盲点", "序号", "名称", "小区编码", "社区编码", "楼栋", "户", "人", "步行最近站点", "步行秒", "步行米", "直线最近站点",
            "直线米", "阻隔", "阻隔名称");
    int row = FIRST_ROW;
    for (UncoveredPocket pocket : report.pockets()) {
      sheet.value(row, 0, row);
      sheet.value(row, 1, pocket.name());
      sheet.value(row, 2, pocket.compoundId());
      sheet.value(row, 3, pocket.communityCode());
      sheet.value(row, 4, pocket.buildings().size());
      sheet.value(row, 5, pocket.households());
      sheet.value(row, 6, pocket.people());
      if (pocket.station() >= 0) {
        sheet.value(row, 7, station(pocket.station()));
        sheet.value(row, 8, pocket.seconds());
        sheet.value(row, 9, Math.round(pocket.metres()));
      }
      if (pocket.straightStation() >= 0) {
        sheet.value(row, 10, station(pocket.straightStation()));
        sheet.value(row, 11, Math.round(pocket.straightMetres()));
      }
      sheet.value(row, 12, pocket.obstacle().kind().title().zh());
      sheet.value(row++, 13, pocket.obstacle().name());
    }
    foot(sheet, row);
  }

  private void buildings() throws IOException {
    Worksheet sheet =
        sheet(
            "楼栋", "楼栋编码", "状态", "原因", "户", "人", "小区编码", "社区编码", "步行最近站点", "步行秒", "步行米", "直线最近站点",
            "直线米");
    int row = FIRST_ROW;
    for (int b = 0; b < coverage.ground().buildings().size(); b++) {
      sheet.value(row, 0, coverage.building(b).id());
      sheet.value(row, 1, coverage.state(b).title().zh());
      sheet.value(row, 2, coverage.unknownReason(b).title().zh());
      sheet.value(row, 3, coverage.building(b).households());
      sheet.value(row, 4, coverage.building(b).people());
      sheet.value(row, 5, coverage.building(b).compoundId());
      sheet.value(row, 6, coverage.building(b).communityCode());
      if (coverage.station(b) >= 0) {
        sheet.value(row, 7, station(coverage.station(b)));
        sheet.value(row, 8, coverage.seconds(b));
        sheet.value(row, 9, Math.round(coverage.metres(b)));
      }
      if (coverage.straightStation(b) >= 0) {
        sheet.value(row, 10, station(coverage.straightStation(b)));
        sheet.value(row, 11, Math.round(coverage.straightMetres(b)));
      }
      row++;
    }
    foot(sheet, row);
  }

  /** How true the drawn areas are, judged by buildings. */
  private void drawings(List<ServiceArea> areas) throws IOException {
    Worksheet sheet = sheet("范围图", "分钟", "查准", "查全", "修补前查准", "修补前查全", "修补楼栋");
    int row = FIRST_ROW;
    for (ServiceArea area : areas) {
      sheet.value(row, 0, area.limitSeconds() / 60.0);
      sheet.value(row, 1, area.precision());
      sheet.value(row, 2, area.recall());
      sheet.value(row, 3, area.rawPrecision());
      sheet.value(row, 4, area.rawRecall());
      sheet.value(row++, 5, area.patched());
    }
    foot(sheet, row);
  }

  /** What holds for all sheets. */
  private void about(CoverageAbout about) throws IOException {
    Worksheet sheet = sheet("说明", "项目", "内容");
    sheet.width(0, 22);
    sheet.width(1, 90);
    int row = FIRST_ROW;
    for (CoverageAbout.Line line : about.lines()) {
      sheet.value(row, 0, line.what());
      sheet.value(row, 1, line.words());
      sheet.style(row++, 1).wrapText(true).set();
    }
    foot(sheet, row);
  }

  private String station(int number) {
    String name = coverage.stationAt(number).name();
    return name.isEmpty() ? coverage.stationAt(number).id() : name;
  }

  private Worksheet sheet(String name, String... columns) {
    Worksheet sheet = book.newWorksheet(name);
    for (int c = 0; c < columns.length; c++) {
      sheet.value(0, c, columns[c]);
      sheet.style(0, c).bold().fillColor("E8EEF6").set();
      sheet.width(c, 14);
    }
    sheet.freezePane(0, FIRST_ROW);
    return sheet;
  }

  private void foot(Worksheet sheet, int row) throws IOException {
    sheet.value(row + 1, 0, "口径：" + coverage.scenario().assumption().zh());
    sheet.value(row + 2, 0, "路网版本：" + coverage.ground().network().version());
    sheet.finish();
  }
}
