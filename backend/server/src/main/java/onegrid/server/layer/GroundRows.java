package onegrid.server.layer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import onegrid.finding.Finding;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.intake.BorderIntake;
import onegrid.io.intake.HoursText;
import onegrid.io.intake.ServiceIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.intake.WalkIntake;
import onegrid.place.Building;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.place.Station;
import onegrid.server.frame.FrameShapes;
import onegrid.store.BaseMap;
import onegrid.store.BaseMap.CompoundAge;
import onegrid.store.BaseMap.Criterion;
import onegrid.store.GroundPart;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** A table of the ground as rows of the store: in degrees, checked against what can be kept. */
final class GroundRows {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double POINT_HALF_METRES = 0.5;

  private final TablePlace place;
  private final FrameShapes frame;
  private final WayRows ways;
  private final WalkIntake walks;
  private final ServiceIntake services;

  GroundRows(TablePlace place, FrameShapes frame) {
    this.place = place;
    this.frame = frame;
    this.ways = new WayRows(frame);
    this.walks = new WalkIntake(frame.gate());
    this.services = new ServiceIntake(frame.gate());
  }

  /** What was noticed; ask after the rows. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(walks.findings());
    all.addAll(services.findings());
    return all;
  }

  /**
   * The rows of one part.
   *
   * @throws FileRefused if there are none, or a code is given twice
   */
  BaseMap of(GroundPart part) {
    BaseMap map = BaseMap.empty();
    return switch (part) {
      case ROADS ->
          map.withWays(some(ways.roads(walks.ways(place))), map.barriers(), map.crossings());
      case BARRIERS -> {
        ways.barriers(some(walks.drawnBarriers(place)));
        yield map.withWays(map.roads(), ways.walls, map.crossings())
            .withDrawnBarriers(ways.rivers, ways.railways);
      }
      case BORDERS ->
          map.withBorders(
              BorderIntake.take(place, frame.gate()).borders().stream()
                  .map(b -> new BaseMap.Border(b.name(), kept(b.line())))
                  .toList());
      case CROSSINGS ->
          map.withWays(map.roads(), map.barriers(), some(ways.crossings(walks.crossings(place))));
      case COMPOUNDS ->
          map.withPlaces(
              rows(walks.compounds(place), this::compound, BaseMap.Compound::code),
              map.buildings(),
              map.gates(),
              map.stations());
      case GATES ->
          map.withPlaces(
              map.compounds(),
              map.buildings(),
              rows(walks.gates(place), this::gate, BaseMap.Gate::code),
              map.stations());
      case BUILDINGS ->
          map.withPlaces(
              map.compounds(),
              rows(services.buildings(place), this::building, BaseMap.Building::code),
              map.gates(),
              map.stations());
      case STATIONS ->
          map.withPlaces(
              map.compounds(),
              map.buildings(),
              map.gates(),
              rows(services.stations(place), this::station, BaseMap.Station::code));
    };
  }

  private <S, T> List<T> rows(List<S> read, Function<S, T> row, Function<T, String> code) {
    List<T> rows = some(read.stream().map(row).toList());
    Set<String> seen = new HashSet<>();
    for (T each : rows) {
      if (!seen.add(code.apply(each))) {
        throw FileRefused.broken("编号重复：" + code.apply(each), "given twice: " + code.apply(each))
            .of(place.table().fileName());
      }
    }
    return rows;
  }

  private <T> List<T> some(List<T> rows) {
    if (rows.isEmpty()) {
      throw FileRefused.broken("里面没有一条可用的要素", "it holds nothing that can be used")
          .of(place.table().fileName());
    }
    return rows;
  }

  private BaseMap.Building building(Building building) {
    return new BaseMap.Building(
        building.id(),
        Optional.of(building.compoundId()).filter(c -> !c.isEmpty()),
        0,
        building.households(),
        building.people(),
        kept(area(building.footprint())));
  }

  private BaseMap.Compound compound(Compound compound) {
    return new BaseMap.Compound(
        compound.id(),
        compound.name(),
        compound.age().equals("OLD") || compound.age().contains("老")
            ? CompoundAge.OLD
            : CompoundAge.NEW,
        compound.communityCode(),
        compound.kind(),
        compound.walled(),
        kept(compound.shape()));
  }

  private BaseMap.Gate gate(Gate gate) {
    Coordinate at = new Coordinate(LocalFrame.toMetres(gate.x()), LocalFrame.toMetres(gate.y()));
    return new BaseMap.Gate(
        gate.id(),
        gate.compoundId(),
        HoursText.write(gate.hours()),
        gate.residentsOnly(),
        (Point) kept(SHAPES.createPoint(at)));
  }

  private BaseMap.Station station(Station station) {
    Set<Criterion> criteria =
        station.qualified() ? EnumSet.allOf(Criterion.class) : EnumSet.noneOf(Criterion.class);
    return new BaseMap.Station(
        station.id(),
        station.name(),
        station.kind(),
        criteria,
        HoursText.write(station.hours()),
        station.serviceItems().stream().sorted().toList(),
        station.capacityPeople() == Station.UNLIMITED
            ? OptionalInt.empty()
            : OptionalInt.of(station.capacityPeople()),
        (Point) kept(SHAPES.createPoint(station.entrances().get(0))));
  }

  /** A building that was given as a point is kept as a small square. */
  private static Geometry area(Geometry footprint) {
    if (footprint instanceof Point at) {
      Envelope around = new Envelope(at.getCoordinate());
      around.expandBy(POINT_HALF_METRES);
      return SHAPES.toGeometry(around);
    }
    return footprint.isValid() ? footprint : footprint.buffer(0);
  }

  private Geometry kept(Geometry metres) {
    Geometry degrees = frame.shape(metres);
    LayerImport.check(0, degrees);
    return degrees;
  }
}
