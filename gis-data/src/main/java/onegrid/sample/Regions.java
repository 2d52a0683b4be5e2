package onegrid.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Cuts connected nodes of a graph into connected regions whose weights come near given quotas. */
final class Regions {
  private final Graph graph;
  private final int[] local;

  Regions(Graph graph) {
    this.graph = graph;
    this.local = new int[graph.size()];
    Arrays.fill(local, -1);
  }

  /**
   * The region of each member. Regions grow from spread seeds; the emptiest takes next what lies
   * nearest to its seed. Each region is connected and holds at least its seed.
   *
   * @throws IllegalStateException if the members are not connected with any seed
   */
  int[] grow(int[] members, double[] quota, Dice dice) {
    if (quota.length > members.length) {
      throw new IllegalStateException(quota.length + " regions of " + members.length + " nodes");
    }
    for (int i = 0; i < members.length; i++) {
      local[members[i]] = i;
    }
    int[] region = new int[members.length];
    Arrays.fill(region, -1);
    PriorityQueue<Region> hungry = new PriorityQueue<>(Region.HUNGRIEST);
    int[] seeds = seeds(members, quota.length, dice);
    for (int r = 0; r < seeds.length; r++) {
      region[seeds[r]] = r;
    }
    long salt = dice.next();
    for (int r = 0; r < seeds.length; r++) {
      Region grown = new Region(r, quota[r], members[seeds[r]], salt);
      grown.take(members[seeds[r]], region);
      hungry.add(grown);
    }
    int left = members.length - seeds.length;
    while (left > 0) {
      Region next = hungry.poll();
      if (next == null) {
        throw new IllegalStateException(left + " nodes out of reach of every region");
      }
      int node = next.nearestFree(region);
      if (node >= 0) {
        region[local[node]] = next.number;
        next.take(node, region);
        left--;
        hungry.add(next);
      }
    }
    for (int member : members) {
      local[member] = -1;
    }
    return region;
  }

  /** Spread seeds: each the farthest from the ones before, seen through some chance. */
  private int[] seeds(int[] members, int count, Dice dice) {
    double[] distance = new double[members.length];
    double[] taste = new double[members.length];
    for (int i = 0; i < members.length; i++) {
      distance[i] = Double.MAX_VALUE;
      taste[i] = dice.between(0.4, 1.0);
    }
    int[] seeds = new int[count];
    seeds[0] = dice.below(members.length);
    for (int s = 1; s <= count; s++) {
      int last = members[seeds[s - 1]];
      distance[seeds[s - 1]] = -1;
      int best = -1;
      double bestScore = -1;
      for (int i = 0; i < members.length; i++) {
        if (distance[i] < 0) {
          continue;
        }
        double dx = graph.x[members[i]] - graph.x[last];
        double dy = graph.y[members[i]] - graph.y[last];
        distance[i] = Math.min(distance[i], dx * dx + dy * dy);
        if (distance[i] * taste[i] > bestScore) {
          bestScore = distance[i] * taste[i];
          best = i;
        }
      }
      if (s < count) {
        seeds[s] = best;
      }
    }
    return seeds;
  }

  private record Candidate(double distance, int node) {}

  private final class Region {
    static final Comparator<Region> HUNGRIEST =
        Comparator.<Region>comparingDouble(r -> r.filled / r.quota).thenComparingInt(r -> r.number);

    private final PriorityQueue<Candidate> frontier =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::distance).thenComparingInt(Candidate::node));
    private final int number;
    private final double quota;
    private final int seed;
    private final long salt;
    private double filled;

    Region(int number, double quota, int seed, long salt) {
      this.number = number;
      this.quota = quota;
      this.seed = seed;
      this.salt = salt;
    }

    void take(int node, int[] region) {
      filled += graph.weight[node];
      for (int other : graph.neighbours(node)) {
        if (local[other] >= 0 && region[local[other]] < 0) {
          double dx = graph.x[other] - graph.x[seed];
          double dy = graph.y[other] - graph.y[seed];
          double taste = 0.7 + 0.6 * Dice.unit(salt, other, number);
          frontier.add(new Candidate((dx * dx + dy * dy) * taste, other));
        }
      }
    }

    int nearestFree(int[] region) {
      while (true) {
        Candidate candidate = frontier.poll();
        if (candidate == null) {
          return -1;
        }
        if (region[local[candidate.node]] < 0) {
          return candidate.node;
        }
      }
    }
  }
}
