package onegrid.reach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import onegrid.place.OpeningHours;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small pieces of ground with the answer beside: how many seconds each building walks to the
 * nearest station at one metre a second, NONE when it reaches none.
 */
class DrawnCasesTest {
  private static final int NONE = -1;
  private static final int LIMIT_SECONDS = 1000;

  private final List<DynamicTest> tests = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> cases() {
    streets();
    walls();
    gates();
    rivers();
    wideRoads();
    directions();
    islands();
    return tests.stream();
  }

  private void streets() {
    add("along one street", d().street(0, 0, 500, 0).station(100, 0).building(300, 0), 200);
    add("the access legs count", d().street(0, 0, 500, 0).station(100, 5).building(300, 7), 212);
    add("round a corner", d().street(0, 0, 100, 0, 100, 100).station(0, 0).building(100, 80), 180);
    add(
        "streets meet in a shared vertex",
        d().street(0, 0, 100, 0, 200, 0).street(100, 0, 100, 90).station(0, 0).building(100, 90),
        190);
    add(
        "streets that cross without a shared vertex do not meet",
        d().street(0, 0, 200, 0).street(100, -50, 100, 90).station(0, 0).building(100, 90),
        NONE);
    add(
        "the nearer of two stations",
        d().street(0, 0, 500, 0).station(0, 0).station(500, 0).building(200, 0).building(300, 0),
        200,
        200);
    add("beyond the limit", d().street(0, 0, 2000, 0).station(0, 0).building(1001, 0), NONE);
    add("at the limit", d().street(0, 0, 2000, 0).station(0, 0).building(1000, 0), 1000);
    add("too far from any street", d().street(0, 0, 500, 0).station(0, 0).building(100, 201), NONE);
    add("just near enough", d().street(0, 0, 500, 0).station(0, 0).building(100, 200), 300);
    add(
        "the shorter way round a block",
        d().street(0, 0, 300, 0, 300, 100, 0, 100, 0, 0).station(0, 0).building(100, 100),
        200);
  }

  private void walls() {
    add(
        "a wall without a gate",
        d().street(0, 0, 200, 0)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .station(0, 0)
            .home("c", 100, 20),
        NONE);
    add(
        "the street behind the wall is nearer, the path inside is taken",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 60)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .gate("c", 100, 10)
            .station(0, 0)
            .home("c", 60, 20),
        // along the street 100, up the path 20, the leg 40
        160);
    add(
        "a path through the wall without a gate is cut",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 60)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .station(0, 0)
            .home("c", 95, 50),
        NONE);
    add(
        "a wall stands between two compounds",
        d().path(10, 50, 90, 50)
            .path(110, 50, 190, 50)
            .compound("a", 0, 0, 100, 0, 100, 100, 0, 100)
            .compound("b", 100, 0, 200, 0, 200, 100, 100, 100)
            .station(20, 50)
            .home("a", 80, 52)
            .home("b", 120, 52),
        62,
        NONE);
    add(
        "a street drawn on the wall itself is outside",
        d().street(0, 0, 200, 0)
            .compound("c", 50, 0, 150, 0, 150, 100, 50, 100)
            .station(0, 0)
            .building(100, -10)
            .home("c", 100, 10),
        110,
        NONE);
    add(
        "a compound that is not walled is no obstacle",
        d().street(0, 0, 200, 0)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .open("c")
            .station(0, 0)
            .home("c", 100, 20),
        120);
    add(
        "a station behind a wall serves its own side only",
        d().street(0, 0, 200, 0)
            .path(60, 20, 140, 20)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .station(100, 15)
            .building(100, 5)
            .home("c", 60, 20),
        NONE,
        45);
    add(
        "through a corner of the wall",
        d().street(0, 0, 100, 0)
            .path(100, 0, 150, 50, 200, 100)
            .compound("c", 150, 50, 250, 50, 250, 150, 150, 150)
            .gate("c", 150, 50)
            .station(0, 0)
            .home("c", 200, 100),
        241);
  }

  private void gates() {
    add("an open gate", walled().gate("c", 100, 10).home("c", 100, 50), 150);
    add("a gate a step beside its path", walled().gate("c", 102, 10).home("c", 100, 50), 150);
    add("a gate far from its path", walled().gate("c", 120, 10).home("c", 100, 50), NONE);
    add("a gate of another compound", walled().gate("x", 100, 10).home("c", 100, 50), NONE);
    add(
        "a gate that never opens",
        walled().gate("c", 100, 10, OpeningHours.NEVER, false).home("c", 100, 50),
        NONE);
    add("a gate by day", walled().dayGate("c", 100, 10).at(12).home("c", 100, 50), 150);
    add("the same gate at night", walled().dayGate("c", 100, 10).at(23).home("c", 100, 50), NONE);
    add("residents pass their gate", walled().residentsGate("c", 100, 10).home("c", 100, 50), 150);
    add(
        "strangers do not pass it on their way",
        d().street(0, 0, 100, 0)
            .path(100, 0, 100, 100)
            .street(100, 100, 300, 100)
            .compound("c", 50, 10, 150, 10, 150, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .residentsGate("c", 100, 90)
            .station(0, 0)
            .home("c", 100, 50)
            .building(200, 100),
        150,
        NONE);
    add(
        "residents may leave and come back through their own gates",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 40)
            .path(200, 0, 200, 40)
            .compound("c", 50, 10, 250, 10, 250, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .residentsGate("c", 200, 10)
            .station(100, 40)
            .home("c", 200, 40)
            .building(200, 0),
        180,
        NONE);
    add(
        "a public gate beside a residents' gate",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 40, 200, 40, 200, 0)
            .compound("c", 50, 10, 250, 10, 250, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .gate("c", 200, 10)
            .station(0, 0)
            .home("c", 100, 40),
        140);
    add(
        "a station inside is open to strangers through the public gate",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 40, 200, 40, 200, 0)
            .compound("c", 50, 10, 250, 10, 250, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .gate("c", 200, 10)
            .station(100, 40)
            .building(0, 0),
        // not the 140 through the residents' gate
        340);
    add(
        "two walls, two gates",
        d().street(0, 0, 100, 0)
            .path(100, 0, 100, 200)
            .compound("a", 0, 10, 200, 10, 200, 90, 0, 90)
            .compound("b", 0, 100, 200, 100, 200, 190, 0, 190)
            .gate("a", 100, 10)
            .gate("a", 100, 90)
            .gate("b", 100, 100)
            .station(0, 0)
            .home("b", 100, 150),
        250);
    add(
        "a gate in the source is closed",
        d().path(0, 0, 50, 0, 100, 0).closed(50, 0).station(0, 0).building(40, 0).building(60, 0),
        40,
        NONE);
    add(
        "two ways that meet in the gate",
        d().street(0, 0, 100, 0)
            .path(100, 0, 100, 10)
            .path(100, 10, 100, 60)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .gate("c", 100, 10)
            .station(0, 0)
            .home("c", 100, 60),
        160);
  }

  /** A street with a path into a compound, a station at its beginning. */
  private static Drawn walled() {
    return d().street(0, 0, 100, 0, 200, 0)
        .path(100, 0, 100, 60)
        .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
        .station(0, 0);
  }

  private void rivers() {
    add(
        "a river cuts a street",
        d().street(0, 0, 200, 0).river(100, -50, 100, 50).station(0, 0).building(150, 0),
        NONE);
    add(
        "a bridge over it",
        d().street(0, 0, 90, 0)
            .bridge(90, 0, 110, 0)
            .street(110, 0, 200, 0)
            .river(100, -50, 100, 50)
            .station(0, 0)
            .building(150, 0),
        150);
    add(
        "an underpass below a railway",
        d().street(0, 0, 90, 0)
            .underpass(90, 0, 110, 0)
            .street(110, 0, 200, 0)
            .railway(100, -50, 100, 50)
            .station(0, 0)
            .building(150, 0),
        150);
    add(
        "the other bank is nearer but not in sight",
        d().street(0, 0, 200, 0)
            .street(0, 60, 200, 60)
            .river(-50, 10, 250, 10)
            .station(0, 0)
            .station(200, 60)
            .building(50, 15),
        // down to the far street 45, along it 150
        195);
    add(
        "a station in the river's middle is linked to nothing across a bank",
        d().street(0, 0, 200, 0)
            .river(-50, 10, 250, 10)
            .river(-50, 40, 250, 40)
            .station(100, 25)
            .building(50, 0),
        NONE);
    add(
        "a railway without a level crossing",
        d().street(0, 0, 100, 0, 200, 0).railway(100, -50, 100, 50).station(0, 0).building(150, 0),
        NONE);
    add(
        "a railway with one",
        d().street(0, 0, 100, 0, 200, 0)
            .railway(100, -50, 100, 50)
            .levelCrossing(100, 0)
            .station(0, 0)
            .building(150, 0),
        150);
    add(
        "a building is not entered from a bridge",
        d().street(0, 0, 50, 0)
            .bridge(50, 0, 150, 0)
            .street(150, 0, 300, 0)
            .station(0, 0)
            .building(90, 0),
        // back to the end of the street
        90);
  }

  private void wideRoads() {
    add(
        "no crossing: the other side is out of reach",
        d().avenue(-2000, 0, 2000, 0).station(100, 10).building(300, 10).building(300, -10),
        220,
        NONE);
    add(
        "one crossing, and the way to it and back",
        d().avenue(0, 0, 400, 0, 500, 0).crossing(400, 0).station(300, 10).building(300, -10),
        // 10 + 100 + (10 m and 10 s) + 100 + 10
        240);
    add(
        "lights take longer",
        d().avenue(0, 0, 400, 0, 500, 0).lights(400, 0).station(300, 10).building(300, -10),
        260);
    add(
        "a street from one side ends on its side",
        d().avenue(-2000, 0, 200, 0, 2000, 0)
            .street(200, 0, 200, 100)
            .station(200, 100)
            .building(300, 10)
            .building(300, -10),
        210,
        NONE);
    add(
        "a street across it without a crossing",
        d().avenue(-2000, 0, 200, 0, 2000, 0)
            .street(200, 100, 200, 0, 200, -100)
            .station(200, 100)
            .building(200, -100),
        NONE);
    add(
        "junctions are crossings by the usual rules",
        d().rules(new WalkRules(true, true, 30, 10, 10, 150, 3, 0))
            .avenue(0, 0, 200, 0, 500, 0)
            .street(200, 100, 200, 0, 200, -100)
            .station(200, 100)
            .building(200, -100),
        240);
    add(
        "one walks round the end of the road",
        d().avenue(0, 0, 100, 0).station(40, 10).building(40, -10),
        // 10 + 40 + 40 + 10 at the near end
        100);
    add(
        "a bridge over the road",
        d().avenue(0, 0, 200, 0, 500, 0)
            .street(200, 20, 300, 20)
            .street(200, -20, 300, -20)
            .bridge(200, 20, 200, -20)
            .station(300, 20)
            .building(300, -20),
        240);
    add(
        "a narrow street is crossed anywhere",
        d().street(0, 0, 500, 0).station(300, 10).building(300, -10),
        20);
    add(
        "two avenues cross with a crossing",
        d().avenue(0, 0, 200, 0, 400, 0)
            .avenue(200, -200, 200, 0, 200, 200)
            .lights(200, 0)
            .station(100, 10)
            .building(300, 10)
            .building(300, -10),
        // 10 + 100 + 40 + 100 + 10, and one crossing more
        260,
        300);
  }

  private void directions() {
    add(
        "one-way steps down to the station",
        d().street(0, 0, 100, 0)
            .oneWaySteps(100, 100, 100, 0)
            .street(100, 100, 200, 100)
            .station(0, 0)
            .building(200, 100),
        // 100 + steps 150 + 100
        350);
    add(
        "one-way steps the other way",
        d().street(0, 0, 100, 0)
            .oneWaySteps(100, 0, 100, 100)
            .street(100, 100, 200, 100)
            .station(0, 0)
            .building(200, 100),
        NONE);
    add(
        "the long way round one-way steps",
        d().street(0, 0, 100, 0)
            .oneWaySteps(100, 0, 100, 100)
            .street(100, 100, 0, 100, 0, 0)
            .station(0, 0)
            .building(100, 100),
        200);
    add(
        "steps take half as long again",
        d().street(0, 0, 100, 0)
            .steps(100, 0, 100, 100)
            .street(100, 100, 200, 100)
            .station(0, 0)
            .building(200, 100),
        350);
    add(
        "against a one-way street",
        d().oneWay(0, 0, 500, 0).station(100, 0).building(300, 0).building(50, 0),
        NONE,
        50);
  }

  private void islands() {
    add(
        "an island with a station of its own",
        d().street(0, 0, 100, 0).street(0, 500, 100, 500).station(0, 500).building(100, 500),
        100);
    add(
        "an island without one",
        d().street(0, 0, 100, 0).street(0, 500, 100, 500).station(0, 500).building(100, 0),
        NONE);
    add(
        "a garden path of 30 m carries nobody when fragments do not count",
        d().rules(new WalkRules(true, false, 30, 10, 10, 150, 3, 100))
            .street(0, 0, 500, 0)
            .path(100, 20, 130, 20)
            .station(0, 0)
            .building(100, 25),
        125);
    add(
        "the same path takes its building when every fragment counts",
        d().street(0, 0, 500, 0).path(100, 20, 130, 20).station(0, 0).building(100, 25),
        NONE);
  }

  private static Drawn d() {
    return new Drawn();
  }

  private void add(String name, Drawn drawn, int... seconds) {
    tests.add(
        DynamicTest.dynamicTest(
            name,
            () -> {
              String version = "";
              for (long seed = 0; seed < 3; seed++) {
                if (seed > 0) {
                  drawn.shuffle(seed);
                }
                WalkNetwork network = drawn.network();
                assertArrayEquals(seconds, answered(drawn, network), "answer");
                assertEquals(seed == 0 ? network.version() : version, network.version());
                version = network.version();
              }
            }));
  }

  /** The engine's answers in seconds, after comparing them with the plain ones. */
  private static int[] answered(Drawn drawn, WalkNetwork network) {
    Links stations = Drawn.link(network, drawn.stations);
    Links places = Drawn.link(network, drawn.buildings);
    long limit = LIMIT_SECONDS * (long) Drawn.SPEED;
    int[] compound = drawn.compoundOf(network);
    ReachGraph graph = ReachGraph.of(network, Drawn.SPEED, 150, drawn.openGates(network));
    Demand demand = Demand.of(places, new int[0], compound, network.edges());
    Nearest nearest = new Reach(graph, demand, limit).nearest(Supply.of(stations), true);
    int[][] plain =
        new PlainReach(network, Drawn.SPEED, drawn.openGates(network))
            .nearest(stations, places, compound, limit);
    for (int p = 0; p < places.size(); p++) {
      int[] link =
          PlainReach.link(network, drawn.buildings.get(p)[0], drawn.buildings.get(p)[1], 200);
      assertEquals(link == null ? Links.NONE : link[0], places.edge()[p], "edge of building " + p);
      assertEquals(plain[p][0], nearest.costMm()[p], "plain cost of building " + p);
      assertEquals(plain[p][1], nearest.station()[p], "plain station of building " + p);
    }
    return Arrays.stream(nearest.costMm())
        .map(mm -> mm < 0 ? NONE : Math.round(mm / (float) Drawn.SPEED))
        .toArray();
  }
}
