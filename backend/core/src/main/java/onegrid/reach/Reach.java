package onegrid.reach;

import java.util.Arrays;
import onegrid.walk.WalkNetwork;

/**
 * Front door of reaching: from places to the nearest of all stations.
 *
 * <p>One sweep starts from all stations at once and settles every node once, not once a station; a
 * place then looks at the two ends of its edge, and at the stations on the edge itself. Gates that
 * are open to residents only are laid over the result compound by compound, for the places of that
 * compound.
 *
 * <p>Not for several threads; keep one for each. Eight bytes a node and a place.
 */
public final class Reach {
  private final ReachGraph graph;
  private final Demand demand;
  private final Sweep sweep;
  private final long limitMm;
  private final long[] best;
  private final int[][] linksOfOverlay;

  /**
   * Prepares to answer for the same places again and again.
   *
   * @param limitMm nothing beyond counts, at most 2^31 - 1
   */
  public Reach(ReachGraph graph, Demand demand, long limitMm) {
    if (limitMm < 0 || limitMm > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("not a limit: " + limitMm + " mm");
    }
    this.graph = graph;
    this.demand = demand;
    this.limitMm = limitMm;
    this.sweep = new Sweep(graph, limitMm);
    this.best = new long[demand.places];
    this.linksOfOverlay = linksOfOverlay(graph, demand);
  }

  /** Links of the places of each compound that has gates for residents only. */
  static int[][] linksOfOverlay(ReachGraph graph, Demand demand) {
    int[] compounds = graph.residents.compounds;
    int[][] links = new int[compounds.length][];
    int[] counts = new int[compounds.length];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < compounds.length; i++) {
        if (pass == 1) {
          links[i] = new int[counts[i]];
        }
        counts[i] = 0;
      }
      for (int k = 0; compounds.length > 0 && k < demand.edge.length; k++) {
        int compound = demand.compound[demand.place[k]];
        int i = compound < 0 ? -1 : Arrays.binarySearch(compounds, compound);
        if (i >= 0) {
          if (pass == 1) {
            links[i][counts[i]] = k;
          }
          counts[i]++;
        }
      }
    }
    return links;
  }

  /** The nearest station of every place. */
  public Nearest nearest(Supply supply) {
    return nearest(supply, false);
  }

  /**
   * The nearest station of every place, and how long the way there is.
   *
   * @param measured whether to follow every way back for its length
   */
  public Nearest nearest(Supply supply, boolean measured) {
    sweep.clear();
    Arrays.fill(best, Sweep.FAR);
    int doors = supply.links().size();
    for (int d = 0; d < doors; d++) {
      sweep.seed(
          supply.links().edge()[d],
          supply.links().offsetMm()[d],
          supply.links().legMm()[d],
          supply.stationOf(d));
    }
    sweep.run();
    int[] walked = new int[measured ? demand.places : 0];
    all(walked);
    direct(supply, walked);
    for (int i = 0; i < linksOfOverlay.length; i++) {
      if (linksOfOverlay[i].length > 0) {
        int[] passages = graph.residents.passages[i];
        sweep.overlay(passages);
        for (int k : linksOfOverlay[i]) {
          look(k, passages, walked);
        }
        sweep.withdraw();
      }
    }
    return result(walked);
  }

  /**
   * The nearest of some nodes of the network, taken as stations; gates for residents stay shut.
   *
   * @param nodes numbered from 0 in the order in which ties are decided
   */
  public Nearest nearestNode(int[] nodes) {
    sweep.clear();
    Arrays.fill(best, Sweep.FAR);
    for (int i = 0; i < nodes.length; i++) {
      sweep.seed(nodes[i], i);
    }
    sweep.run();
    int[] unmeasured = new int[0];
    all(unmeasured);
    return result(unmeasured);
  }

  private Nearest result(int[] walked) {
    int[] cost = new int[demand.places];
    int[] station = new int[demand.places];
    for (int p = 0; p < demand.places; p++) {
      cost[p] = best[p] == Sweep.FAR ? Nearest.NONE : Sweep.cost(best[p]);
      station[p] = best[p] == Sweep.FAR ? Nearest.NONE : Sweep.station(best[p]);
    }
    return new Nearest(cost, station, walked);
  }

  private void all(int[] walked) {
    if (walked.length > 0) {
      for (int k = 0; k < demand.edge.length; k++) {
        look(k, Trace.NO_PASSAGES, walked);
      }
      return;
    }
    WalkNetwork network = graph.network;
    long[] label = sweep.label;
    int lastEdge = -1;
    long atFrom = Sweep.FAR;
    long atTo = Sweep.FAR;
    int length = 0;
    for (int k = 0; k < demand.edge.length; k++) {
      int e = demand.edge[k];
      if (e != lastEdge) {
        lastEdge = e;
        atFrom = network.backward(e) ? label[network.from(e)] : Sweep.FAR;
        atTo = network.forward(e) ? label[network.to(e)] : Sweep.FAR;
        length = network.lengthMm(e);
      }
      if (atFrom == Sweep.FAR && atTo == Sweep.FAR) {
        continue;
      }
      int share = demand.offsetMm[k];
      long over = atFrom == Sweep.FAR ? Sweep.FAR : atFrom + ((long) share << 32);
      long back = atTo == Sweep.FAR ? Sweep.FAR : atTo + ((long) (length - share) << 32);
      long value = Math.min(over, back) + ((long) demand.legMm[k] << 32);
      if (value >>> 32 <= limitMm && value < best[demand.place[k]]) {
        best[demand.place[k]] = value;
      }
    }
  }

  /** The same for one link, with gates of its own, following the way back when asked to. */
  private void look(int k, int[] passages, int[] walked) {
    int e = demand.edge[k];
    int share = demand.offsetMm[k];
    WalkNetwork network = graph.network;
    if (network.backward(e)) {
      take(k, network.from(e), share, demand.offsetMm[k], passages, walked);
    }
    if (network.forward(e)) {
      int rest = network.lengthMm(e) - demand.offsetMm[k];
      take(k, network.to(e), network.lengthMm(e) - share, rest, passages, walked);
    }
  }

  private void take(int k, int node, int costMm, int lengthMm, int[] passages, int[] walked) {
    long label = sweep.label[node];
    if (label == Sweep.FAR) {
      return;
    }
    long value = label + ((long) costMm << 32) + ((long) demand.legMm[k] << 32);
    int place = demand.place[k];
    if (value >>> 32 <= limitMm && value < best[place]) {
      best[place] = value;
      if (walked.length > 0) {
        long on = graph.trace().walkedMm(sweep, node, passages);
        walked[place] = (int) Math.min(Integer.MAX_VALUE, on + lengthMm + demand.legMm[k]);
      }
    }
  }

  /** Stations and places on the same edge, which meet without passing a node. */
  private void direct(Supply supply, int[] walked) {
    for (int d = 0; d < supply.links().size(); d++) {
      int e = supply.links().edge()[d];
      if (e == Links.NONE) {
        continue;
      }
      int atStation = supply.links().offsetMm()[d];
      for (int k = demand.start[e]; k < demand.start[e + 1]; k++) {
        long costMm = between(graph, e, demand.offsetMm[k], atStation);
        long whole = costMm + demand.legMm[k] + supply.links().legMm()[d];
        long value = whole << 32 | supply.stationOf(d);
        int place = demand.place[k];
        if (costMm >= 0 && whole <= limitMm && value < best[place]) {
          best[place] = value;
          if (walked.length > 0) {
            walked[place] = (int) whole;
          }
        }
      }
    }
  }

  /** The cost along one edge from a place to a station, or -1 against its direction. */
  static long between(ReachGraph graph, int e, int place, int station) {
    if (station >= place ? graph.network.forward(e) : graph.network.backward(e)) {
      return Math.abs((long) station - place);
    }
    return station == place && graph.network.backward(e) ? 0 : -1;
  }
}
