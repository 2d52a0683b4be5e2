package onegrid.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import onegrid.reach.Links;
import onegrid.reach.Nearest;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WayKind;

/** One textbook Dijkstra a station, for counting differences on real ground. */
final class PlainAnswer {
  private final WalkNetwork network;
  private final int speed;
  private final List<List<int[]>> into = new ArrayList<>();

  PlainAnswer(WalkNetwork network, int speed) {
    this.network = network;
    this.speed = speed;
    for (int n = 0; n < network.nodes(); n++) {
      into.add(new ArrayList<>(3));
    }
    for (int e = 0; e < network.edges(); e++) {
      if (network.forward(e)) {
        into.get(network.to(e)).add(new int[] {network.from(e), e});
      }
      if (network.backward(e)) {
        into.get(network.from(e)).add(new int[] {network.to(e), e});
      }
    }
  }

  /** How many places have another cost or another station. */
  int differences(Links stations, Links places, long limitMm, Nearest answer) {
    Map<Integer, List<Integer>> placesOf = new HashMap<>();
    for (int p = 0; p < places.size(); p++) {
      placesOf.computeIfAbsent(places.edge()[p], e -> new ArrayList<>()).add(p);
    }
    long[] best = new long[places.size()];
    int[] by = new int[places.size()];
    java.util.Arrays.fill(best, Long.MAX_VALUE);
    java.util.Arrays.fill(by, -1);
    for (int s = 0; s < stations.size(); s++) {
      if (stations.edge()[s] < 0) {
        continue;
      }
      Map<Integer, Long> tree = tree(stations, s, limitMm);
      java.util.Set<Integer> edges = new java.util.HashSet<>();
      edges.add(stations.edge()[s]);
      for (int node : tree.keySet()) {
        for (int[] arc : into.get(node)) {
          edges.add(arc[1]);
        }
      }
      for (int e : edges) {
        for (int p : placesOf.getOrDefault(e, List.of())) {
          long cost = cost(stations, s, places, p, tree);
          if (cost <= limitMm && cost < best[p]) {
            best[p] = cost;
            by[p] = s;
          }
        }
      }
    }
    int differences = 0;
    for (int p = 0; p < places.size(); p++) {
      long cost = best[p] == Long.MAX_VALUE ? -1 : best[p];
      differences += cost != answer.costMm()[p] || by[p] != answer.station()[p] ? 1 : 0;
    }
    return differences;
  }

  private long cost(Links stations, int s, Links places, int p, Map<Integer, Long> tree) {
    int e = places.edge()[p];
    int offset = places.offsetMm()[p];
    long best = Long.MAX_VALUE / 2;
    Long from = tree.get(network.from(e));
    Long to = tree.get(network.to(e));
    if (from != null && network.backward(e)) {
      best = Math.min(best, from + offset);
    }
    if (to != null && network.forward(e)) {
      best = Math.min(best, to + network.lengthMm(e) - offset);
    }
    if (stations.edge()[s] == e) {
      int along = stations.offsetMm()[s] - offset;
      if (along == 0 || (along > 0 ? network.forward(e) : network.backward(e))) {
        best = Math.min(best, Math.abs((long) along) + stations.legMm()[s]);
      }
    }
    return best + places.legMm()[p];
  }

  private Map<Integer, Long> tree(Links stations, int s, long limitMm) {
    Map<Integer, Long> settled = new HashMap<>();
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    int e = stations.edge()[s];
    long leg = stations.legMm()[s];
    if (network.forward(e)) {
      queue.add(new long[] {leg + stations.offsetMm()[s], network.from(e)});
    }
    if (network.backward(e)) {
      queue.add(new long[] {leg + network.lengthMm(e) - stations.offsetMm()[s], network.to(e)});
    }
    while (!queue.isEmpty()) {
      long[] next = queue.poll();
      int node = (int) next[1];
      if (next[0] > limitMm || settled.putIfAbsent(node, next[0]) != null) {
        continue;
      }
      for (int[] arc : into.get(node)) {
        long length = network.lengthMm(arc[1]);
        if (network.kind(arc[1]) == WayKind.STEPS) {
          length = Math.max(1, length * 150 / 100);
        }
        long wait = (long) network.waitSeconds(arc[1]) * speed;
        queue.add(new long[] {next[0] + length + wait, arc[0]});
      }
    }
    return settled;
  }
}
