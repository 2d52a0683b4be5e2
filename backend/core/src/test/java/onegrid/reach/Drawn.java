package onegrid.reach;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onegrid.geo.LocalFrame;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.place.OpeningHours;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierKind;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRules;
import onegrid.walk.WalkSpot;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A small piece of ground, drawn in whole metres. */
final class Drawn {
  static final int SPEED = 1000;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  final List<WalkWay> ways = new ArrayList<>();
  final List<Barrier> barriers = new ArrayList<>();
  final List<Compound> compounds = new ArrayList<>();
  final List<Gate> gates = new ArrayList<>();
  final List<WalkSpot> spots = new ArrayList<>();
  final List<int[]> stations = new ArrayList<>();
  final List<int[]> buildings = new ArrayList<>();
  final List<String> homes = new ArrayList<>();
  WalkRules rules = new WalkRules(true, false, 30, 10, 10, 150, 3, 0);
  Optional<LocalTime> hour = Optional.empty();

  Drawn street(int... at) {
    return way(WayKind.STREET, 0, true, true, at);
  }

  Drawn path(int... at) {
    return way(WayKind.PATH, 0, true, true, at);
  }

  Drawn avenue(int... at) {
    return way(WayKind.WIDE_ROAD, 0, true, true, at);
  }

  Drawn steps(int... at) {
    return way(WayKind.STEPS, 0, true, true, at);
  }

  Drawn oneWaySteps(int... at) {
    return way(WayKind.STEPS, 0, true, false, at);
  }

  Drawn oneWay(int... at) {
    return way(WayKind.STREET, 0, true, false, at);
  }

  Drawn bridge(int... at) {
    return way(WayKind.OVER_OR_UNDER, 1, true, true, at);
  }

  Drawn underpass(int... at) {
    return way(WayKind.OVER_OR_UNDER, -1, true, true, at);
  }

  Drawn way(WayKind kind, int level, boolean forward, boolean backward, int... at) {
    ways.add(
        new WalkWay(
            "w" + ways.size(),
            every(at, 0),
            every(at, 1),
            new long[0],
            kind,
            level,
            forward,
            backward));
    return this;
  }

  Drawn river(int... at) {
    return barrier(BarrierKind.RIVER, at);
  }

  Drawn railway(int... at) {
    return barrier(BarrierKind.RAILWAY, at);
  }

  private Drawn barrier(BarrierKind kind, int... at) {
    barriers.add(new Barrier("b" + barriers.size(), "", kind, every(at, 0), every(at, 1)));
    return this;
  }

  /** A walled compound. */
  Drawn compound(String id, int... at) {
    Coordinate[] ring = new Coordinate[at.length / 2 + 1];
    for (int i = 0; i < at.length / 2; i++) {
      ring[i] = new Coordinate(at[i * 2], at[i * 2 + 1]);
    }
    ring[at.length / 2] = ring[0];
    compounds.add(new Compound(id, id, "", "", "", true, SHAPES.createPolygon(ring)));
    return this;
  }

  Drawn open(String id) {
    Compound last = compounds.remove(compounds.size() - 1);
    compounds.add(new Compound(id, id, "", "", "", false, last.shape()));
    return this;
  }

  Drawn gate(String compound, int x, int y) {
    return gate(compound, x, y, OpeningHours.ALWAYS, false);
  }

  Drawn residentsGate(String compound, int x, int y) {
    return gate(compound, x, y, OpeningHours.ALWAYS, true);
  }

  Drawn gate(String compound, int x, int y, OpeningHours hours, boolean residentsOnly) {
    gates.add(new Gate("g" + gates.size(), compound, x * 100, y * 100, hours, residentsOnly));
    return this;
  }

  Drawn dayGate(String compound, int x, int y) {
    return gate(
        compound,
        x,
        y,
        new OpeningHours(List.of(new OpeningHours.Span(0b1111111, 6 * 60, 22 * 60))),
        false);
  }

  Drawn at(int hours) {
    hour = Optional.of(LocalTime.of(hours, 0));
    return this;
  }

  Drawn crossing(int x, int y) {
    spots.add(new WalkSpot(WalkSpot.Kind.CROSSING, -1, x * 100, y * 100));
    return this;
  }

  Drawn lights(int x, int y) {
    spots.add(new WalkSpot(WalkSpot.Kind.CROSSING_WITH_LIGHTS, -1, x * 100, y * 100));
    return this;
  }

  Drawn levelCrossing(int x, int y) {
    spots.add(new WalkSpot(WalkSpot.Kind.LEVEL_CROSSING, -1, x * 100, y * 100));
    return this;
  }

  Drawn closed(int x, int y) {
    spots.add(new WalkSpot(WalkSpot.Kind.CLOSED, -1, x * 100, y * 100));
    return this;
  }

  Drawn rules(WalkRules given) {
    rules = given;
    return this;
  }

  Drawn station(int x, int y) {
    stations.add(new int[] {x * 100, y * 100});
    return this;
  }

  Drawn building(int x, int y) {
    return home("", x, y);
  }

  /** A building inside a compound. */
  Drawn home(String compound, int x, int y) {
    buildings.add(new int[] {x * 100, y * 100});
    homes.add(compound);
    return this;
  }

  void shuffle(long seed) {
    Random random = new Random(seed);
    Collections.shuffle(ways, random);
    Collections.shuffle(barriers, random);
    Collections.shuffle(compounds, random);
    Collections.shuffle(gates, random);
    Collections.shuffle(spots, random);
  }

  WalkNetwork network() {
    return WalkNetwork.build(
        new WalkGround(
            new LocalFrame(4548), ways, barriers, compounds, gates, spots, Optional.empty()),
        rules);
  }

  BitSet openGates(WalkNetwork network) {
    BitSet open = new BitSet();
    for (int g = 0; g < network.gates().size(); g++) {
      OpeningHours hours = network.gates().get(g).hours();
      open.set(
          g, hour.map(h -> hours.contains(DayOfWeek.MONDAY, h)).orElse(!hours.spans().isEmpty()));
    }
    return open;
  }

  int[] compoundOf(WalkNetwork network) {
    List<String> ids = network.compounds().stream().map(Compound::id).toList();
    return homes.stream().mapToInt(ids::indexOf).toArray();
  }

  static Links link(WalkNetwork network, List<int[]> places) {
    int[] xs = places.stream().mapToInt(p -> p[0]).toArray();
    int[] ys = places.stream().mapToInt(p -> p[1]).toArray();
    return Linker.of(network).link(xs, ys, Linker.USUAL_LIMIT_METRES, 1);
  }

  private static int[] every(int[] at, int offset) {
    int[] out = new int[at.length / 2];
    for (int i = 0; i < out.length; i++) {
      out[i] = at[i * 2 + offset] * 100;
    }
    return out;
  }
}
