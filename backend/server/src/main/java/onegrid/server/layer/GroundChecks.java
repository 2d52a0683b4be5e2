package onegrid.server.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.BaseMap;
import onegrid.store.Bounds;
import onegrid.store.LonLat;
import onegrid.store.PlaceStore;
import onegrid.store.PlacedFinding;
import onegrid.store.Workspace;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** What cannot be true of a part of the ground beside what stands already. */
final class GroundChecks {
  /** Farther from a place than any city is wide: about 50 km. */
  private static final double FAR_DEGREES = 0.5;

  private static final int MOST_SHOWN = 20;

  private final PlaceStore places;
  private final Workspace workspace;

  GroundChecks(PlaceStore places, Workspace workspace) {
    this.places = places;
    this.workspace = workspace;
  }

  /**
   * Lets a part through.
   *
   * @throws Refused in one sentence, if it lies elsewhere, its gates are of no compound, or its
   *     stations stand in water
   */
  void check(BaseMap map) {
    near(map);
    if (!map.gates().isEmpty()) {
      gates(map.gates());
    }
    if (!map.stations().isEmpty()) {
      stations(map.stations());
    }
  }

  private void near(BaseMap map) {
    Optional<Bounds> ground = workspace.bounds();
    Envelope box = new Envelope();
    map.roads().forEach(r -> box.expandToInclude(r.line().getEnvelopeInternal()));
    map.compounds().forEach(c -> box.expandToInclude(c.shape().getEnvelopeInternal()));
    map.buildings().forEach(b -> box.expandToInclude(b.footprint().getEnvelopeInternal()));
    map.gates().forEach(g -> box.expandToInclude(g.at().getCoordinate()));
    map.stations().forEach(s -> box.expandToInclude(s.at().getCoordinate()));
    if (ground.isEmpty() || box.isNull()) {
      return;
    }
    Bounds here = ground.get();
    Envelope around = new Envelope(here.west(), here.east(), here.south(), here.north());
    around.expandBy(FAR_DEGREES);
    if (!around.intersects(box)) {
      throw refused(
          "这份数据不在工作区所在的地方（相距 50 公里以上），请核对坐标系或换一个工作区。",
          "This lies more than 50 km from the ground of the workspace: check the coordinate system,"
              + " or use another workspace.",
          List.of());
    }
  }

  private void gates(List<BaseMap.Gate> gates) {
    Set<String> known = new HashSet<>();
    places.compounds(workspace.id()).forEach(c -> known.add(c.code()));
    if (known.isEmpty()) {
      throw refused(
          "底图里还没有小区，出入口无处可开：请先导入小区。",
          "There are no compounds yet for these gates; hand in compounds first.",
          List.of());
    }
    if (gates.stream().noneMatch(g -> known.contains(g.compoundCode()))) {
      throw refused(
          "没有一个出入口的所属小区在底图里：请核对“compound/小区”列与小区编号是否一致。",
          "Not one of these gates names a compound of this ground: compare the column compound with"
              + " the codes of the compounds.",
          List.of());
    }
  }

  private void stations(List<BaseMap.Station> stations) {
    List<FindingView> drowned = new ArrayList<>();
    String first = "";
    int n = 0;
    for (BaseMap.Water water : places.walks().waters(workspace.id())) {
      Geometry shape = water.shape();
      Envelope box = shape.getEnvelopeInternal();
      IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(shape);
      for (BaseMap.Station station : stations) {
        Coordinate at = station.at().getCoordinate();
        if (box.contains(at) && inside.locate(at) == Location.INTERIOR) {
          first = first.isEmpty() ? station.code() : first;
          n++;
          if (drowned.size() < MOST_SHOWN) {
            drowned.add(finding(station, water));
          }
        }
      }
    }
    if (n > 0) {
      throw refused(
          n + " 个站点落在水面里（如 " + first + "），请核对位置后重新提交。",
          n + " stations stand in water (" + first + " is one); check their places.",
          drowned);
    }
  }

  private static FindingView finding(BaseMap.Station station, BaseMap.Water water) {
    Coordinate at = station.at().getCoordinate();
    return FindingView.of(
        new PlacedFinding(
            FindingCode.STATION_NOT_LINKED,
            "",
            station.code(),
            0,
            Optional.of(new LonLat(at.x, at.y)),
            new Words(
                "站点 " + station.code() + " 落在水面“" + water.name() + "”里",
                "station " + station.code() + " stands in the water " + water.name()),
            new Words("未保存，请核对位置", "not kept; check its place")));
  }

  private static Refused refused(String zh, String en, List<FindingView> findings) {
    return new Refused(ProblemKind.FILE_REFUSED, new Words(zh, en), findings);
  }
}
