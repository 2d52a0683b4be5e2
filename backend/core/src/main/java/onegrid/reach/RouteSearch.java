package onegrid.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onegrid.walk.WalkNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way from one place to one station, the same that the answer's cost is of. Not for
 * several threads. Walks the surroundings of the station once for each question.
 */
public final class RouteSearch {
  private final ReachGraph graph;
  private final WalkNetwork network;
  private final Demand demand;
  private final long limitMm;
  private final Sweep sweep;

  /** How a place's access leg goes on: to a node, or (-1) to a door on the same edge. */
  private record Start(int link, int node, int door, long costMm) {}

  /** Prepares to walk; nothing beyond the limit is found. */
  public RouteSearch(ReachGraph graph, Demand demand, long limitMm) {
    this.graph = graph;
    this.network = graph.network;
    this.demand = demand;
    this.limitMm = limitMm;
    this.sweep = new Sweep(graph, limitMm);
  }

  /** The cheapest way from a place to a station with these doors. */
  public Optional<Route> of(int place, Links doors) {
    sweep.clear();
    for (int d = 0; d < doors.size(); d++) {
      sweep.seed(doors.edge()[d], doors.offsetMm()[d], doors.legMm()[d], 0);
    }
    sweep.run();
    int[] passages = passages(place);
    sweep.overlay(passages);
    try {
      Start best = best(place, doors);
      return best == null ? Optional.empty() : Optional.of(route(best, doors, passages));
    } finally {
      sweep.withdraw();
    }
  }

  private int[] passages(int place) {
    int compound = demand.compound[place];
    int i = compound < 0 ? -1 : Arrays.binarySearch(graph.residents.compounds, compound);
    return i < 0 ? Trace.NO_PASSAGES : graph.residents.passages[i];
  }

  private @Nullable Start best(int place, Links doors) {
    @Nullable Start best = null;
    for (int k = 0; k < demand.place.length; k++) {
      if (demand.place[k] != place) {
        continue;
      }
      int e = demand.edge[k];
      int offset = demand.offsetMm[k];
      long leg = demand.legMm[k];
      if (network.backward(e)) {
        best = cheaper(best, k, network.from(e), offset + leg);
      }
      if (network.forward(e)) {
        best = cheaper(best, k, network.to(e), network.lengthMm(e) - offset + leg);
      }
      for (int d = 0; d < doors.size(); d++) {
        long between =
            doors.edge()[d] == e ? Reach.between(graph, e, offset, doors.offsetMm()[d]) : -1;
        if (between >= 0) {
          best = cheaper(best, new Start(k, -1, d, between + leg + doors.legMm()[d]));
        }
      }
    }
    return best;
  }

  private @Nullable Start cheaper(@Nullable Start best, int link, int node, long onTheWayMm) {
    long label = sweep.label[node];
    return label == Sweep.FAR
        ? best
        : cheaper(best, new Start(link, node, -1, Sweep.cost(label) + onTheWayMm));
  }

  private @Nullable Start cheaper(@Nullable Start best, Start other) {
    boolean taken =
        other.costMm <= limitMm
            && (best == null
                || other.costMm < best.costMm
                || (other.costMm == best.costMm && best.node < 0));
    return taken ? other : best;
  }

  private Route route(Start start, Links doors, int[] passages) {
    int e = demand.edge[start.link];
    Line line = new Line();
    if (start.node < 0) {
      line.along(e, demand.offsetMm[start.link], doors.offsetMm()[start.door]);
      return line.route(start.costMm, start.costMm, start.door);
    }
    int last = start.node;
    boolean ahead = last == network.to(e);
    line.along(e, demand.offsetMm[start.link], ahead ? network.lengthMm(e) : 0);
    long length =
        demand.legMm[start.link]
            + (ahead
                ? network.lengthMm(e) - demand.offsetMm[start.link]
                : demand.offsetMm[start.link]);
    List<int[]> way = new ArrayList<>();
    length += graph.trace().walkedMm(sweep, start.node, passages, way);
    for (int[] step : way) {
      boolean forward = network.from(step[0]) == step[1];
      line.along(
          step[0],
          forward ? 0 : network.lengthMm(step[0]),
          forward ? network.lengthMm(step[0]) : 0);
      last = forward ? network.to(step[0]) : network.from(step[0]);
    }
    int door = door(last, doors);
    if (door >= 0) {
      int de = doors.edge()[door];
      line.along(de, network.from(de) == last ? 0 : network.lengthMm(de), doors.offsetMm()[door]);
    }
    return line.route(start.costMm, length, Math.max(0, door));
  }

  /** The door whose seed the label of a node is. */
  private int door(int node, Links doors) {
    long cost = Sweep.cost(sweep.label[node]);
    for (int d = 0; d < doors.size(); d++) {
      int e = doors.edge()[d];
      if (e == Links.NONE) {
        continue;
      }
      int offset = doors.offsetMm()[d];
      long leg = doors.legMm()[d];
      if ((network.from(e) == node && network.forward(e) && leg + offset == cost)
          || (network.to(e) == node
              && network.backward(e)
              && leg + network.lengthMm(e) - offset == cost)) {
        return d;
      }
    }
    return -1;
  }

  /** Gathers points along edges. */
  private final class Line {
    private final List<int[]> points = new ArrayList<>();

    /** From one share of an edge to another, in millimetres of its length. */
    void along(int e, long fromMm, long toMm) {
      int n = network.points(e);
      double[] at = new double[n];
      for (int i = 1; i < n; i++) {
        at[i] =
            at[i - 1]
                + Math.hypot(
                    (double) network.x(e, i) - network.x(e, i - 1),
                    (double) network.y(e, i) - network.y(e, i - 1));
      }
      double scale = at[n - 1] / network.lengthMm(e);
      double from = fromMm * scale;
      double to = toMm * scale;
      point(e, at, from);
      if (from <= to) {
        for (int i = 0; i < n; i++) {
          between(e, i, at[i], from, to);
        }
      } else {
        for (int i = n - 1; i >= 0; i--) {
          between(e, i, at[i], to, from);
        }
      }
      point(e, at, to);
    }

    private void between(int e, int i, double at, double low, double high) {
      if (at > low && at < high) {
        put(network.x(e, i), network.y(e, i));
      }
    }

    private void point(int e, double[] at, double where) {
      int i = 1;
      while (i < at.length - 1 && at[i] < where) {
        i++;
      }
      double step = at[i] - at[i - 1];
      double share = step == 0 ? 0 : Math.max(0, Math.min(1, (where - at[i - 1]) / step));
      put(
          (int) Math.round(network.x(e, i - 1) + share * (network.x(e, i) - network.x(e, i - 1))),
          (int) Math.round(network.y(e, i - 1) + share * (network.y(e, i) - network.y(e, i - 1))));
    }

    private void put(int x, int y) {
      int[] last = points.isEmpty() ? null : points.get(points.size() - 1);
      if (last == null || last[0] != x || last[1] != y) {
        points.add(new int[] {x, y});
      }
    }

    Route route(long costMm, long lengthMm, int door) {
      int[] xs = points.stream().mapToInt(p -> p[0]).toArray();
      int[] ys = points.stream().mapToInt(p -> p[1]).toArray();
      return new Route((int) costMm, lengthMm, door, xs, ys);
    }
  }
}
