package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.intake.HoursText;
import onegrid.place.Building;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.place.OpeningHours;
import onegrid.place.Station;
import onegrid.server.frame.FrameShapes;
import onegrid.store.BaseMap;
import onegrid.store.GroundPart;
import onegrid.store.PlaceStore;
import onegrid.store.WalkPlaces;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierKind;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkSpot;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * What a workspace keeps of its ground, as core walks on it: in metres of the workspace's frame.
 */
final class StoredPlaces {
  private final FrameShapes frame;
  private final long workspaceId;
  private final PlaceStore places;
  private final @Nullable GroundPart part;
  private final BaseMap fresh;
  private final List<Finding> findings = new ArrayList<>();

  StoredPlaces(PlaceStore places, long workspaceId, FrameShapes frame) {
    this(places, workspaceId, frame, null, BaseMap.empty());
  }

  /** The ground with one part of it as it would be. */
  StoredPlaces(
      PlaceStore places,
      long workspaceId,
      FrameShapes frame,
      @Nullable GroundPart part,
      BaseMap fresh) {
    this.places = places;
    this.workspaceId = workspaceId;
    this.frame = frame;
    this.part = part;
    this.fresh = fresh;
  }

  private <T> List<T> rows(GroundPart of, List<T> anew, LongFunction<List<T>> kept) {
    return of == part ? anew : kept.apply(workspaceId);
  }

  /** Hours that cannot be read; ask after everything else was read. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  WalkGround ground() {
    WalkPlaces walks = places.walks();
    List<WalkWay> ways = new ArrayList<>();
    for (BaseMap.Road road : rows(GroundPart.ROADS, fresh.roads(), walks::roads)) {
      ways.add(way("R" + ways.size(), road));
    }
    List<Barrier> barriers = new ArrayList<>();
    for (BaseMap.Water water : rows(GroundPart.BARRIERS, fresh.waters(), walks::waters)) {
      banks(frame.toMetres(water.shape()), water.name(), barriers);
    }
    for (BaseMap.Railway railway : rows(GroundPart.BARRIERS, fresh.railways(), walks::railways)) {
      LineString line = (LineString) frame.toMetres(railway.line());
      barriers.add(barrier(barriers.size(), railway.name(), BarrierKind.RAILWAY, line));
    }
    for (BaseMap.Barrier barrier : otherBarriers(walks)) {
      LineString line = (LineString) frame.toMetres(barrier.line());
      BarrierKind kind = BarrierKind.valueOf(barrier.kind().name());
      barriers.add(barrier(barriers.size(), barrier.name(), kind, line));
    }
    List<WalkSpot> spots = new ArrayList<>();
    for (BaseMap.Crossing crossing : crossings(walks)) {
      Point at = (Point) frame.toMetres(crossing.at());
      spots.add(
          new WalkSpot(
              WalkSpot.Kind.valueOf(crossing.kind().name()),
              -1,
              LocalFrame.toCells(at.getX()),
              LocalFrame.toCells(at.getY())));
    }
    return new WalkGround(
        frame.gate().frame(), ways, barriers, compounds(), gates(walks), spots, dataEnds());
  }

  private List<BaseMap.Barrier> otherBarriers(WalkPlaces walks) {
    List<BaseMap.Barrier> others = new ArrayList<>(fresh.barriers());
    for (BaseMap.Barrier kept : walks.barriers(workspaceId)) {
      GroundPart with = kept.withRoads() ? GroundPart.ROADS : GroundPart.BARRIERS;
      if (with != part) {
        others.add(kept);
      }
    }
    return others;
  }

  private List<BaseMap.Crossing> crossings(WalkPlaces walks) {
    boolean broughtWithRoads = part == GroundPart.ROADS && !fresh.crossings().isEmpty();
    return broughtWithRoads
        ? fresh.crossings()
        : rows(GroundPart.CROSSINGS, fresh.crossings(), walks::crossings);
  }

  /** Where the data of the roads ends, in metres; a ground that is tried is taken for whole. */
  private Optional<Envelope> dataEnds() {
    return places.parts().list(workspaceId).stream()
        .filter(each -> each.part() == GroundPart.ROADS && part != GroundPart.ROADS)
        .flatMap(each -> each.dataEnds().stream())
        .findFirst()
        .map(
            box -> {
              double[] corners = {box.west(), box.south(), box.east(), box.north()};
              frame.gate().toMetres(corners);
              return new Envelope(corners[0], corners[2], corners[1], corners[3]);
            });
  }

  private WalkWay way(String id, BaseMap.Road road) {
    boolean lifted = road.bridge() || road.tunnel();
    WayKind kind =
        switch (road.roadClass()) {
          case 1 -> WayKind.WIDE_ROAD;
          case 4 -> WayKind.PATH;
          case 5 -> WayKind.STEPS;
          default -> WayKind.STREET;
        };
    int level = road.level() != 0 ? road.level() : road.bridge() ? 1 : road.tunnel() ? -1 : 0;
    LineString line = (LineString) frame.toMetres(road.line());
    return new WalkWay(
        id,
        cells(line, true),
        cells(line, false),
        new long[0],
        lifted ? WayKind.OVER_OR_UNDER : kind,
        level,
        road.oneWay() >= 0,
        road.oneWay() <= 0);
  }

  private static void banks(Geometry water, String name, List<Barrier> barriers) {
    for (int i = 0; i < water.getNumGeometries(); i++) {
      if (water.getGeometryN(i) instanceof Polygon polygon) {
        barriers.add(barrier(barriers.size(), name, BarrierKind.RIVER, polygon.getExteriorRing()));
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          barriers.add(
              barrier(barriers.size(), name, BarrierKind.RIVER, polygon.getInteriorRingN(k)));
        }
      }
    }
  }

  private static Barrier barrier(int number, String name, BarrierKind kind, LineString line) {
    return new Barrier(
        String.format("%s%06d", kind.name().charAt(0), number),
        name,
        kind,
        cells(line, true),
        cells(line, false));
  }

  private List<Compound> compounds() {
    return rows(GroundPart.COMPOUNDS, fresh.compounds(), places::compounds).stream()
        .map(
            c ->
                new Compound(
                    c.code(),
                    c.name(),
                    c.communityCode(),
                    c.kind(),
                    c.age().name(),
                    c.walled(),
                    frame.toMetres(c.shape())))
        .toList();
  }

  private List<Gate> gates(WalkPlaces walks) {
    List<Gate> gates = new ArrayList<>();
    for (BaseMap.Gate gate : rows(GroundPart.GATES, fresh.gates(), walks::gates)) {
      Point at = (Point) frame.toMetres(gate.at());
      gates.add(
          new Gate(
              gate.code(),
              gate.compoundCode(),
              LocalFrame.toCells(at.getX()),
              LocalFrame.toCells(at.getY()),
              hours(gate.code(), gate.hours()),
              gate.residentsOnly()));
    }
    return gates;
  }

  /** The buildings; where they stand in no compound, their community is found by their place. */
  List<Building> buildings() {
    Map<String, String> communityOf = new HashMap<>();
    for (BaseMap.Compound compound :
        rows(GroundPart.COMPOUNDS, fresh.compounds(), places::compounds)) {
      communityOf.put(compound.code(), compound.communityCode());
    }
    Communities communities =
        new Communities(places.divisions(workspaceId, BaseMap.DivisionLevel.COMMUNITY));
    List<Building> buildings = new ArrayList<>();
    for (BaseMap.Building building :
        rows(GroundPart.BUILDINGS, fresh.buildings(), places::buildings)) {
      String compound = building.compoundCode().orElse("");
      String community = communityOf.getOrDefault(compound, "");
      buildings.add(
          new Building(
              building.code(),
              frame.toMetres(building.footprint()),
              List.of(),
              building.households(),
              building.people(),
              compound,
              community.isEmpty() ? communities.at(building.footprint()) : community));
    }
    return buildings;
  }

  /** The stations. */
  List<Station> stations() {
    List<Station> stations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (BaseMap.Station station : rows(GroundPart.STATIONS, fresh.stations(), places::stations)) {
      if (seen.add(station.code())) {
        stations.add(
            new Station(
                station.code(),
                station.name(),
                station.kind(),
                List.of(frame.toMetres(station.at()).getCoordinate()),
                hours(station.code(), station.hours()),
                station.criteria().size() == BaseMap.Criterion.values().length,
                Set.copyOf(station.items()),
                station.capacity().orElse(Station.UNLIMITED)));
      }
    }
    return stations;
  }

  /** The subdistrict of each community. */
  Map<String, String> subdistrictOf() {
    Map<String, String> above = new HashMap<>();
    places
        .divisions(workspaceId, BaseMap.DivisionLevel.COMMUNITY)
        .forEach(d -> above.put(d.code(), d.parentCode()));
    return above;
  }

  private OpeningHours hours(String id, String text) {
    Optional<OpeningHours> hours = HoursText.parse(text);
    if (hours.isEmpty()) {
      findings.add(
          new Finding(
              FindingCode.HOURS_UNREADABLE,
              "",
              id,
              0,
              Optional.empty(),
              new Words(id + " 的开放时间看不懂：" + text, id + ": hours that cannot be read: " + text),
              new Words("按全天开放计", "taken as open day and night")));
    }
    return hours.orElse(OpeningHours.ALWAYS);
  }

  private static int[] cells(LineString line, boolean east) {
    Coordinate[] at = line.getCoordinates();
    int[] cells = new int[at.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = LocalFrame.toCells(east ? at[i].x : at[i].y);
    }
    return cells;
  }
}
