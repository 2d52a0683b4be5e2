package onegrid.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.geo.LocalFrame;
import onegrid.place.Building;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.place.OpeningHours;
import onegrid.place.Station;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierKind;
import onegrid.walk.GateOpening;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRefused;
import onegrid.walk.WalkRules;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A compound of 100 by 100 metres without a gate; a street inside, a street in the south with a
 * station: what a new gate in the southern wall brings is what the drawn gate would bring.
 */
class GateOpeningTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final LocalFrame FRAME = new LocalFrame(4548);
  private static final int EAST = 500_000;
  private static final int NORTH = 3_880_000;

  @Test
  void aNewGateIsTheGateThatSomebodyWouldDraw() {
    WalkGround closed = ground(List.of(), List.of(), List.of());
    // Behind a wall without a gate the street is an island: nobody can tell how one walks there.
    assertEquals(BuildingState.UNKNOWN, state(closed));
    WalkGround opened = GateOpening.at(closed, at(48, 4), "new");
    assertEquals(BuildingState.COVERED, state(opened));
    // By hand: the path from the inner street at 48, 30 through the wall at 48, 0 to the street.
    WalkGround drawn =
        new WalkGround(
            FRAME,
            List.of(
                way("inner", WayKind.STREET, 10, 30, 48, 30, 90, 30),
                way("outer", WayKind.STREET, -200, -20, 48, -20, 300, -20),
                way("new", WayKind.PATH, 48, 30, 48, 0, 48, -20)),
            List.of(),
            closed.compounds(),
            List.of(new Gate("new", "C", cell(EAST + 48), cell(NORTH), OpeningHours.ALWAYS, false)),
            List.of(),
            Optional.empty());
    Coverage there = coverage(opened);
    Coverage fresh = coverage(drawn);
    assertEquals(fresh.seconds(0), there.seconds(0));
    assertEquals(fresh.metres(0), there.metres(0), 1e-9);
    assertEquals(
        WalkNetwork.build(drawn, WalkRules.USUAL).version(),
        WalkNetwork.build(opened, WalkRules.USUAL).version());
  }

  @Test
  void noPathLeadsThroughARiverOrToNowhere() {
    WalkGround river =
        ground(
            List.of(),
            List.of(new Barrier("r", "", BarrierKind.RIVER, xs(-300, 400), ys(-10, -10))),
            List.of());
    assertThrows(WalkRefused.class, () -> GateOpening.at(river, at(48, 4), "new"));
    WalkGround closed = ground(List.of(), List.of(), List.of());
    assertThrows(WalkRefused.class, () -> GateOpening.at(closed, at(50, 50), "new"));
    // The northern wall has a street inside within reach, and none outside.
    assertThrows(WalkRefused.class, () -> GateOpening.at(closed, at(48, 99), "new"));
  }

  private static BuildingState state(WalkGround ground) {
    return coverage(ground).state(0);
  }

  private static Coverage coverage(WalkGround ground) {
    Building home =
        new Building(
            "B",
            SHAPES.toGeometry(new Envelope(EAST + 40, EAST + 50, NORTH + 40, NORTH + 50)),
            List.of(),
            4,
            10,
            "C",
            "");
    Station station =
        new Station(
            "S",
            "",
            "",
            List.of(at(100, -21)),
            OpeningHours.ALWAYS,
            true,
            Set.of(),
            Station.UNLIMITED);
    return Coverage.of(
        CoverageGround.of(
            WalkNetwork.build(ground, WalkRules.USUAL), List.of(home), List.of(station), 200, 1),
        Scenario.of(10, 1.2));
  }

  private static WalkGround ground(List<WalkWay> more, List<Barrier> barriers, List<Gate> gates) {
    List<WalkWay> ways = new ArrayList<>(more);
    ways.add(way("inner", WayKind.STREET, 10, 30, 90, 30));
    ways.add(way("outer", WayKind.STREET, -200, -20, 300, -20));
    return new WalkGround(
        FRAME,
        ways,
        barriers,
        List.of(
            new Compound(
                "C",
                "",
                "",
                "",
                "",
                true,
                SHAPES.toGeometry(new Envelope(EAST, EAST + 100, NORTH, NORTH + 100)))),
        gates,
        List.of(),
        Optional.empty());
  }

  private static WalkWay way(String id, WayKind kind, int... at) {
    int[] xs = new int[at.length / 2];
    int[] ys = new int[at.length / 2];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = cell(EAST + at[2 * i]);
      ys[i] = cell(NORTH + at[2 * i + 1]);
    }
    return WalkWay.drawn(id, xs, ys, kind);
  }

  private static int[] xs(int... metres) {
    return java.util.Arrays.stream(metres).map(m -> cell(EAST + m)).toArray();
  }

  private static int[] ys(int... metres) {
    return java.util.Arrays.stream(metres).map(m -> cell(NORTH + m)).toArray();
  }

  private static int cell(double metres) {
    return LocalFrame.toCells(metres);
  }

  private static Coordinate at(double east, double north) {
    return new Coordinate(EAST + east, NORTH + north);
  }
}
