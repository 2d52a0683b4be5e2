package onegrid.reach;

import java.util.Arrays;
import java.util.function.IntConsumer;
import onegrid.walk.WalkNetwork;

/**
 * What every place around some stations costs, for drawing: the labels of a sweep, kept for asking.
 * Walk again to ask about other stations. Not for several threads.
 */
public final class Labels {
  private final ReachGraph graph;
  private final WalkNetwork network;
  private final Sweep sweep;
  private final long limitMm;
  private final StationTree tree;
  private Pairs.StationReach reach = new Pairs.StationReach(new int[0], new int[0]);
  private Supply supply = new Supply(Links.none(), new int[0]);
  private int[] doorEdges = {};

  /** Prepares to walk; nothing beyond the limit is known. */
  public Labels(ReachGraph graph, Demand demand, long limitMm) {
    this.graph = graph;
    this.network = graph.network;
    this.limitMm = limitMm;
    this.sweep = new Sweep(graph, limitMm);
    this.tree = new StationTree(graph, demand, limitMm);
  }

  /** Walks around all of some stations, as one. */
  public void walk(Supply stations) {
    supply = stations;
    reach = tree.of(stations.links());
    sweep.clear();
    Links links = stations.links();
    for (int d = 0; d < links.size(); d++) {
      sweep.seed(links.edge()[d], links.offsetMm()[d], links.legMm()[d], 0);
    }
    sweep.run();
    doorEdges = links.edge().clone();
    Arrays.sort(doorEdges);
  }

  /** The cost of a place that is linked like this; beyond any limit for none. */
  public long cost(int edge, int offsetMm, int legMm) {
    if (edge == Links.NONE) {
      return Long.MAX_VALUE;
    }
    long best = Long.MAX_VALUE;
    long atFrom = sweep.label[network.from(edge)];
    long atTo = sweep.label[network.to(edge)];
    if (atFrom != Sweep.FAR && network.backward(edge)) {
      best = (long) Sweep.cost(atFrom) + offsetMm + legMm;
    }
    if (atTo != Sweep.FAR && network.forward(edge)) {
      best = Math.min(best, (long) Sweep.cost(atTo) + network.lengthMm(edge) - offsetMm + legMm);
    }
    if (Arrays.binarySearch(doorEdges, edge) >= 0) {
      Links links = supply.links();
      for (int d = 0; d < links.size(); d++) {
        if (links.edge()[d] == edge) {
          long between = Reach.between(graph, edge, offsetMm, links.offsetMm()[d]);
          if (between >= 0) {
            best = Math.min(best, between + legMm + links.legMm()[d]);
          }
        }
      }
    }
    return best <= limitMm ? best : Long.MAX_VALUE;
  }

  /**
   * Opens the gates for residents of one compound after another and tells its number in the
   * network; until the visitor comes back, costs are those of its people.
   */
  public void eachCompound(IntConsumer visitor) {
    for (int i = 0; i < graph.residents.compounds.length; i++) {
      sweep.overlay(graph.residents.passages[i]);
      if (sweep.changes() > 0) {
        visitor.accept(graph.residents.compounds[i]);
      }
      sweep.withdraw();
    }
  }

  /** Places within the limit, rising. */
  public int[] places() {
    return reach.place();
  }

  /** The cost of one of the places that were prepared; -1 beyond the limit. */
  public int costOfPlace(int place) {
    int at = Arrays.binarySearch(reach.place(), place);
    return at < 0 ? -1 : reach.costMm()[at];
  }

  /** West, south, east, north of all nodes within the limit, in cells; empty for none. */
  public int[] box() {
    if (sweep.touchedCount == 0) {
      return new int[0];
    }
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    for (int i = 0; i < sweep.touchedCount; i++) {
      int node = sweep.touched[i];
      widen(box, network.nodeX(node), network.nodeY(node));
      // An edge may be walked part of its way, beyond the last node.
      int rest = (int) ((limitMm - Sweep.cost(sweep.label[node])) / 10);
      for (int a = graph.first[node] * 2; a < graph.first[node + 1] * 2; a += 2) {
        int x = network.nodeX(graph.arcs[a]);
        int y = network.nodeY(graph.arcs[a]);
        widen(box, within(x, network.nodeX(node), rest), within(y, network.nodeY(node), rest));
      }
    }
    for (int edge : doorEdges) {
      for (int i = 0; edge >= 0 && i < network.points(edge); i++) {
        widen(box, network.x(edge, i), network.y(edge, i));
      }
    }
    return box;
  }

  private static int within(int value, int middle, int reach) {
    return Math.max(middle - reach, Math.min(middle + reach, value));
  }

  private static void widen(int[] box, int x, int y) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
}
