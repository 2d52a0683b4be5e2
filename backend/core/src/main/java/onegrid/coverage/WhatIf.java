package onegrid.coverage;

import java.util.ArrayList;
import java.util.List;
import onegrid.place.Building;
import onegrid.place.Station;
import onegrid.reach.Linker;
import onegrid.reach.Pairs;
import onegrid.reach.StationTree;
import org.locationtech.jts.geom.Coordinate;

/**
 * What if a station were moved, added or closed: the figures follow at once.
 *
 * <p>Every building knows how many stations reach it. Moving one walks the surroundings of its new
 * place only, and counts down and up; the figures afterwards are those of a whole new run. Not for
 * several threads; one for each person who drags.
 */
public final class WhatIf {
  private final Coverage coverage;
  private final StationTree tree;
  private final List<int[]> reached = new ArrayList<>();
  private final int[] reachedBy;
  private final Tally tally = new Tally();

  private WhatIf(Coverage coverage, int threads) {
    this.coverage = coverage;
    int stations = coverage.ground().stations().size();
    long limitMm = coverage.scenario().limitMm();
    Pairs pairs =
        Pairs.of(coverage.graph, coverage.demand, coverage.supply, stations, limitMm, threads);
    this.tree = new StationTree(coverage.graph, coverage.demand, limitMm);
    this.reachedBy = new int[coverage.ground().buildings().size()];
    for (int s = 0; s < stations; s++) {
      int[] places = new int[pairs.start(s + 1) - pairs.start(s)];
      for (int i = 0; i < places.length; i++) {
        places[i] = pairs.place(pairs.start(s) + i);
        reachedBy[places[i]]++;
      }
      reached.add(places);
    }
    for (int b = 0; b < reachedBy.length; b++) {
      tally.add(state(b), coverage.building(b), 1);
    }
  }

  /** Begins from an answer. */
  public static WhatIf of(Coverage coverage, int threads) {
    return new WhatIf(coverage, threads);
  }

  /** The figures as things stand, by the way through the network. */
  public Tally tally() {
    return tally;
  }

  /** The state of a building as things stand. */
  public BuildingState state(int building) {
    if (reachedBy[building] > 0) {
      return BuildingState.COVERED;
    }
    return coverage.reason[building] == UnknownReason.NONE
        ? BuildingState.NOT_COVERED
        : BuildingState.UNKNOWN;
  }

  /**
   * Puts a station somewhere else.
   *
   * @param doors its new doors, in metres
   * @return the buildings whose state changed, rising
   */
  public int[] move(int station, List<Coordinate> doors) {
    return change(station, reach(doors));
  }

  /**
   * Adds a station.
   *
   * @return its number, for moving and closing it
   */
  public int add(List<Coordinate> doors) {
    reached.add(new int[0]);
    int number = reached.size() - 1;
    move(number, doors);
    return number;
  }

  /** Closes a station; gives the buildings whose state changed, rising. */
  public int[] close(int station) {
    return change(station, new int[0]);
  }

  /** Puts a station back where the answer has it. */
  public int[] restore(int station) {
    Station original = coverage.stationAt(station);
    return coverage.counts[station] ? move(station, original.entrances()) : close(station);
  }

  /** The buildings that a station with these doors would reach, rising. */
  public int[] reach(List<Coordinate> doors) {
    return tree.of(coverage.ground().link(doors, Linker.USUAL_LIMIT_METRES, 1)).place();
  }

  private int[] change(int station, int[] now) {
    int[] before = reached.set(station, now);
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
    return java.util.Arrays.copyOf(changed, c);
  }
}
