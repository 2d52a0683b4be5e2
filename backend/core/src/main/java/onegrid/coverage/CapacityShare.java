package onegrid.coverage;

import java.util.Arrays;
import onegrid.place.Building;
import onegrid.place.Station;

/**
 * Who still finds room when a station can serve only so many people.
 *
 * <p>Ways are taken from the shortest to the longest, of two equal ones that of the lower building,
 * then of the lower station; a building goes to the station at its end as a whole when there is
 * room for all of its people, else it tries its next one. No building and station are left that
 * would both rather have each other. Costs a sort of all pairs.
 */
public final class CapacityShare {
  /** The station of a building that found no room within the limit. */
  public static final int NONE = -1;

  private final int usualPeople;
  private final int[] stationOf;
  private final long[] people;
  private final Tally tally = new Tally();

  private CapacityShare(WhatIf ground, int usualPeople) {
    this.usualPeople = usualPeople;
    Coverage coverage = ground.coverage();
    int buildings = coverage.ground().buildings().size();
    this.stationOf = new int[buildings];
    Arrays.fill(stationOf, NONE);
    this.people = new long[ground.stations()];
    long[] room = new long[people.length];
    for (int s = 0; s < room.length; s++) {
      Station known = s < coverage.ground().stations().size() ? coverage.stationAt(s) : null;
      room[s] =
          known == null || known.capacityPeople() == Station.UNLIMITED
              ? usualPeople
              : known.capacityPeople();
    }
    give(ground, room);
    for (int b = 0; b < buildings; b++) {
      BuildingState reached = ground.state(b);
      boolean left = reached == BuildingState.COVERED && stationOf[b] == NONE;
      tally.add(left ? BuildingState.NOT_COVERED : reached, coverage.building(b), 1);
    }
  }

  /**
   * Shares buildings out as things stand.
   *
   * @param usualPeople how many people a station serves that does not say; {@link
   *     Station#UNLIMITED} for all who come
   */
  public static CapacityShare of(WhatIf ground, int usualPeople) {
    if (usualPeople < 0) {
      throw new IllegalArgumentException("negative capacity: " + usualPeople);
    }
    return new CapacityShare(ground, usualPeople);
  }

  private void give(WhatIf ground, long[] room) {
    // Pairs by building, in each by station: the order in which equal ways are taken.
    int[] start = new int[stationOf.length + 1];
    for (int s = 0; s < room.length; s++) {
      for (int b : ground.reachOf(s).place()) {
        start[b + 1]++;
      }
    }
    for (int b = 0; b < stationOf.length; b++) {
      start[b + 1] += start[b];
    }
    int[] next = Arrays.copyOf(start, stationOf.length);
    int pairs = start[stationOf.length];
    int[] station = new int[pairs];
    int[] building = new int[pairs];
    long[] order = new long[pairs];
    for (int s = 0; s < room.length; s++) {
      int[] places = ground.reachOf(s).place();
      for (int i = 0; i < places.length; i++) {
        int at = next[places[i]]++;
        station[at] = s;
        building[at] = places[i];
        order[at] = (long) ground.reachOf(s).costMm()[i] << 32 | at;
      }
    }
    Arrays.sort(order);
    for (long each : order) {
      int at = (int) each;
      Building what = ground.coverage().building(building[at]);
      if (stationOf[building[at]] == NONE
          && people[station[at]] + what.people() <= room[station[at]]) {
        stationOf[building[at]] = station[at];
        people[station[at]] += what.people();
      }
    }
  }

  /** How many people a station serves that does not say. */
  public int usualPeople() {
    return usualPeople;
  }

  /** The station that has room for a building, or {@link #NONE}. */
  public int stationOf(int building) {
    return stationOf[building];
  }

  /** How many people a station is given. */
  public long people(int station) {
    return people[station];
  }

  /** The figures: covered are those who are reached and find room. */
  public Tally tally() {
    return tally;
  }
}
