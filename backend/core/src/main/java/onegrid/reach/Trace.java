package onegrid.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.walk.WalkNetwork;

/** Follows labels back to the station: which edges, and how long they are. */
final class Trace {
  static final int[] NO_PASSAGES = {};

  private final ReachGraph graph;
  private final WalkNetwork network;

  /** Edges on which a node can be left. */
  private final int[] first;

  private final int[] leaving;

  Trace(ReachGraph graph) {
    this.graph = graph;
    this.network = graph.network;
    first = new int[network.nodes() + 1];
    for (int e = 0; e < network.edges(); e++) {
      first[network.from(e) + 1] += network.forward(e) ? 1 : 0;
      first[network.to(e) + 1] += network.backward(e) ? 1 : 0;
    }
    for (int n = 0; n < network.nodes(); n++) {
      first[n + 1] += first[n];
    }
    leaving = new int[first[network.nodes()]];
    int[] next = Arrays.copyOf(first, network.nodes());
    for (int e = 0; e < network.edges(); e++) {
      if (network.forward(e)) {
        leaving[next[network.from(e)]++] = e;
      }
      if (network.backward(e)) {
        leaving[next[network.to(e)]++] = e;
      }
    }
  }

  /**
   * The length of the way on from a node, in millimetres. Of several cheapest ways the one that
   * leaves by the lower edge each time.
   *
   * @param passages gates that are open to the walker alone, as {@link ResidentGates} keeps them
   * @param way where the edges go, each with the node it is left by
   */
  long walkedMm(Sweep sweep, int start, int[] passages, List<int[]> way) {
    long[] label = sweep.label;
    int node = start;
    long walked = 0;
    while (true) {
      int by = -1;
      for (int k = first[node]; k < first[node + 1]; k++) {
        int e = leaving[k];
        int other = other(e, node);
        if (label[other] != Sweep.FAR
            && label[other] + ((long) graph.cost(e) << 32) == label[node]
            && passable(e, node, other, passages)) {
          by = e;
          break;
        }
      }
      if (by < 0) {
        return walked + Sweep.cost(label[node]);
      }
      walked += network.lengthMm(by);
      way.add(new int[] {by, node});
      node = other(by, node);
    }
  }

  private int other(int e, int node) {
    return network.from(e) == node ? network.to(e) : network.from(e);
  }

  private boolean passable(int e, int node, int other, int[] passages) {
    if (network.gate(e) < 0) {
      return true;
    }
    for (int i = 0; i < passages.length; i += 3) {
      if ((passages[i] == node && passages[i + 1] == other)
          || (passages[i] == other && passages[i + 1] == node)) {
        return true;
      }
    }
    return graph.open(network.gate(e));
  }

  long walkedMm(Sweep sweep, int start, int[] passages) {
    return walkedMm(sweep, start, passages, new ArrayList<>());
  }
}
