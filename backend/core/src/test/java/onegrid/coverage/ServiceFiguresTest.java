package onegrid.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import org.junit.jupiter.api.Test;

class ServiceFiguresTest {
  private static final CoverageGround GROUND =
      new SampleGround(SampleCity.of(Preset.FENYI, 3, 0)).ground(2);
  private static final Scenario ASKED =
      Scenario.of(5, 0.94).counting(Set.of(), Optional.empty(), true);

  @Test
  void everyLineHasTheFiguresOfAWholeRunForItAlone() {
    WhatIf asked = WhatIf.of(Coverage.of(GROUND, ASKED), 1);
    int differing = 0;
    for (ServiceFigures.Line line : ServiceFigures.of(asked)) {
      Scenario alone =
          line.by() == ServiceFigures.Service.KIND
              ? ASKED.counting(Set.of(line.key()), Optional.empty(), true)
              : ASKED.counting(Set.of(), Optional.of(line.key()), true);
      Coverage run = Coverage.of(GROUND, alone);
      assertEquals(run.countedStations(), line.stations(), line.key());
      Tally tally = CoverageReport.of(run, Map.of()).by(Measure.NETWORK);
      for (BuildingState state : BuildingState.values()) {
        assertEquals(tally.people(state), line.tally().people(state), line.key() + state);
        assertEquals(tally.households(state), line.tally().households(state), line.key() + state);
        assertEquals(tally.buildings(state), line.tally().buildings(state), line.key() + state);
      }
      differing +=
          tally.people(BuildingState.COVERED) != asked.tally().people(BuildingState.COVERED)
              ? 1
              : 0;
    }
    assertTrue(differing > 20, differing + " kinds and items reach fewer people than all together");
  }

  @Test
  void everyBuildingHasItsStationsNearestFirst() {
    Coverage coverage = Coverage.of(GROUND, ASKED);
    WhatIf ground = WhatIf.of(coverage, 1);
    ReachedStations reached = ReachedStations.of(ground);
    int pairs = 0;
    for (int b = 0; b < GROUND.buildings().size(); b++) {
      int[] stations = ground.stationsOf(b);
      assertEquals(stations.length, reached.of(b));
      for (int rank = 0; rank < stations.length; rank++) {
        assertEquals(stations[rank], reached.station(b, rank));
        assertEquals(ground.costMm(stations[rank], b), reached.costMm(b, rank));
      }
      if (stations.length > 0) {
        assertEquals(coverage.costMm(b), reached.costMm(b, 0));
        assertEquals(coverage.station(b), reached.station(b, 0));
      }
      pairs += stations.length;
    }
    assertTrue(pairs > 500, pairs + " pairs");
  }
}
