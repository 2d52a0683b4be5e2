package onegrid.server.layer;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.intake.BorderIntake;
import onegrid.io.intake.HoursText;
import onegrid.io.intake.ServiceIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.intake.WalkIntake;
import onegrid.place.Station;
import onegrid.server.frame.FrameShapes;
import onegrid.store.BaseMap;
import onegrid.store.BaseMap.CompoundAge;
import onegrid.store.BaseMap.Criterion;
import onegrid.store.GroundPart;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** A table of the ground as rows of the store: in degrees, checked against what can be kept. */
final class GroundRows {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double POINT_HALF_METRES = 0.5;

  private final TablePlace place;
  private final FrameShapes frame;

  GroundRows(TablePlace place, FrameShapes frame) {
    this.place = place;
    this.frame = frame;
  }

  BaseMap of(GroundPart part) {
    return switch (part) {
      case ROADS ->
          BaseMap.ofRoads(
              some(new WalkIntake(frame.gate()).ways(place).stream().map(this::road).toList()));
      case STATIONS ->
          BaseMap.ofStations(
              some(
                  new ServiceIntake(frame.gate())
                      .stations(place).stream().map(this::station).toList()));
      case BUILDINGS ->
          BaseMap.ofBuildings(
              some(
                  new ServiceIntake(frame.gate())
                      .buildings(place).stream()
                          .map(
                              b ->
                                  new BaseMap.Building(
                                      b.id(),
                                      Optional.of(b.compoundId()).filter(c -> !c.isEmpty()),
                                      0,
                                      b.households(),
                                      b.people(),
                                      kept(area(b.footprint()))))
                          .toList()));
      case COMPOUNDS ->
          BaseMap.ofCompounds(
              some(
                  new WalkIntake(frame.gate())
                      .compounds(place).stream()
                          .map(
                              c ->
                                  new BaseMap.Compound(
                                      c.id(),
                                      c.name(),
                                      c.age().equals("OLD") || c.age().contains("老")
                                          ? CompoundAge.OLD
                                          : CompoundAge.NEW,
                                      c.communityCode(),
                                      c.kind(),
                                      c.walled(),
                                      kept(c.shape())))
                          .toList()));
      case GATES ->
          BaseMap.ofGates(
              some(
                  new WalkIntake(frame.gate())
                      .gates(place).stream()
                          .map(
                              g ->
                                  new BaseMap.Gate(
                                      g.id(),
                                      g.compoundId(),
                                      HoursText.write(g.hours()),
                                      g.residentsOnly(),
                                      (Point)
                                          kept(
                                              point(
                                                  new Coordinate(
                                                      LocalFrame.toMetres(g.x()),
                                                      LocalFrame.toMetres(g.y()))))))
                          .toList()));
      case BORDERS ->
          BaseMap.ofBorders(
              BorderIntake.take(place, frame.gate()).borders().stream()
                  .map(b -> new BaseMap.Border(b.name(), kept(b.line())))
                  .toList());
    };
  }

  private <T> List<T> some(List<T> rows) {
    if (rows.isEmpty()) {
      throw FileRefused.broken("里面没有一条可用的要素", "it holds nothing that can be used")
          .of(place.table().fileName());
    }
    return rows;
  }

  private BaseMap.Road road(WalkWay way) {
    Coordinate[] at = new Coordinate[way.xs().length];
    for (int i = 0; i < at.length; i++) {
      at[i] = new Coordinate(LocalFrame.toMetres(way.xs()[i]), LocalFrame.toMetres(way.ys()[i]));
    }
    boolean lifted = way.kind() == WayKind.OVER_OR_UNDER;
    int roadClass =
        switch (way.kind()) {
          case WIDE_ROAD -> 1;
          case PATH -> 4;
          case STEPS -> 5;
          default -> 2;
        };
    return new BaseMap.Road(
        roadClass,
        "",
        lifted && way.level() >= 0,
        lifted && way.level() < 0,
        way.level(),
        way.forward() && way.backward() ? 0 : way.forward() ? 1 : -1,
        (LineString) kept(SHAPES.createLineString(at)));
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
        (Point) kept(point(station.entrances().get(0))));
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

  private static Point point(Coordinate at) {
    return SHAPES.createPoint(at);
  }

  private Geometry kept(Geometry metres) {
    Geometry degrees = frame.shape(metres);
    LayerImport.check(0, degrees);
    return degrees;
  }
}
