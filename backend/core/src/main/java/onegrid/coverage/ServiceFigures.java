package onegrid.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onegrid.place.Station;

/**
 * Who is covered by each kind of station alone, and who gets each service item done: one line for
 * every kind and every item that stations name.
 *
 * <p>Only stations that the scenario counts are looked at. A line's figures are those of a whole
 * run for that kind or item. Costs one pass over all pairs of stations and buildings for every
 * item.
 */
public final class ServiceFigures {
  /** By what a line is formed. */
  public enum Service {
    KIND,
    ITEM
  }

  /**
   * One kind or item.
   *
   * @param key the kind or the item
   * @param stations how many stations that count are of it
   * @param tally the figures, by the way through the network
   */
  public record Line(Service by, String key, int stations, Tally tally) {}

  private ServiceFigures() {}

  /** Sums up as things stand: kinds first, then items, each in the order of their names. */
  public static List<Line> of(WhatIf ground) {
    Coverage coverage = ground.coverage();
    Map<String, List<Integer>> kinds = new TreeMap<>();
    Map<String, List<Integer>> items = new TreeMap<>();
    for (int s = 0; s < coverage.ground().stations().size(); s++) {
      Station station = coverage.stationAt(s);
      if (coverage.scenario().counts(station)) {
        kinds.computeIfAbsent(station.kind(), k -> new ArrayList<>()).add(s);
        for (String item : station.serviceItems()) {
          items.computeIfAbsent(item, k -> new ArrayList<>()).add(s);
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    kinds.forEach((key, stations) -> lines.add(line(ground, Service.KIND, key, stations)));
    items.forEach((key, stations) -> lines.add(line(ground, Service.ITEM, key, stations)));
    return lines;
  }

  private static Line line(WhatIf ground, Service by, String key, List<Integer> stations) {
    BitSet reached = new BitSet();
    for (int station : stations) {
      for (int building : ground.reachOf(station).place()) {
        reached.set(building);
      }
    }
    Tally tally = new Tally();
    for (int b = 0; b < ground.coverage().ground().buildings().size(); b++) {
      tally.add(
          reached.get(b) ? BuildingState.COVERED : ground.unreached(b),
          ground.coverage().building(b),
          1);
    }
    return new Line(by, key, stations.size(), tally);
  }
}
