package onegrid.io.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.place.Building;
import onegrid.place.Station;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Buildings and service stations out of tables. */
public final class ServiceIntake {
  /** More stations than any city has; beyond it the file is something else. */
  public static final int MOST_STATIONS = 100_000;

  private final List<Finding> findings = new ArrayList<>();
  private final CrsGate gate;

  public ServiceIntake(CrsGate gate) {
    this.gate = gate;
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Buildings by the columns id, households, population, compound, community. */
  public List<Building> buildings(TablePlace place) {
    List<Building> buildings = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Rows rows = new Rows(place, gate);
    while (rows.next()) {
      Geometry shape = rows.shape();
      if (shape.getDimension() == 1) {
        rows.leftOut("是线，不是楼栋", "is a line, no building");
        continue;
      }
      buildings.add(
          new Building(
              unique(rows, seen),
              shape,
              List.of(),
              rows.count(List.of("households", "户数", "总户数"), 0),
              rows.count(List.of("population", "people", "人口", "人口数", "人数", "常住人口"), 0),
              rows.text(List.of("compound", "小区", "所属小区")),
              rows.text(List.of("community", "社区", "所属社区"))));
    }
    findings.addAll(rows.findings);
    return buildings;
  }

  /**
   * Stations by the columns id, name, kind, hours, qualified, items, capacity. Rows with the same
   * id are doors of one station.
   *
   * @throws FileRefused if there are more than {@link #MOST_STATIONS}
   */
  public List<Station> stations(TablePlace place) {
    Map<String, Station> stations = new TreeMap<>();
    Rows rows = new Rows(place, gate);
    if (place.table().rows().size() > MOST_STATIONS) {
      throw FileRefused.tooLarge(
              "站点超过 " + MOST_STATIONS + " 个", "more than " + MOST_STATIONS + " stations")
          .of(place.table().fileName());
    }
    while (rows.next()) {
      Geometry shape = rows.shape();
      Coordinate at =
          shape instanceof Point point
              ? point.getCoordinate()
              : shape.getInteriorPoint().getCoordinate();
      String id = rows.id();
      Station known = stations.get(id);
      List<Coordinate> doors = new ArrayList<>(known == null ? List.of() : known.entrances());
      doors.add(at);
      stations.put(
          id,
          new Station(
              id,
              rows.text(List.of("name", "名称", "站点名称")),
              rows.text(List.of("kind", "类别", "站点类别")),
              doors,
              rows.hours(List.of("hours", "开放时间", "opening_hours")),
              rows.yes(List.of("qualified", "达标", "是否达标"), true),
              items(rows.text(List.of("items", "可办事项", "serviceItems"))),
              rows.count(List.of("capacity", "容量"), Station.UNLIMITED)));
    }
    findings.addAll(rows.findings);
    return List.copyOf(stations.values());
  }

  private static Set<String> items(String text) {
    return text.isBlank() ? Set.of() : Set.copyOf(List.of(text.strip().split("[\\s,;，；、]+")));
  }

  private static String unique(Rows rows, Map<String, Integer> seen) {
    String id = rows.id();
    int times = seen.merge(id, 1, Integer::sum);
    if (times == 1) {
      return id;
    }
    String other = id + "~" + times;
    rows.note(
        FindingCode.CODE_REPEATED,
        new Words("楼栋编号重复：" + id, "building id given twice: " + id),
        new Words("称作“" + other + "”", "called \"" + other + "\""));
    return other;
  }
}
