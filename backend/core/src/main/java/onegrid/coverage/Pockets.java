package onegrid.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onegrid.finding.Spot;
import onegrid.place.Building;
import onegrid.place.Compound;
import org.locationtech.jts.geom.Coordinate;

/** Groups buildings that are not covered: by compound, elsewhere by nearness. */
final class Pockets {
  /** Buildings outside compounds belong together when no gap between them is wider. */
  private static final double GAP_METRES = 60;

  private final Coverage coverage;
  private final List<Integer> uncovered = new ArrayList<>();
  private final int[] parent;

  private Pockets(Coverage coverage) {
    this.coverage = coverage;
    int n = coverage.ground().buildings().size();
    parent = new int[n];
    for (int b = 0; b < n; b++) {
      parent[b] = b;
      if (coverage.state(b) == BuildingState.NOT_COVERED) {
        uncovered.add(b);
      }
    }
  }

  static List<UncoveredPocket> of(Coverage coverage) {
    Pockets pockets = new Pockets(coverage);
    pockets.join();
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int b : pockets.uncovered) {
      groups.computeIfAbsent(pockets.root(b), r -> new ArrayList<>()).add(b);
    }
    return groups.values().stream()
        .map(pockets::pocket)
        .sorted(
            Comparator.comparingLong(UncoveredPocket::people)
                .reversed()
                .thenComparing(p -> p.buildings().get(0)))
        .toList();
  }

  private void join() {
    Map<Integer, Integer> firstOfCompound = new HashMap<>();
    Map<Long, List<Integer>> squares = new HashMap<>();
    for (int b : uncovered) {
      int compound = coverage.ground().compoundOf[b];
      if (compound >= 0) {
        Integer first = firstOfCompound.putIfAbsent(compound, b);
        if (first != null) {
          unite(first, b);
        }
        continue;
      }
      Coordinate at = coverage.ground().middle(b);
      long column = (long) Math.floor(at.x / GAP_METRES);
      long row = (long) Math.floor(at.y / GAP_METRES);
      for (long c = column - 1; c <= column + 1; c++) {
        for (long r = row - 1; r <= row + 1; r++) {
          for (int other : squares.getOrDefault(c << 32 ^ r, List.of())) {
            if (coverage.ground().middle(other).distance(at) <= GAP_METRES
                && community(other).equals(community(b))) {
              unite(other, b);
            }
          }
        }
      }
      squares.computeIfAbsent(column << 32 ^ row, k -> new ArrayList<>()).add(b);
    }
  }

  private String community(int b) {
    return coverage.building(b).communityCode();
  }

  private void unite(int a, int b) {
    int ra = root(a);
    int rb = root(b);
    parent[Math.max(ra, rb)] = Math.min(ra, rb);
  }

  private int root(int b) {
    int at = b;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private UncoveredPocket pocket(List<Integer> buildings) {
    long households = 0;
    long people = 0;
    int most = buildings.get(0);
    for (int b : buildings) {
      Building building = coverage.building(b);
      households += building.households();
      people += building.people();
      if (building.people() > coverage.building(most).people()) {
        most = b;
      }
    }
    int number = coverage.ground().compoundOf[most];
    Compound compound = number < 0 ? null : coverage.ground().network().compounds().get(number);
    Coordinate at = coverage.ground().middle(most);
    return new UncoveredPocket(
        compound == null ? "" : compound.id(),
        compound == null
            ? coverage.building(most).id()
            : compound.name().isEmpty() ? compound.id() : compound.name(),
        community(most),
        new Spot(at.x, at.y),
        buildings,
        households,
        people,
        coverage.station(most),
        coverage.seconds(most),
        coverage.metres(most),
        coverage.straightStation(most),
        coverage.straightMetres(most),
        Obstacle.between(coverage, most));
  }
}
