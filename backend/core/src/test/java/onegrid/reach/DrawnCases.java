package onegrid.reach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.walk.WalkNetwork;
import org.junit.jupiter.api.DynamicTest;

/**
 * Small pieces of ground with the answer beside: how many seconds each building walks to the
 * nearest station at one metre a second, NONE when it reaches none.
 */
abstract class DrawnCases {
  static final int NONE = -1;
  private static final int LIMIT_SECONDS = 1000;

  final List<DynamicTest> tests = new ArrayList<>();

  static Drawn d() {
    return new Drawn();
  }

  void add(String name, Drawn drawn, int... seconds) {
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
