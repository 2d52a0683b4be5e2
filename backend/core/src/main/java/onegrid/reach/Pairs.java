package onegrid.reach;

import java.util.Arrays;
import java.util.stream.IntStream;
import onegrid.walk.WalkNetwork;

/**
 * Every station with all places that reach it within the limit: what a station loses when it
 * closes, and the second nearest of a place.
 *
 * <p>Immutable. Eight bytes a pair. A station's tree is walked on its own; stations are shared out
 * among threads, which does not change the result.
 */
public final class Pairs {
  private final int[] start;
  private final int[] place;
  private final int[] costMm;

  private Pairs(StationReach[] trees) {
    start = new int[trees.length + 1];
    for (int s = 0; s < trees.length; s++) {
      start[s + 1] = start[s] + trees[s].place().length;
    }
    place = new int[start[trees.length]];
    costMm = new int[place.length];
    for (int s = 0; s < trees.length; s++) {
      System.arraycopy(trees[s].place(), 0, place, start[s], trees[s].place().length);
      System.arraycopy(trees[s].costMm(), 0, costMm, start[s], trees[s].place().length);
    }
  }

  /**
   * One station's places.
   *
   * @param place rising
   * @param costMm what the way costs
   */
  @SuppressWarnings("ArrayRecordComponent") // a city of objects would not fit
  public record StationReach(int[] place, int[] costMm) {}

  /** All pairs of a network, its places and stations. */
  public static Pairs of(
      ReachGraph graph, Demand demand, Supply supply, int stations, long limitMm, int threads) {
    int[][] doors = doors(supply, stations);
    StationReach[] trees = new StationReach[stations];
    int shares = Math.max(1, Math.min(threads, stations));
    NodeLinks nodeLinks = new NodeLinks(graph.network, demand);
    IntStream numbers = IntStream.range(0, shares);
    (shares > 1 ? numbers.parallel() : numbers)
        .forEach(
            t -> {
              StationTree tree = new StationTree(graph, demand, nodeLinks, limitMm);
              for (int s = t; s < stations; s += shares) {
                trees[s] = tree.of(supply, doors[s]);
              }
            });
    return new Pairs(trees);
  }

  static int[][] doors(Supply supply, int stations) {
    int[][] doors = new int[stations][0];
    for (int d = 0; d < supply.links().size(); d++) {
      int s = supply.stationOf(d);
      doors[s] = Arrays.copyOf(doors[s], doors[s].length + 1);
      doors[s][doors[s].length - 1] = d;
    }
    return doors;
  }

  public int size() {
    return place.length;
  }

  public int stations() {
    return start.length - 1;
  }

  /** Pairs of a station: from {@code start(station)} to {@code start(station + 1)}. */
  public int start(int station) {
    return start[station];
  }

  public int place(int pair) {
    return place[pair];
  }

  public int costMm(int pair) {
    return costMm[pair];
  }

  /** The links at each node of a network. */
  static final class NodeLinks {
    final int[] start;
    final int[] link;

    NodeLinks(WalkNetwork network, Demand demand) {
      start = new int[network.nodes() + 1];
      for (int e : demand.edge) {
        start[network.from(e) + 1]++;
        start[network.to(e) + 1]++;
      }
      for (int n = 0; n < network.nodes(); n++) {
        start[n + 1] += start[n];
      }
      link = new int[demand.edge.length * 2];
      int[] next = Arrays.copyOf(start, network.nodes());
      for (int k = 0; k < demand.edge.length; k++) {
        link[next[network.from(demand.edge[k])]++] = k;
        link[next[network.to(demand.edge[k])]++] = k;
      }
    }
  }
}
