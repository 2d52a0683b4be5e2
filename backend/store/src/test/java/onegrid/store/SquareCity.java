package onegrid.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.merge.Claim;
import onegrid.merge.ConflictKind;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.DriftUndone;
import onegrid.merge.MergePhase;
import onegrid.merge.MergeReport;
import onegrid.merge.MergeReport.LayerReport;
import onegrid.merge.MergeReport.PhaseReport;
import onegrid.merge.MergeRule;
import onegrid.mosaic.Arc;
import onegrid.store.BaseMap.Barrier;
import onegrid.store.BaseMap.BarrierKind;
import onegrid.store.BaseMap.Border;
import onegrid.store.BaseMap.Building;
import onegrid.store.BaseMap.Compound;
import onegrid.store.BaseMap.CompoundAge;
import onegrid.store.BaseMap.Criterion;
import onegrid.store.BaseMap.Crossing;
import onegrid.store.BaseMap.CrossingKind;
import onegrid.store.BaseMap.Department;
import onegrid.store.BaseMap.Division;
import onegrid.store.BaseMap.DivisionLevel;
import onegrid.store.BaseMap.Duty;
import onegrid.store.BaseMap.Gate;
import onegrid.store.BaseMap.Landmark;
import onegrid.store.BaseMap.LandmarkKind;
import onegrid.store.BaseMap.Post;
import onegrid.store.BaseMap.Railway;
import onegrid.store.BaseMap.Road;
import onegrid.store.BaseMap.Station;
import onegrid.store.BaseMap.Water;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A chessboard of a city: square units about 91 by 111 metres, from {@link #WEST} {@link #SOUTH} to
 * the north-east, ten by ten in a community.
 */
public record SquareCity(int columns, int rows) {
  public static final double WEST = 118.3;
  public static final double SOUTH = 35.05;
  public static final double SIDE = 0.001;

  /** Without an SRID, as shapes come from most readers. */
  public static final GeometryFactory FACTORY = new GeometryFactory();

  private static final int COMMUNITY = 10;

  /** The middle of a square. */
  public LonLat middle(int column, int row) {
    return new LonLat(WEST + (column + 0.5) * SIDE, SOUTH + (row + 0.5) * SIDE);
  }

  public static Polygon square(double column, double row, double side) {
    return FACTORY.createPolygon(
        new Coordinate[] {
          at(column, row),
          at(column + side, row),
          at(column + side, row + side),
          at(column, row + side),
          at(column, row)
        });
  }

  static Coordinate at(double column, double row) {
    return new Coordinate(WEST + column * SIDE, SOUTH + row * SIDE);
  }

  static Point point(double column, double row) {
    return FACTORY.createPoint(at(column, row));
  }

  static LineString line(double... columnsAndRows) {
    Coordinate[] line = new Coordinate[columnsAndRows.length / 2];
    for (int i = 0; i < line.length; i++) {
      line[i] = at(columnsAndRows[2 * i], columnsAndRows[2 * i + 1]);
    }
    return FACTORY.createLineString(line);
  }

  /** Communities as the area layer draws them. */
  public LayerDraft area(long workspaceId) {
    List<DrawnCell> cells = new ArrayList<>();
    for (Division community : communities()) {
      cells.add(
          new DrawnCell(community.code(), community.name(), cells.size() + 1, community.shape()));
    }
    return new LayerDraft(
        workspaceId,
        "社区",
        LayerRole.AREA,
        "communities.geojson",
        "EPSG:4490",
        1e6,
        cells,
        List.of());
  }

  /** A department that drew every square as a cell, the second as a bow-tie. */
  public LayerDraft layer(long workspaceId, String name) {
    List<DrawnCell> cells = new ArrayList<>();
    for (int i = 0; i < columns * rows; i++) {
      Geometry shape = i == 1 ? bowTie() : square(i % columns, i / columns, 1);
      cells.add(new DrawnCell(name + i, i == 0 ? "首格" : "", i + 1, shape));
    }
    return new LayerDraft(
        workspaceId,
        name,
        LayerRole.DEPARTMENT,
        name + ".zip",
        "EPSG:4548",
        columns * rows * 1e4,
        cells,
        List.of(
            finding(FindingCode.RING_CROSSES_ITSELF, name, Optional.of(middle(1, 0))),
            finding(FindingCode.CODE_REPEATED, name, Optional.empty()),
            finding(FindingCode.CODE_REPEATED, name, Optional.empty())));
  }

  static Polygon bowTie() {
    return FACTORY.createPolygon(
        new Coordinate[] {at(1, 0), at(2, 1), at(2, 0), at(1, 1), at(1, 0)});
  }

  static PlacedFinding finding(FindingCode code, String layer, Optional<LonLat> at) {
    return new PlacedFinding(
        code, layer, layer + "1", 2, at, new Words("有问题", "wrong"), new Words("已处理", "done"));
  }

  private List<Division> communities() {
    List<Division> communities = new ArrayList<>();
    for (int row = 0; row < rows; row += COMMUNITY) {
      for (int column = 0; column < columns; column += COMMUNITY) {
        communities.add(
            new Division(
                DivisionLevel.COMMUNITY,
                community(column, row),
                "社区" + communities.size(),
                "371302001",
                square(column, row, COMMUNITY)));
      }
    }
    return communities;
  }

  private static String community(int column, int row) {
    return "371302001" + (100 + row / COMMUNITY * 30 + column / COMMUNITY);
  }

  /** Everything a base map can hold, one building in each square. */
  public BaseMap baseMap() {
    List<Division> divisions = new ArrayList<>(communities());
    divisions.add(
        new Division(
            DivisionLevel.SUBDISTRICT,
            "371302001",
            "兰山街道",
            "371302",
            square(0, 0, Math.max(columns, rows))));
    List<Building> buildings = new ArrayList<>();
    for (int i = 0; i < columns * rows; i++) {
      buildings.add(
          new Building(
              "B%05d".formatted(i),
              i == 0 ? Optional.of("C1") : Optional.empty(),
              6,
              12,
              30,
              square(i % columns + 0.3, i / columns + 0.3, 0.4)));
    }
    return new BaseMap(
        divisions,
        List.of(
            new Compound(
                "C1", "阳光小区", CompoundAge.OLD, "371302001100", "", true, square(0.1, 0.1, 0.8))),
        buildings,
        List.of(new Gate("G1", "C1", "06:00-22:00", true, point(0.5, 0.1))),
        List.of(
            Road.plain(1, "沂蒙路", line(0, 0, columns, 0)),
            Road.plain(1, "沂蒙路", line(0, 1, columns, 1)),
            Road.plain(3, "", line(0, 0, 0, rows))),
        List.of(new Water("沂河", square(2, 0, 1))),
        List.of(new Railway("兖石铁路", line(0, 0, columns, rows))),
        List.of(new Landmark(LandmarkKind.SCHOOL, "第一小学", point(1.5, 0.5))),
        List.of(new Barrier(BarrierKind.WALL, "厂区围墙", false, line(3, 0, 3, 1))),
        List.of(new Crossing(CrossingKind.CROSSING, point(1, 0))),
        List.of(new Border("沂河大道", line(0, 1, columns, 1))),
        List.of(
            new Station(
                "S1",
                "阳光驿站",
                "红帆驿站",
                EnumSet.allOf(Criterion.class),
                "Mo-Su 08:00-20:00",
                List.of("社保", "医保"),
                OptionalInt.of(500),
                point(0.5, 0.5)),
            new Station(
                "S2", "新站", "驿站", Set.of(), "", List.of(), OptionalInt.empty(), point(1.5, 0.5))),
        List.of(new Department("ZZ", "综治")),
        List.of(new Post("P1", "ZZ", "网格员", "371302001100", 2, 1)),
        List.of(new Duty("D1", "ZZ", "矛盾调解")));
  }

  /** A merge of three layers in which everything agreed but a handful of strips. */
  public MosaicDraft mosaic(long workspaceId, List<MosaicInput> inputs, int conflicts) {
    List<MosaicUnit> units = new ArrayList<>();
    List<CrosswalkRow> crosswalk = new ArrayList<>();
    for (int i = 0; i < columns * rows; i++) {
      int column = i % columns;
      int row = i / columns;
      String area = community(column, row);
      String code = area + "-" + i;
      units.add(
          new MosaicUnit(
              code,
              area,
              square(column, row, 1),
              10_000.25,
              List.of(Optional.of("综治" + i), Optional.empty(), Optional.of("党建" + i)),
              1,
              12,
              30));
      for (String layer : List.of("综治", "城管", "党建", "民政")) {
        crosswalk.add(
            new CrosswalkRow(layer, layer + i, Optional.of(code), 10_000.25, 1, 12, 30, 1));
      }
    }
    crosswalk.add(new CrosswalkRow("综治", "外", Optional.empty(), 5, 0, 0, 0, 0.5));
    return new MosaicDraft(
        workspaceId,
        inputs,
        units,
        arcs(),
        crosswalk,
        strips(conflicts),
        List.of(
            finding(FindingCode.UNCLAIMED, "", Optional.of(middle(0, 0))),
            finding(FindingCode.LAYER_SHIFTED, "综治", Optional.empty())),
        new MergeReport(
            inputs.stream().map(MosaicInput::report).toList(),
            units.size(),
            10_000.25 * units.size(),
            units.size(),
            12 * units.size(),
            30 * units.size(),
            List.of(new PhaseReport(MergePhase.CONFLATE, 1.5, 2.5)),
            List.of()),
        "{ \"units\":  " + units.size() + " }",
        4.25);
  }

  private List<MosaicArc> arcs() {
    List<MosaicArc> arcs = new ArrayList<>();
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column < columns; column++) {
        arcs.add(
            new MosaicArc(
                line(column, row, column + 0.5, row, column + 1, row),
                unit(column, row),
                unit(column, row - 1),
                row % COMMUNITY == 0 ? 0b1011 : 0b1010));
      }
    }
    for (int column = 0; column <= columns; column++) {
      for (int row = 0; row < rows; row++) {
        arcs.add(
            new MosaicArc(
                line(column, row, column, row + 0.5, column, row + 1),
                unit(column - 1, row),
                unit(column, row),
                column % COMMUNITY == 0 ? 0b1011 : 0b0010));
      }
    }
    return arcs;
  }

  private int unit(int column, int row) {
    return column < 0 || row < 0 || column >= columns || row >= rows
        ? Arc.OUTSIDE
        : row * columns + column;
  }

  private List<MosaicConflict> strips(int count) {
    List<MosaicConflict> strips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int column = i % columns;
      int row = i / columns % rows;
      strips.add(
          new MosaicConflict(
              i + 1,
              i % 2 == 0 ? ConflictKind.STRIP : ConflictKind.OVERLAP,
              i % 2 == 0 ? "" : "综治",
              community(column, row),
              square(column + 0.9, row, 0.1),
              middle(column, row),
              100.5,
              2.5,
              1,
              3,
              i % 7,
              List.of(new Claim("综治", "综治" + i), new Claim("党建", "党建" + i)),
              MergeRule.LONGEST_BORDER,
              List.of(new Claim("综治", "综治" + i))));
    }
    return strips;
  }

  static LayerReport report(String name) {
    return new LayerReport(
        name, 4, 20, 5.5, 0.25, -0.5, 3.5, 2.5, 12, 34, 56, 7, 8, new DriftUndone(3, 1.25, 90));
  }
}
