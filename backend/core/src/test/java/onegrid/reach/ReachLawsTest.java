package onegrid.reach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRules;
import onegrid.walk.WayKind;
import org.junit.jupiter.api.Test;

/** Laws over made-up ground: the engine and the plain answer agree, whatever the order. */
class ReachLawsTest {
  private static final int GROUNDS = Integer.getInteger("onegrid.grounds", 120);
  private static final long LIMIT_MM = 400_000;

  @Test
  void everyAnswerEqualsThePlainOne() {
    int reached = 0;
    int walled = 0;
    for (long seed = 1; seed <= GROUNDS; seed++) {
      Drawn ground = ground(seed);
      WalkNetwork network = ground.network();
      Links stations = Drawn.link(network, ground.stations);
      Links places = Drawn.link(network, ground.buildings);
      for (int p = 0; p < places.size(); p++) {
        int[] at = ground.buildings.get(p);
        int[] plain = PlainReach.link(network, at[0], at[1], Linker.USUAL_LIMIT_METRES);
        int[] link = {places.edge()[p], places.offsetMm()[p], places.legMm()[p]};
        assertArrayEquals(
            plain == null ? new int[] {Links.NONE, 0, 0} : plain, link, "link, seed " + seed);
      }
      int[] compound = ground.compoundOf(network);
      int[][] plain =
          new PlainReach(network, 1200, ground.openGates(network))
              .nearest(stations, places, compound, LIMIT_MM);
      ReachGraph graph = ReachGraph.of(network, 1200, 150, ground.openGates(network));
      Demand demand = Demand.of(places, new int[0], compound, network.edges());
      Nearest quick = new Reach(graph, demand, LIMIT_MM).nearest(Supply.of(stations));
      Nearest measured = new Reach(graph, demand, LIMIT_MM).nearest(Supply.of(stations), true);
      for (int p = 0; p < places.size(); p++) {
        String which = "seed " + seed + ", building " + p;
        assertEquals(plain[p][0], quick.costMm()[p], which);
        assertEquals(plain[p][1], quick.station()[p], which);
        assertEquals(plain[p][0], measured.costMm()[p], which);
        if (plain[p][0] >= 0) {
          reached++;
          // Waits and steps cost more than their length, and nothing costs less.
          assertTrue(measured.walkedMm()[p] <= plain[p][0], which);
        }
        walled += ground.homes.get(p).isEmpty() ? 0 : 1;
      }
      checkPairs(graph, demand, stations, quick, seed);
    }
    // The law would hold of empty ground too.
    assertTrue(reached > GROUNDS * 10, "reached " + reached);
    assertTrue(walled > GROUNDS * 3, "homes in compounds " + walled);
  }

  /** The cheapest of all pairs of a place is its nearest station; threads change nothing. */
  private static void checkPairs(
      ReachGraph graph, Demand demand, Links stations, Nearest nearest, long seed) {
    int n = stations.size();
    Pairs pairs = Pairs.of(graph, demand, Supply.of(stations), n, LIMIT_MM, 1);
    int[] best = new int[demand.places()];
    int[] by = new int[demand.places()];
    Arrays.fill(best, Nearest.NONE);
    Arrays.fill(by, Nearest.NONE);
    for (int s = 0; s < n; s++) {
      for (int i = pairs.start(s); i < pairs.start(s + 1); i++) {
        int p = pairs.place(i);
        if (best[p] < 0 || pairs.costMm(i) < best[p]) {
          best[p] = pairs.costMm(i);
          by[p] = s;
        }
      }
    }
    assertArrayEquals(nearest.costMm(), best, "pairs, seed " + seed);
    assertArrayEquals(nearest.station(), by, "pairs, seed " + seed);
    Pairs again = Pairs.of(graph, demand, Supply.of(stations), n, LIMIT_MM, 3);
    assertEquals(pairs.size(), again.size());
    for (int i = 0; i < pairs.size(); i++) {
      assertEquals(pairs.place(i), again.place(i));
      assertEquals(pairs.costMm(i), again.costMm(i));
    }
  }

  @Test
  void theOrderOfTheInputChangesNothing() {
    for (long seed = 1; seed <= GROUNDS / 4; seed++) {
      Drawn ground = ground(seed);
      WalkNetwork network = ground.network();
      Links links = Drawn.link(network, ground.buildings);
      for (int round = 0; round < 3; round++) {
        ground.shuffle(seed * 31 + round);
        WalkNetwork again = ground.network();
        assertEquals(network.version(), again.version(), "seed " + seed);
        assertEquals(network.findings(), again.findings(), "seed " + seed);
        Links other = Drawn.link(again, ground.buildings);
        assertArrayEquals(links.edge(), other.edge(), "seed " + seed);
        assertArrayEquals(links.offsetMm(), other.offsetMm(), "seed " + seed);
      }
    }
  }

  @Test
  void threadsChangeNothing() {
    Drawn ground = ground(7);
    WalkNetwork network = ground.network();
    Random random = new Random(7);
    int[] xs = random.ints(40_000, 0, 60_000).toArray();
    int[] ys = random.ints(40_000, 0, 60_000).toArray();
    Linker linker = Linker.of(network);
    Links one = linker.link(xs, ys, 200, 1);
    Links many = linker.link(xs, ys, 200, 4);
    assertArrayEquals(one.edge(), many.edge());
    assertArrayEquals(one.legMm(), many.legMm());
    assertEquals(one.unclearSide(), many.unclearSide());
  }

  /** Streets on a bent lattice with everything that lies in the way of people. */
  static Drawn ground(long seed) {
    Random random = new Random(seed);
    Drawn drawn = new Drawn();
    if (seed % 3 == 0) {
      drawn.rules(WalkRules.USUAL);
    }
    int n = 4 + random.nextInt(3);
    int[][] x = new int[n][n];
    int[][] y = new int[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        x[i][k] = i * 100 + random.nextInt(31) - 15;
        y[i][k] = k * 100 + random.nextInt(31) - 15;
      }
    }
    WayKind[] kinds = {
      WayKind.STREET, WayKind.STREET, WayKind.PATH, WayKind.WIDE_ROAD, WayKind.STEPS
    };
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int turn = 0; turn < 2; turn++) {
          int i2 = i + 1 - turn;
          int k2 = k + turn;
          if (i2 < n && k2 < n && random.nextInt(8) > 0) {
            boolean oneWay = random.nextInt(12) == 0;
            drawn.way(
                kinds[random.nextInt(kinds.length)],
                0,
                true,
                !oneWay,
                x[i][k],
                y[i][k],
                x[i2][k2],
                y[i2][k2]);
          }
        }
        if (random.nextInt(6) == 0) {
          drawn.crossing(x[i][k], y[i][k]);
        }
      }
    }
    compounds(drawn, random, n);
    int at = 50 + random.nextInt(n * 100 - 150);
    if (random.nextBoolean()) {
      drawn.river(at, -50, at + 30, n * 50, at, n * 100 + 50);
    } else {
      drawn.railway(-50, at, n * 100 + 50, at + 20);
    }
    IntStream.range(0, 3).forEach(i -> drawn.station(place(random, n), place(random, n)));
    IntStream.range(0, 30).forEach(i -> drawn.building(place(random, n), place(random, n)));
    return drawn;
  }

  private static void compounds(Drawn drawn, Random random, int n) {
    for (int c = 0; c < 3; c++) {
      String id = "c" + c;
      int left = random.nextInt(n - 2) * 100 + 120;
      int bottom = c * 100 + 20;
      drawn.compound(
          id, left, bottom, left + 60, bottom, left + 60, bottom + 60, left, bottom + 60);
      drawn.path(left + 30, bottom + 30, left + 30, bottom - 15);
      drawn.path(left + 30, bottom + 30, left + 90, bottom + 30);
      if (random.nextBoolean()) {
        drawn.gate(id, left + 30, bottom);
      } else {
        drawn.dayGate(id, left + 30, bottom);
      }
      drawn.residentsGate(id, left + 60, bottom + 30);
      drawn.home(id, left + 10, bottom + 20);
      drawn.home(id, left + 50, bottom + 55);
      // Paths end on no street of the lattice: a street leads past them.
      drawn.street(left + 30, bottom - 15, left + 90, bottom - 15, left + 90, bottom + 30);
      drawn.street(left + 90, bottom + 30, left + 90, bottom + 80);
    }
  }

  private static int place(Random random, int n) {
    return random.nextInt(n * 100) - 30;
  }
}
