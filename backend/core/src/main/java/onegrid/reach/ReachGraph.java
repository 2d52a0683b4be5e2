package onegrid.reach;

import java.util.Arrays;
import java.util.BitSet;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WayKind;
import org.jspecify.annotations.Nullable;

/**
 * The network at one speed and with some of its gates open, as the sweep walks it: from a node to
 * all nodes that one can come from.
 *
 * <p>Immutable; safe for many threads. Eight bytes an arc.
 */
public final class ReachGraph {
  final WalkNetwork network;
  final int speedMmPerSecond;
  final int stepsPercent;

  private final BitSet openGates;

  /** Gates that somebody threw open for everybody, whatever their hours and rules say. */
  private final BitSet thrownOpen;

  private volatile @Nullable Trace trace;

  /** Arcs of a node: from {@code first[node]}, two ints each, other node and cost. */
  final int[] first;

  final int[] arcs;

  /** Gates that only residents may use now. */
  final ResidentGates residents;

  private ReachGraph(
      WalkNetwork network,
      int speedMmPerSecond,
      int stepsPercent,
      BitSet openGates,
      BitSet thrownOpen) {
    this.network = network;
    this.speedMmPerSecond = speedMmPerSecond;
    this.stepsPercent = stepsPercent;
    this.openGates = openGates;
    this.thrownOpen = thrownOpen;
    this.first = new int[network.nodes() + 1];
    this.residents = new ResidentGates(this, openGates);
    for (int e = 0; e < network.edges(); e++) {
      if (walked(e)) {
        if (network.forward(e)) {
          first[network.to(e) + 1]++;
        }
        if (network.backward(e)) {
          first[network.from(e) + 1]++;
        }
      }
    }
    for (int n = 0; n < network.nodes(); n++) {
      first[n + 1] += first[n];
    }
    arcs = new int[first[network.nodes()] * 2];
    int[] next = Arrays.copyOf(first, network.nodes());
    for (int e = 0; e < network.edges(); e++) {
      if (walked(e)) {
        int cost = cost(e);
        if (network.forward(e)) {
          put(next[network.to(e)]++, network.from(e), cost);
        }
        if (network.backward(e)) {
          put(next[network.from(e)]++, network.to(e), cost);
        }
      }
    }
  }

  private void put(int arc, int other, int cost) {
    arcs[arc * 2] = other;
    arcs[arc * 2 + 1] = cost;
  }

  private boolean walked(int e) {
    int gate = network.gate(e);
    return gate < 0 || open(gate);
  }

  /** Whether everybody may pass a gate. */
  boolean open(int gate) {
    return thrownOpen.get(gate)
        || (openGates.get(gate) && !network.gates().get(gate).residentsOnly());
  }

  /** The same ground with some gates thrown open for everybody, and no others. */
  public ReachGraph throwingOpen(BitSet gates) {
    return new ReachGraph(
        network, speedMmPerSecond, stepsPercent, openGates, (BitSet) gates.clone());
  }

  /** For following ways back; made when it is first asked for. */
  Trace trace() {
    Trace made = trace;
    if (made == null) {
      made = new Trace(this);
      trace = made;
    }
    return made;
  }

  /**
   * The graph of a network.
   *
   * @param speedMmPerSecond how fast people walk, for instance 1200
   * @param stepsPercent how long steps take, in percent of level ground
   * @param openGates numbers of the gates that are open; those for residents only let only
   *     residents pass
   */
  public static ReachGraph of(
      WalkNetwork network, int speedMmPerSecond, int stepsPercent, BitSet openGates) {
    if (speedMmPerSecond <= 0 || speedMmPerSecond > 100_000) {
      throw new IllegalArgumentException("not a walking speed: " + speedMmPerSecond + " mm/s");
    }
    return new ReachGraph(
        network, speedMmPerSecond, stepsPercent, (BitSet) openGates.clone(), new BitSet());
  }

  /** The graph with every gate open, at the usual pace of steps. */
  public static ReachGraph allOpen(WalkNetwork network, int speedMmPerSecond) {
    BitSet all = new BitSet();
    all.set(0, network.gates().size());
    return of(network, speedMmPerSecond, 150, all);
  }

  public WalkNetwork network() {
    return network;
  }

  /**
   * What walking a whole edge costs, in walking millimetres. An edge that buildings are entered
   * from costs its length, so part of it costs that part.
   */
  int cost(int e) {
    long length = network.lengthMm(e);
    if (network.kind(e) == WayKind.STEPS) {
      length = Math.max(1, length * stepsPercent / 100);
    }
    long cost = length + (long) network.waitSeconds(e) * speedMmPerSecond;
    return (int) Math.min(Integer.MAX_VALUE, cost);
  }
}
