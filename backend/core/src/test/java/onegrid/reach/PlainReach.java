package onegrid.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import onegrid.place.Gate;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WayKind;
import org.jspecify.annotations.Nullable;

/**
 * The same question answered the plain way: one textbook Dijkstra a station, over adjacency lists,
 * each compound's people on their own; links by looking at every edge. Shares nothing with the
 * engine but the network's public face.
 */
final class PlainReach {
  private final WalkNetwork network;
  private final int speed;
  private final BitSet open;
  private final List<List<int[]>> into = new ArrayList<>();

  PlainReach(WalkNetwork network, int speed, BitSet open) {
    this.network = network;
    this.speed = speed;
    this.open = open;
    for (int n = 0; n < network.nodes(); n++) {
      into.add(new ArrayList<>());
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

  /** Edge, offset and leg of the nearest edge in sight, or null. */
  static int @Nullable [] link(WalkNetwork network, int x, int y, int limitMetres) {
    int @Nullable [] best = null;
    for (int e = 0; e < network.edges(); e++) {
      if (!network.entered(e)) {
        continue;
      }
      double nearest = Double.POSITIVE_INFINITY;
      double[] foot = new double[3];
      double before = 0;
      for (int i = 1; i < network.points(e); i++) {
        double ax = network.x(e, i - 1);
        double ay = network.y(e, i - 1);
        double dx = network.x(e, i) - ax;
        double dy = network.y(e, i) - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        double t = length == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / (length * length);
        t = Math.max(0, Math.min(1, t));
        double distance = Math.hypot(x - ax - t * dx, y - ay - t * dy);
        if (distance < nearest) {
          nearest = distance;
          foot[0] = ax + t * dx;
          foot[1] = ay + t * dy;
          foot[2] = before + t * length;
          double turn = dx * (y - ay) - dy * (x - ax);
          if (network.side(e) != 0 && turn * network.side(e) < 0) {
            nearest = distance;
            foot[2] = -1;
          }
        }
        before += length;
      }
      long leg = Math.round(nearest * 10);
      boolean seen =
          foot[2] >= 0
              && leg <= limitMetres * 1000L
              && !crosses(network, x, y, (int) Math.round(foot[0]), (int) Math.round(foot[1]));
      if (seen && (best == null || leg < best[2])) {
        int offset = (int) Math.min(network.lengthMm(e), Math.round(foot[2] * 10));
        best = new int[] {e, offset, (int) leg};
      }
    }
    return best;
  }

  private static boolean crosses(WalkNetwork network, int ax, int ay, int bx, int by) {
    var leg = new java.awt.geom.Line2D.Double(ax, ay, bx, by);
    return network.barriers().barriers().stream()
        .anyMatch(
            barrier -> {
              int[] xs = barrier.xs();
              int[] ys = barrier.ys();
              for (int i = 1; i < xs.length; i++) {
                if (leg.intersectsLine(xs[i - 1], ys[i - 1], xs[i], ys[i])) {
                  return true;
                }
              }
              return false;
            });
  }

  /** For each place cost and station; cost -1 for none. Places and stations have one link each. */
  int[][] nearest(Links stations, Links places, int[] compound, long limitMm) {
    int n = places.size();
    int[][] best = new int[n][];
    for (int p = 0; p < n; p++) {
      best[p] = new int[] {-1, -1};
    }
    int[] groups = Arrays.stream(compound).distinct().toArray();
    for (int s = 0; s < stations.size(); s++) {
      for (int group : groups) {
        long[] cost = tree(stations, s, group, limitMm);
        for (int p = 0; p < n; p++) {
          if (compound[p] != group || places.edge()[p] < 0) {
            continue;
          }
          long whole = whole(stations, s, places, p, cost);
          if (whole <= limitMm && (best[p][0] < 0 || whole < best[p][0])) {
            best[p] = new int[] {(int) whole, s};
          }
        }
      }
    }
    return best;
  }

  private long whole(Links stations, int s, Links places, int p, long[] cost) {
    int e = places.edge()[p];
    int offset = places.offsetMm()[p];
    long best = Long.MAX_VALUE / 4;
    if (network.backward(e)) {
      best = Math.min(best, cost[network.from(e)] + offset);
    }
    if (network.forward(e)) {
      best = Math.min(best, cost[network.to(e)] + network.lengthMm(e) - offset);
    }
    if (stations.edge()[s] == e) {
      int along = stations.offsetMm()[s] - offset;
      if (along == 0 || (along > 0 && network.forward(e)) || (along < 0 && network.backward(e))) {
        best = Math.min(best, Math.abs((long) along) + stations.legMm()[s]);
      }
    }
    return best + places.legMm()[p];
  }

  private long[] tree(Links stations, int s, int compound, long limitMm) {
    long[] cost = new long[network.nodes()];
    Arrays.fill(cost, Long.MAX_VALUE / 4);
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    int e = stations.edge()[s];
    if (e < 0) {
      return cost;
    }
    if (network.forward(e)) {
      queue.add(new long[] {(long) stations.offsetMm()[s] + stations.legMm()[s], network.from(e)});
    }
    if (network.backward(e)) {
      queue.add(
          new long[] {
            (long) network.lengthMm(e) - stations.offsetMm()[s] + stations.legMm()[s], network.to(e)
          });
    }
    while (!queue.isEmpty()) {
      long[] next = queue.poll();
      int node = (int) next[1];
      if (next[0] >= cost[node] || next[0] > limitMm) {
        continue;
      }
      cost[node] = next[0];
      for (int[] arc : into.get(node)) {
        if (passable(arc[1], compound)) {
          queue.add(new long[] {next[0] + cost(arc[1]), arc[0]});
        }
      }
    }
    return cost;
  }

  private boolean passable(int e, int compound) {
    int number = network.gate(e);
    if (number < 0) {
      return true;
    }
    Gate gate = network.gates().get(number);
    boolean resident =
        compound >= 0 && network.compounds().get(compound).id().equals(gate.compoundId());
    return open.get(number) && (!gate.residentsOnly() || resident);
  }

  private long cost(int e) {
    long length = network.lengthMm(e);
    if (network.kind(e) == WayKind.STEPS) {
      length = Math.max(1, length * 150 / 100);
    }
    return length + (long) network.waitSeconds(e) * speed;
  }
}
