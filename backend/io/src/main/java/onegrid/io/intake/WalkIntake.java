package onegrid.io.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierKind;
import onegrid.walk.WalkSpot;
import onegrid.walk.WalkTags;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Ways, barriers, compounds and gates out of tables of lines, areas and points.
 *
 * <p>A way's kind comes from the column {@code class} (1 main road, 2 secondary road, 3 lane, 4
 * footpath) or from OpenStreetMap's columns {@code highway}, {@code foot}, {@code access}, …; a
 * line with neither is a street. {@code bridge} and {@code tunnel} lift it off the ground.
 */
public final class WalkIntake {
  private static final List<String> TAGS =
      List.of(
          "highway",
          "foot",
          "access",
          "bridge",
          "tunnel",
          "layer",
          "sidewalk",
          "oneway:foot",
          "motorroad",
          "indoor",
          "conveying",
          "man_made");

  /** What was noticed, in the order of the rows. */
  private final List<Finding> findings = new ArrayList<>();

  private final CrsGate gate;

  public WalkIntake(CrsGate gate) {
    this.gate = gate;
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * The ways of a table of lines.
   *
   * @throws FileRefused if it holds no line that can be walked
   */
  public List<WalkWay> ways(TablePlace place) {
    List<WalkWay> ways = new ArrayList<>();
    Rows rows = new Rows(place, gate);
    while (rows.next()) {
      Geometry shape = rows.shape();
      int part = 0;
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        if (shape.getGeometryN(i) instanceof LineString line) {
          String id = rows.id() + (part++ == 0 ? "" : "/" + part);
          Optional<WalkWay> way = way(rows, id, line);
          way.ifPresent(ways::add);
          if (way.isEmpty()) {
            Coordinate at = line.getCoordinateN(line.getNumPoints() / 2);
            rows.note(
                FindingCode.WAY_NOT_WALKED,
                Optional.of(new Spot(at.x, at.y)),
                new Words("道路 " + id + " 不允许步行", "nobody may walk on way " + id),
                new Words("未计入步行路网", "left out of the walking network"));
          }
        }
      }
      if (part == 0) {
        rows.leftOut("不是线", "is no line");
      }
    }
    findings.addAll(rows.findings);
    if (ways.isEmpty()) {
      throw FileRefused.broken("里面没有一条可以步行的道路", "it holds no way that can be walked")
          .of(place.table().fileName());
    }
    return ways;
  }

  private static Optional<WalkWay> way(Rows rows, String id, LineString line) {
    int[] xs = cells(line.getCoordinates(), true);
    int[] ys = cells(line.getCoordinates(), false);
    long[] unnamed = {};
    if (rows.has(List.of("highway"))) {
      Map<String, String> tags = new HashMap<>();
      for (String tag : TAGS) {
        String value = rows.text(List.of(tag));
        if (!value.isEmpty()) {
          tags.put(tag, value);
        }
      }
      return WalkTags.of(tags)
          .map(
              t ->
                  new WalkWay(id, xs, ys, unnamed, t.kind(), t.level(), t.forward(), t.backward()));
    }
    boolean over = rows.yes(List.of("bridge", "桥"), false);
    boolean under = rows.yes(List.of("tunnel", "隧道"), false);
    WayKind kind =
        switch (rows.text(List.of("class", "等级"))) {
          case "1" -> WayKind.WIDE_ROAD;
          case "4" -> WayKind.PATH;
          case "5" -> WayKind.STEPS;
          default -> WayKind.STREET;
        };
    return Optional.of(
        new WalkWay(
            id,
            xs,
            ys,
            unnamed,
            over || under ? WayKind.OVER_OR_UNDER : kind,
            over ? 1 : under ? -1 : 0,
            true,
            true));
  }

  /** Rivers, railways and walls: lines as they are, areas by their banks. */
  public List<Barrier> barriers(TablePlace place) {
    List<Barrier> barriers = new ArrayList<>();
    for (DrawnBarrier drawn : drawnBarriers(place)) {
      for (int i = 0; i < drawn.shape().getNumGeometries(); i++) {
        Geometry part = drawn.shape().getGeometryN(i);
        if (part instanceof LineString line) {
          barriers.add(barrier(drawn.id(), drawn.name(), drawn.kind(), line));
        } else if (part instanceof Polygon polygon) {
          barriers.add(barrier(drawn.id(), drawn.name(), drawn.kind(), polygon.getExteriorRing()));
          for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
            barriers.add(
                barrier(drawn.id(), drawn.name(), drawn.kind(), polygon.getInteriorRingN(k)));
          }
        }
      }
    }
    return barriers;
  }

  /** A barrier as it was drawn, in metres: lines or areas. */
  public record DrawnBarrier(String id, String name, BarrierKind kind, Geometry shape) {}

  /** Rivers, railways and walls as they are drawn. */
  public List<DrawnBarrier> drawnBarriers(TablePlace place) {
    List<DrawnBarrier> barriers = new ArrayList<>();
    Rows rows = new Rows(place, gate);
    while (rows.next()) {
      BarrierKind kind = kind(rows.text(List.of("kind", "类别", "type")), rows.row().number());
      if (rows.shape().getDimension() < 1 || rows.shape().isEmpty()) {
        rows.leftOut("既不是线也不是面", "is neither line nor area");
        continue;
      }
      barriers.add(
          new DrawnBarrier(rows.id(), rows.text(List.of("name", "名称")), kind, rows.shape()));
    }
    findings.addAll(rows.findings);
    return barriers;
  }

  /** Who does not say a kind means rivers; a kind that is not known is not guessed at. */
  private static BarrierKind kind(String text, int feature) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "RAILWAY", "RAIL", "铁路" -> BarrierKind.RAILWAY;
      case "WALL", "FENCE", "BARRIER", "围墙", "栅栏", "围栏", "护栏" -> BarrierKind.WALL;
      case "", "RIVER", "WATER", "WATERWAY", "STREAM", "CANAL", "LAKE", "河流", "河", "水系", "渠" ->
          BarrierKind.RIVER;
      default ->
          throw FileRefused.broken(
              "第 " + feature + " 个要素的类别“" + text + "”不认识：须为河流（RIVER）、铁路（RAILWAY）或围墙（WALL、FENCE）",
              "feature "
                  + feature
                  + ": the kind \""
                  + text
                  + "\" is not known; say RIVER, RAILWAY or WALL");
    };
  }

  private static Barrier barrier(String id, String name, BarrierKind kind, LineString line) {
    Coordinate[] at = line.getCoordinates();
    return new Barrier(id, name, kind, cells(at, true), cells(at, false));
  }

  /** Compounds; walled unless the column {@code walled} says no. */
  public List<Compound> compounds(TablePlace place) {
    List<Compound> compounds = new ArrayList<>();
    Rows rows = new Rows(place, gate);
    while (rows.next()) {
      Geometry shape = rows.shape();
      if (shape.getDimension() != 2) {
        rows.leftOut("不是面", "is no area");
        continue;
      }
      compounds.add(
          new Compound(
              rows.id(),
              rows.text(List.of("name", "名称")),
              rows.text(List.of("community", "社区")),
              rows.text(List.of("kind", "小区类型", "类型")),
              rows.text(List.of("age", "建成类别")),
              rows.yes(List.of("walled", "是否封闭"), true),
              shape.isValid() ? shape : shape.buffer(0)));
    }
    findings.addAll(rows.findings);
    return compounds;
  }

  /** Gates: points with the columns compound, hours, residentsOnly. */
  public List<Gate> gates(TablePlace place) {
    List<Gate> gates = new ArrayList<>();
    Rows rows = new Rows(place, gate);
    while (rows.next()) {
      if (!(rows.shape() instanceof Point point)) {
        rows.leftOut("不是点", "is no point");
        continue;
      }
      gates.add(
          new Gate(
              rows.id(),
              rows.text(List.of("compound", "小区", "所属小区")),
              LocalFrame.toCells(point.getX()),
              LocalFrame.toCells(point.getY()),
              rows.hours(List.of("hours", "开放时间")),
              rows.yes(List.of("residentsOnly", "residents_only", "仅限居民"), false)));
    }
    findings.addAll(rows.findings);
    return gates;
  }

  /** Marked crossings of main roads: points with a column {@code lights}. */
  public List<WalkSpot> crossings(TablePlace place) {
    List<WalkSpot> spots = new ArrayList<>();
    Rows rows = new Rows(place, gate);
    while (rows.next()) {
      if (rows.shape() instanceof Point point) {
        spots.add(
            new WalkSpot(
                rows.yes(List.of("lights", "红绿灯"), false)
                    ? WalkSpot.Kind.CROSSING_WITH_LIGHTS
                    : WalkSpot.Kind.CROSSING,
                -1,
                LocalFrame.toCells(point.getX()),
                LocalFrame.toCells(point.getY())));
      }
    }
    findings.addAll(rows.findings);
    return spots;
  }

  private static int[] cells(Coordinate[] at, boolean east) {
    int[] cells = new int[at.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = LocalFrame.toCells(east ? at[i].x : at[i].y);
    }
    return cells;
  }
}
