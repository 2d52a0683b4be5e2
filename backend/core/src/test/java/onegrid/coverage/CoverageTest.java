package onegrid.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import onegrid.place.Building;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import onegrid.walk.WalkNetwork;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class CoverageTest {
  private static final SampleGround TOWN = new SampleGround(SampleCity.of(Preset.FENYI, 1, 0));
  private static final CoverageGround GROUND = TOWN.ground(2);
  private static final Coverage ANSWER = Coverage.of(GROUND, Scenario.usual());

  @Test
  void someAreCoveredAndSomeAreNot() {
    Tally tally = CoverageReport.of(ANSWER, TOWN.subdistrictOf).by(Measure.NETWORK);
    assertTrue(tally.people(BuildingState.COVERED) > tally.allPeople() / 3);
    assertTrue(tally.people(BuildingState.NOT_COVERED) > 0);
  }

  @Test
  void everybodyIsCountedOnceByEveryMeasure() {
    CoverageReport report = CoverageReport.of(ANSWER, TOWN.subdistrictOf);
    long people = TOWN.buildings.stream().mapToLong(Building::people).sum();
    long households = TOWN.buildings.stream().mapToLong(Building::households).sum();
    for (Measure measure : Measure.values()) {
      assertEquals(people, report.by(measure).allPeople());
      assertEquals(households, report.by(measure).allHouseholds());
      assertEquals(TOWN.buildings.size(), report.by(measure).allBuildings());
      for (CoverageReport.Division by : CoverageReport.Division.values()) {
        long sum =
            report.groups().stream()
                .filter(g -> g.by() == by)
                .mapToLong(g -> g.by(measure).allPeople())
                .sum();
        assertEquals(people, sum, by + " by " + measure);
      }
    }
    assertEquals(people, report.byRadius(true).allPeople() + report.byRadius(false).allPeople());
    long inPockets = report.pockets().stream().mapToLong(UncoveredPocket::people).sum();
    assertEquals(report.by(Measure.NETWORK).people(BuildingState.NOT_COVERED), inPockets);
  }

  @Test
  void theOrderOfFilesAndThreadsChangesNothing() {
    SampleGround other = new SampleGround(SampleCity.of(Preset.FENYI, 1, 0));
    other.shuffle(3);
    Coverage again = Coverage.of(other.ground(1), Scenario.usual());
    assertEquals(GROUND.network().version(), again.ground().network().version());
    for (int b = 0; b < GROUND.buildings().size(); b++) {
      assertEquals(ANSWER.building(b).id(), again.building(b).id());
      assertEquals(ANSWER.costMm(b), again.costMm(b));
      assertEquals(ANSWER.metres(b), again.metres(b));
      assertEquals(ANSWER.station(b), again.station(b));
      assertEquals(ANSWER.state(b), again.state(b));
    }
  }

  @Test
  void movingAStationGivesTheFiguresOfAWholeNewRun() {
    WhatIf whatIf = WhatIf.of(ANSWER, 2);
    Random random = new Random(5);
    for (int round = 0; round < 6; round++) {
      int station = random.nextInt(GROUND.stations().size());
      Coordinate to = GROUND.middle(random.nextInt(GROUND.buildings().size()));
      List<onegrid.place.Station> moved =
          GROUND.stations().stream()
              .map(s -> s == GROUND.stations().get(station) ? at(s, to) : s)
              .toList();
      whatIf.move(station, List.of(to));
      Coverage fresh =
          Coverage.of(
              CoverageGround.of(GROUND.network(), TOWN.buildings, moved, 200, 1), Scenario.usual());
      for (int b = 0; b < GROUND.buildings().size(); b++) {
        assertEquals(fresh.state(b), whatIf.state(b), "round " + round + ", building " + b);
      }
      Tally tally = CoverageReport.of(fresh, TOWN.subdistrictOf).by(Measure.NETWORK);
      for (BuildingState state : BuildingState.values()) {
        assertEquals(tally.people(state), whatIf.tally().people(state));
        assertEquals(tally.households(state), whatIf.tally().households(state));
      }
      whatIf.restore(station);
    }
    assertArrayEquals(
        IntStream.range(0, GROUND.buildings().size()).map(b -> ANSWER.state(b).ordinal()).toArray(),
        IntStream.range(0, GROUND.buildings().size())
            .map(b -> whatIf.state(b).ordinal())
            .toArray());
  }

  private static onegrid.place.Station at(onegrid.place.Station s, Coordinate to) {
    return new onegrid.place.Station(
        s.id(),
        s.name(),
        s.kind(),
        List.of(to),
        s.hours(),
        s.qualified(),
        s.serviceItems(),
        s.capacityPeople());
  }

  @Test
  void addingAndClosingAStationTakesBackWhatItGave() {
    WhatIf whatIf = WhatIf.of(ANSWER, 1);
    long before = whatIf.tally().people(BuildingState.COVERED);
    UncoveredPocket pocket = CoverageReport.of(ANSWER, TOWN.subdistrictOf).pockets().get(0);
    Coordinate there = new Coordinate(pocket.at().eastMetres(), pocket.at().northMetres());
    int added = whatIf.add(List.of(there));
    assertTrue(whatIf.tally().people(BuildingState.COVERED) > before);
    whatIf.close(added);
    assertEquals(before, whatIf.tally().people(BuildingState.COVERED));
  }

  @Test
  void areasSayTheTruthOfEveryBuilding() {
    ServiceAreas areas = ServiceAreas.of(ANSWER, 2);
    double rawPrecision = 0;
    double rawRecall = 0;
    for (int s = 0; s < GROUND.stations().size(); s++) {
      ServiceArea area = areas.of(s);
      assertTrue(area.shape().isValid(), "station " + s);
      assertEquals(1.0, area.precision(), "precision of station " + s);
      assertEquals(1.0, area.recall(), "recall of station " + s);
      rawPrecision += area.rawPrecision() / GROUND.stations().size();
      rawRecall += area.rawRecall() / GROUND.stations().size();
    }
    assertTrue(rawPrecision >= 0.985, "raw precision " + rawPrecision);
    assertTrue(rawRecall >= 0.985, "raw recall " + rawRecall);
    ServiceArea all = areas.all(Scenario.usual().limitSeconds());
    assertEquals(1.0, all.precision());
    assertEquals(1.0, all.recall());
    assertTrue(areas.all(300).shape().getArea() < all.shape().getArea());
  }

  @Test
  void scenariosChangeWhoCounts() {
    long all = covered(Scenario.usual());
    assertTrue(covered(Scenario.of(10, Scenario.ELDERLY_METRES_PER_SECOND)) < all);
    assertTrue(covered(Scenario.of(5, 1.2)) < all);
    assertTrue(covered(Scenario.of(15, 1.2)) > all);
    assertTrue(covered(Scenario.usual().counting(Set.of(), Optional.empty(), true)) < all);
    assertTrue(covered(Scenario.usual().at(DayOfWeek.SUNDAY, LocalTime.of(3, 0))) < all);
    assertEquals(0, covered(Scenario.usual().counting(Set.of("NONE"), Optional.empty(), false)));
  }

  private static long covered(Scenario scenario) {
    return CoverageReport.of(Coverage.of(GROUND, scenario), TOWN.subdistrictOf)
        .by(Measure.NETWORK)
        .people(BuildingState.COVERED);
  }

  @Test
  void absurdQuestionsAreRefused() {
    for (double minutes : new double[] {-5, 0, 1e9, Double.NaN, 0.001, Double.POSITIVE_INFINITY}) {
      assertThrows(CoverageRefused.class, () -> Scenario.of(minutes, 1.2), "minutes " + minutes);
    }
    for (double speed : new double[] {-1, 0, 1e9, Double.NaN, 0.01}) {
      assertThrows(CoverageRefused.class, () -> Scenario.of(10, speed), "speed " + speed);
    }
    assertEquals(600, Scenario.of(10.0000001, 1.2).limitSeconds());
  }

  @Test
  void theSampleTownHasNoStrayGates() {
    WalkNetwork network = GROUND.network();
    assertEquals(
        List.of(),
        network.findings().stream()
            .filter(f -> f.code() == onegrid.finding.FindingCode.GATE_UNCONNECTED)
            .toList());
  }
}
