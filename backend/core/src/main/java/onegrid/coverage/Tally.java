package onegrid.coverage;

import onegrid.place.Building;

/**
 * Buildings, households and people by state. Whole numbers; nothing is counted twice.
 *
 * <p>The share covered is covered ÷ all, unknown ones in the denominator: what is not known to be
 * covered does not count as covered.
 */
public final class Tally {
  private static final int STATES = BuildingState.values().length;

  private final long[] buildings = new long[STATES];
  private final long[] households = new long[STATES];
  private final long[] people = new long[STATES];

  void add(BuildingState state, Building building, int times) {
    buildings[state.ordinal()] += times;
    households[state.ordinal()] += (long) times * building.households();
    people[state.ordinal()] += (long) times * building.people();
  }

  public long buildings(BuildingState state) {
    return buildings[state.ordinal()];
  }

  public long households(BuildingState state) {
    return households[state.ordinal()];
  }

  public long people(BuildingState state) {
    return people[state.ordinal()];
  }

  public long allBuildings() {
    return sum(buildings);
  }

  public long allHouseholds() {
    return sum(households);
  }

  public long allPeople() {
    return sum(people);
  }

  /** Numerator over denominator, 0 when there is nobody. */
  public static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }
}
