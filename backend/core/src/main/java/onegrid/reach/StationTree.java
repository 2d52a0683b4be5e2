package onegrid.reach;

import java.util.Arrays;
import onegrid.walk.WalkNetwork;

/** Walks the surroundings of one station after another. Not for several threads. */
public final class StationTree {
  private final ReachGraph graph;
  private final WalkNetwork network;
  private final Demand demand;
  private final Pairs.NodeLinks nodeLinks;
  private final long limitMm;
  private final Sweep sweep;
  private final int[] costMm;
  private final int[][] linksOfOverlay;
  private int[] reached = new int[256];
  private int reachedCount;

  StationTree(ReachGraph graph, Demand demand, Pairs.NodeLinks nodeLinks, long limitMm) {
    this.graph = graph;
    this.network = graph.network;
    this.demand = demand;
    this.nodeLinks = nodeLinks;
    this.limitMm = limitMm;
    this.sweep = new Sweep(graph, limitMm);
    this.costMm = new int[demand.places];
    this.linksOfOverlay = Reach.linksOfOverlay(graph, demand);
    Arrays.fill(costMm, Nearest.NONE);
  }

  /** A walker for stations that are tried out. */
  public StationTree(ReachGraph graph, Demand demand, long limitMm) {
    this(graph, demand, new Pairs.NodeLinks(graph.network, demand), limitMm);
  }

  /** A walker over the same places on the same network at another hour. */
  public StationTree on(ReachGraph other) {
    return new StationTree(other, demand, nodeLinks, limitMm);
  }

  /** The places that reach a station with these doors. */
  public Pairs.StationReach of(Links doors) {
    int[] all = new int[doors.size()];
    for (int d = 0; d < all.length; d++) {
      all[d] = d;
    }
    return of(new Supply(doors, new int[all.length]), all);
  }

  Pairs.StationReach of(Supply supply, int[] doors) {
    sweep.clear();
    reachedCount = 0;
    Links links = supply.links();
    for (int d : doors) {
      sweep.seed(links.edge()[d], links.offsetMm()[d], links.legMm()[d], 0);
    }
    sweep.run();
    for (int i = 0; i < sweep.touchedCount; i++) {
      looks(sweep.touched[i]);
    }
    for (int d : doors) {
      direct(links, d);
    }
    overlays();
    int[] place = Arrays.copyOf(reached, reachedCount);
    Arrays.sort(place);
    int[] cost = new int[reachedCount];
    for (int i = 0; i < reachedCount; i++) {
      cost[i] = costMm[place[i]];
      costMm[place[i]] = Nearest.NONE;
    }
    return new Pairs.StationReach(place, cost);
  }

  private void overlays() {
    for (int i = 0; i < linksOfOverlay.length; i++) {
      int[] passages = graph.residents.passages[i];
      if (linksOfOverlay[i].length == 0 || !touches(passages)) {
        continue;
      }
      sweep.overlay(passages);
      for (int k : linksOfOverlay[i]) {
        look(k);
      }
      sweep.withdraw();
    }
  }

  private boolean touches(int[] passages) {
    for (int i = 0; i < passages.length; i += 3) {
      if (sweep.label[passages[i]] != Sweep.FAR || sweep.label[passages[i + 1]] != Sweep.FAR) {
        return true;
      }
    }
    return false;
  }

  private void looks(int node) {
    for (int i = nodeLinks.start[node]; i < nodeLinks.start[node + 1]; i++) {
      look(nodeLinks.link[i]);
    }
  }

  private void look(int k) {
    int e = demand.edge[k];
    int share = demand.offsetMm[k];
    if (network.backward(e)) {
      take(k, network.from(e), share);
    }
    if (network.forward(e)) {
      take(k, network.to(e), network.lengthMm(e) - share);
    }
  }

  private void take(int k, int node, int shareMm) {
    if (sweep.label[node] != Sweep.FAR) {
      take(k, (long) Sweep.cost(sweep.label[node]) + shareMm + demand.legMm[k]);
    }
  }

  private void take(int k, long whole) {
    int place = demand.place[k];
    if (whole > limitMm || (costMm[place] >= 0 && costMm[place] <= whole)) {
      return;
    }
    if (costMm[place] < 0) {
      if (reachedCount == reached.length) {
        reached = Arrays.copyOf(reached, reachedCount * 2);
      }
      reached[reachedCount++] = place;
    }
    costMm[place] = (int) whole;
  }

  private void direct(Links links, int d) {
    int e = links.edge()[d];
    if (e == Links.NONE) {
      return;
    }
    int station = links.offsetMm()[d];
    for (int k = demand.start[e]; k < demand.start[e + 1]; k++) {
      long between = Reach.between(graph, e, demand.offsetMm[k], station);
      if (between >= 0) {
        take(k, between + demand.legMm[k] + links.legMm()[d]);
      }
    }
  }
}
