package onegrid.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import onegrid.place.Building;
import onegrid.place.Gate;
import onegrid.place.Station;
import onegrid.reach.Linker;
import onegrid.reach.Pairs;
import onegrid.reach.ReachGraph;
import onegrid.reach.StationTree;
import org.locationtech.jts.geom.Coordinate;

/**
 * What if a station were moved, added or closed, or a gate thrown open: the figures follow at once.
 *
 * <p>Every building knows how many stations reach it. A change walks the surroundings of its place
 * only, and counts down and up; the figures afterwards are those of a whole new run. Not for
 * several threads; one for each person who drags.
 */
public final class WhatIf {
  private final Coverage coverage;
  private final List<Pairs.StationReach> reached = new ArrayList<>();
  private final List<List<Coordinate>> doors = new ArrayList<>();
  private final int[] reachedBy;
  private final UnknownReason[] doubt;
  private final BitSet thrownOpen = new BitSet();
  private final Tally tally = new Tally();
  private ReachGraph graph;
  private StationTree tree;

  private WhatIf(Coverage coverage, int threads) {
    this.coverage = coverage;
    this.graph = coverage.graph;
    this.doubt = coverage.doubt.clone();
    int stations = coverage.ground().stations().size();
    long limitMm = coverage.scenario().limitMm();
    Pairs pairs =
        Pairs.of(coverage.graph, coverage.demand, coverage.supply, stations, limitMm, threads);
    this.tree = new StationTree(coverage.graph, coverage.demand, limitMm);
    this.reachedBy = new int[coverage.ground().buildings().size()];
    for (int s = 0; s < stations; s++) {
      int[] places = new int[pairs.start(s + 1) - pairs.start(s)];
      int[] costs = new int[places.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = pairs.place(pairs.start(s) + i);
        costs[i] = pairs.costMm(pairs.start(s) + i);
        reachedBy[places[i]]++;
      }
      reached.add(new Pairs.StationReach(places, costs));
      doors.add(coverage.counts[s] ? coverage.stationAt(s).entrances() : List.of());
    }
    for (int b = 0; b < reachedBy.length; b++) {
      tally.add(state(b), coverage.building(b), 1);
    }
  }

  /** Begins from an answer. */
  public static WhatIf of(Coverage coverage, int threads) {
    return new WhatIf(coverage, threads);
  }

  public Coverage coverage() {
    return coverage;
  }

  /** The figures as things stand, by the way through the network. */
  public Tally tally() {
    return tally;
  }

  /** How many stations there are, closed and added ones among them. */
  public int stations() {
    return reached.size();
  }

  /** The buildings that a station serves as things stand, with what the way costs. */
  public Pairs.StationReach reachOf(int station) {
    return reached.get(station);
  }

  /** Where the doors of a station are as things stand; none when it is closed. */
  public List<Coordinate> doors(int station) {
    return doors.get(station);
  }

  /** The ground as it is walked as things stand. */
  public ReachGraph graph() {
    return graph;
  }

  /** The stations that reach a building within the limit, nearest first, lower numbers first. */
  public int[] stationsOf(int building) {
    List<long[]> found = new ArrayList<>();
    for (int s = 0; s < reached.size(); s++) {
      int cost = costMm(s, building);
      if (cost >= 0) {
        found.add(new long[] {(long) cost << 32 | s});
      }
    }
    return found.stream().mapToLong(f -> f[0]).sorted().mapToInt(f -> (int) f).toArray();
  }

  /** What the way from a building to a station costs, in walking millimetres; -1 beyond. */
  public int costMm(int station, int building) {
    Pairs.StationReach reach = reached.get(station);
    int at = Arrays.binarySearch(reach.place(), building);
    return at < 0 ? -1 : reach.costMm()[at];
  }

  /** The state of a building as things stand. */
  public BuildingState state(int building) {
    return reachedBy[building] > 0 ? BuildingState.COVERED : unreached(building);
  }

  /** The state that a building has when no station reaches it. */
  BuildingState unreached(int building) {
    return doubt[building] == UnknownReason.NONE
        ? BuildingState.NOT_COVERED
        : BuildingState.UNKNOWN;
  }

  /**
   * Puts a station somewhere else.
   *
   * @param newDoors its new doors, in metres
   * @return the buildings whose state changed, rising
   */
  public int[] move(int station, List<Coordinate> newDoors) {
    doors.set(station, List.copyOf(newDoors));
    return change(station, walk(newDoors));
  }

  /**
   * Adds a station.
   *
   * @return its number, for moving and closing it
   */
  public int add(List<Coordinate> newDoors) {
    reached.add(new Pairs.StationReach(new int[0], new int[0]));
    doors.add(List.of());
    int number = reached.size() - 1;
    move(number, newDoors);
    return number;
  }

  /** Closes a station; gives the buildings whose state changed, rising. */
  public int[] close(int station) {
    return move(station, List.of());
  }

  /** Puts a station back where the answer has it. */
  public int[] restore(int station) {
    Station original = coverage.stationAt(station);
    return coverage.counts[station] ? move(station, original.entrances()) : close(station);
  }

  /** The buildings that a station with these doors would reach, rising. */
  public int[] reach(List<Coordinate> newDoors) {
    return walk(newDoors).place();
  }

  /** Throws a gate of the network open for everybody; gives the buildings whose state changed. */
  public int[] openGate(int gate) {
    return gate(gate, true);
  }

  /** Leaves a gate to its hours and rules again. */
  public int[] leaveGate(int gate) {
    return gate(gate, false);
  }

  private int[] gate(int number, boolean open) {
    if (thrownOpen.get(number) == open) {
      return new int[0];
    }
    thrownOpen.set(number, open);
    graph = coverage.graph.throwingOpen(thrownOpen);
    tree = tree.on(graph);
    BuildingState[] before = new BuildingState[reachedBy.length];
    Arrays.setAll(before, this::state);
    doubts(before);
    Gate gate = coverage.ground().network().gates().get(number);
    Coordinate at = new Coordinate(gate.x() / 100.0, gate.y() / 100.0);
    double farMetres = coverage.scenario().limitMm() / 1000.0 + 1;
    for (int s = 0; s < doors.size(); s++) {
      // No way is shorter than the straight line, so no other station is reached through the gate.
      if (doors.get(s).stream().anyMatch(door -> door.distance(at) <= farMetres)) {
        change(s, walk(doors.get(s)));
      }
    }
    int[] changed = new int[before.length];
    int n = 0;
    for (int b = 0; b < before.length; b++) {
      if (before[b] != state(b)) {
        changed[n++] = b;
      }
    }
    return Arrays.copyOf(changed, n);
  }

  /** Through an open gate one may walk out of the data where one could not before. */
  private void doubts(BuildingState[] before) {
    if (!coverage.ground().network().hasDataEnds()) {
      return;
    }
    BitSet leaving = coverage.leavingTheData(graph);
    for (int b = 0; b < doubt.length; b++) {
      doubt[b] = coverage.doubt(b, leaving);
      BuildingState is = state(b);
      if (is != before[b]) {
        tally.add(before[b], coverage.building(b), -1);
        tally.add(is, coverage.building(b), 1);
      }
    }
  }

  private Pairs.StationReach walk(List<Coordinate> newDoors) {
    return newDoors.isEmpty()
        ? new Pairs.StationReach(new int[0], new int[0])
        : tree.of(coverage.ground().link(newDoors, Linker.USUAL_LIMIT_METRES, 1));
  }

  private int[] change(int station, Pairs.StationReach reach) {
    int[] now = reach.place();
    int[] before = reached.set(station, reach).place();
    int[] touched = new int[before.length + now.length];
    BuildingState[] was = new BuildingState[touched.length];
    int n = 0;
    // Both lists rise, so a building that is in both is met in both at once and stays as it is.
    int i = 0;
    int k = 0;
    while (i < before.length || k < now.length) {
      int a = i < before.length ? before[i] : Integer.MAX_VALUE;
      int b = k < now.length ? now[k] : Integer.MAX_VALUE;
      if (a != b) {
        int building = Math.min(a, b);
        was[n] = state(building);
        touched[n++] = building;
        reachedBy[building] += a < b ? -1 : 1;
      }
      i += a <= b ? 1 : 0;
      k += b <= a ? 1 : 0;
    }
    int[] changed = new int[n];
    int c = 0;
    for (int t = 0; t < n; t++) {
      BuildingState is = state(touched[t]);
      if (is != was[t]) {
        Building building = coverage.building(touched[t]);
        tally.add(was[t], building, -1);
        tally.add(is, building, 1);
        changed[c++] = touched[t];
      }
    }
    return Arrays.copyOf(changed, c);
  }
}
