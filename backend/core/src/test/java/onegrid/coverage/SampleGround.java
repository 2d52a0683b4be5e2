package onegrid.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import onegrid.geo.LocalFrame;
import onegrid.place.Building;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.place.OpeningHours;
import onegrid.place.Station;
import onegrid.sample.SampleCity;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierKind;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRules;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** A made-up town as the input of coverage, for tests and benches. */
public final class SampleGround {
  public final List<Building> buildings = new ArrayList<>();
  public final List<Station> stations = new ArrayList<>();
  public final Map<String, String> subdistrictOf = new HashMap<>();
  final List<WalkWay> ways = new ArrayList<>();
  final List<Barrier> barriers = new ArrayList<>();
  final List<Compound> compounds = new ArrayList<>();
  final List<Gate> gates = new ArrayList<>();
  private final LocalFrame frame;

  public SampleGround(SampleCity city) {
    frame = new LocalFrame(city.epsgCode());
    city.roads().forEach(r -> ways.add(way(r.code(), r.line(), r.roadClass(), r.bridge())));
    city.footpaths().forEach(f -> ways.add(way("F" + ways.size(), f.line(), 4, false)));
    city.water()
        .forEach(
            w -> barriers.add(barrier(w.name(), BarrierKind.RIVER, w.geometry().getBoundary())));
    city.railways().forEach(r -> barriers.add(barrier(r.name(), BarrierKind.RAILWAY, r.line())));
    city.compounds()
        .forEach(
            c ->
                compounds.add(
                    new Compound(
                        c.code(),
                        c.name(),
                        c.communityCode(),
                        c.kind().name(),
                        c.age().name(),
                        c.walled(),
                        c.geometry())));
    city.gates()
        .forEach(
            g ->
                gates.add(
                    new Gate(
                        g.id(),
                        g.compoundCode(),
                        LocalFrame.toCells(g.point().getX()),
                        LocalFrame.toCells(g.point().getY()),
                        hours(g.hours()),
                        g.residentsOnly())));
    city.buildings()
        .forEach(
            b ->
                buildings.add(
                    new Building(
                        b.id(),
                        b.geometry(),
                        List.of(),
                        b.households(),
                        b.people(),
                        b.compound().orElse(""),
                        b.communityCode())));
    city.stations()
        .forEach(
            s ->
                stations.add(
                    new Station(
                        s.id(),
                        s.name(),
                        s.kind().name(),
                        List.of(s.point().getCoordinate()),
                        hours(s.hours()),
                        s.criteria().allMet(),
                        Set.copyOf(s.serviceItems()),
                        Station.UNLIMITED)));
    city.communities().forEach(c -> subdistrictOf.put(c.code(), c.subdistrictCode()));
  }

  static OpeningHours hours(onegrid.sample.OpeningHours hours) {
    int days = hours.days().stream().mapToInt(d -> 1 << (d.getValue() - 1)).sum();
    int from = hours.opens().toSecondOfDay() / 60;
    int to = hours.closes().toSecondOfDay() / 60;
    return new OpeningHours(
        List.of(new OpeningHours.Span(days, from, to <= from ? to + 1440 : to)));
  }

  static WalkWay way(String id, LineString line, int roadClass, boolean bridge) {
    Coordinate[] at = line.getCoordinates();
    WayKind kind =
        bridge
            ? WayKind.OVER_OR_UNDER
            : roadClass == 1 ? WayKind.WIDE_ROAD : roadClass == 4 ? WayKind.PATH : WayKind.STREET;
    return new WalkWay(
        id, cells(at, true), cells(at, false), new long[0], kind, bridge ? 1 : 0, true, true);
  }

  private static Barrier barrier(String name, BarrierKind kind, Geometry line) {
    Coordinate[] at = line.getCoordinates();
    return new Barrier(name, name, kind, cells(at, true), cells(at, false));
  }

  private static int[] cells(Coordinate[] at, boolean east) {
    int[] cells = new int[at.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = LocalFrame.toCells(east ? at[i].x : at[i].y);
    }
    return cells;
  }

  void shuffle(long seed) {
    for (List<?> list : List.of(ways, barriers, compounds, gates, buildings, stations)) {
      Collections.shuffle(list, new Random(seed));
    }
  }

  public WalkNetwork network() {
    return WalkNetwork.build(
        new WalkGround(frame, ways, barriers, compounds, gates, List.of(), Optional.empty()),
        WalkRules.USUAL);
  }

  public CoverageGround ground(int threads) {
    return CoverageGround.of(network(), buildings, stations, 200, threads);
  }
}
