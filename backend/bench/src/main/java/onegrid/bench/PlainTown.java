package onegrid.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageGround;
import onegrid.coverage.SampleGround;
import onegrid.coverage.Scenario;
import onegrid.place.Gate;
import onegrid.reach.Links;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WayKind;

/**
 * One textbook Dijkstra a building, from its door outwards, through the gates that its own people
 * may pass: for counting differences in a made-up town, walls, gates, crossings and all.
 */
final class PlainTown {
  private final CoverageGround ground;
  private final WalkNetwork network;
  private final Scenario scenario;
  private final List<List<Integer>> edgesAt = new ArrayList<>();
  private final Map<Integer, List<Integer>> doorsOn = new HashMap<>();

  private long best;
  private int bestStation;

  private PlainTown(Coverage coverage) {
    this.ground = coverage.ground();
    this.network = ground.network();
    this.scenario = coverage.scenario();
    for (int n = 0; n < network.nodes(); n++) {
      edgesAt.add(new ArrayList<>(4));
    }
    for (int e = 0; e < network.edges(); e++) {
      edgesAt.get(network.from(e)).add(e);
      edgesAt.get(network.to(e)).add(e);
    }
    for (int d = 0; d < ground.doorLinks().size(); d++) {
      doorsOn.computeIfAbsent(ground.doorLinks().edge()[d], e -> new ArrayList<>()).add(d);
    }
  }

  static void compare(String preset) {
    SampleGround town =
        new SampleGround(SampleCity.of(Preset.valueOf(preset.toUpperCase(Locale.ROOT)), 1));
    CoverageGround ground = town.ground(2);
    Coverage coverage = Coverage.of(ground, Scenario.usual());
    PlainTown plain = new PlainTown(coverage);
    int differences = 0;
    int covered = 0;
    for (int b = 0; b < ground.buildings().size(); b++) {
      plain.walk(b);
      boolean reached = plain.best <= plain.scenario.limitMm();
      boolean ours = coverage.costMm(b) >= 0 && coverage.costMm(b) <= coverage.scenario().limitMm();
      covered += reached ? 1 : 0;
      boolean same =
          reached
              ? plain.best == coverage.costMm(b) && plain.bestStation == coverage.station(b)
              : !ours;
      differences += same ? 0 : 1;
    }
    CoverageBench.row(
        "differences to plain Dijkstra, " + preset,
        "%d of %d buildings, %d covered",
        differences,
        ground.buildings().size(),
        covered);
  }

  private void walk(int building) {
    best = Long.MAX_VALUE;
    bestStation = -1;
    Links links = ground.buildingLinks();
    int e = links.edge()[building];
    if (e == Links.NONE) {
      return;
    }
    long leg = links.legMm()[building];
    int offset = links.offsetMm()[building];
    for (int door : doorsOn.getOrDefault(e, List.of())) {
      int along = ground.doorLinks().offsetMm()[door] - offset;
      if (along == 0 || (along > 0 ? network.forward(e) : network.backward(e))) {
        offer(leg + Math.abs((long) along) + ground.doorLinks().legMm()[door], door);
      }
    }
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    if (network.backward(e)) {
      queue.add(new long[] {leg + offset, network.from(e)});
    }
    if (network.forward(e)) {
      queue.add(new long[] {leg + network.lengthMm(e) - offset, network.to(e)});
    }
    Map<Integer, Long> settled = new HashMap<>();
    while (!queue.isEmpty()) {
      long[] next = queue.poll();
      int node = (int) next[1];
      if (next[0] > scenario.limitMm() || settled.putIfAbsent(node, next[0]) != null) {
        continue;
      }
      for (int edge : edgesAt.get(node)) {
        onward(building, node, edge, next[0], queue);
      }
    }
  }

  private void onward(int building, int node, int e, long cost, PriorityQueue<long[]> queue) {
    boolean fromHere = network.from(e) == node && network.forward(e);
    boolean toHere = network.to(e) == node && network.backward(e);
    for (int door : doorsOn.getOrDefault(e, List.of())) {
      long leg = ground.doorLinks().legMm()[door];
      int offset = ground.doorLinks().offsetMm()[door];
      if (fromHere) {
        offer(cost + offset + leg, door);
      }
      if (toHere) {
        offer(cost + network.lengthMm(e) - offset + leg, door);
      }
    }
    if (!passes(building, e)) {
      return;
    }
    long length = network.lengthMm(e);
    if (network.kind(e) == WayKind.STEPS) {
      length = Math.max(1, length * scenario.stepsPercent() / 100);
    }
    length += (long) network.waitSeconds(e) * scenario.speedMmPerSecond();
    if (fromHere) {
      queue.add(new long[] {cost + length, network.to(e)});
    }
    if (toHere) {
      queue.add(new long[] {cost + length, network.from(e)});
    }
  }

  /** At no hour in particular all gates are open that ever are, some for their own people only. */
  private boolean passes(int building, int e) {
    if (network.gate(e) < 0) {
      return true;
    }
    Gate gate = network.gates().get(network.gate(e));
    int compound = ground.compoundOf(building);
    boolean own = compound >= 0 && network.compounds().get(compound).id().equals(gate.compoundId());
    return !gate.hours().spans().isEmpty() && (!gate.residentsOnly() || own);
  }

  private void offer(long cost, int door) {
    int station = ground.stationOfDoor(door);
    if (cost < best || (cost == best && station < bestStation)) {
      best = cost;
      bestStation = station;
    }
  }
}
