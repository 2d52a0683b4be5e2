package onegrid.server.coverage;

import onegrid.coverage.BuildingState;
import onegrid.coverage.Tally;

/** Figures by building, household and person: numerators and the denominator. */
record FiguresView(Counts buildings, Counts households, Counts people) {

  record Counts(long covered, long notCovered, long unknown, long all) {}

  static FiguresView of(Tally tally) {
    return new FiguresView(
        new Counts(
            tally.buildings(BuildingState.COVERED),
            tally.buildings(BuildingState.NOT_COVERED),
            tally.buildings(BuildingState.UNKNOWN),
            tally.allBuildings()),
        new Counts(
            tally.households(BuildingState.COVERED),
            tally.households(BuildingState.NOT_COVERED),
            tally.households(BuildingState.UNKNOWN),
            tally.allHouseholds()),
        new Counts(
            tally.people(BuildingState.COVERED),
            tally.people(BuildingState.NOT_COVERED),
            tally.people(BuildingState.UNKNOWN),
            tally.allPeople()));
  }
}
