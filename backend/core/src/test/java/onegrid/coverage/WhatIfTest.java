package onegrid.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import onegrid.place.Gate;
import onegrid.place.OpeningHours;
import onegrid.place.Station;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import onegrid.walk.BarrierIndex;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class WhatIfTest {
  /** Every other gate is for emergencies only. */
  private static final SampleGround TOWN = town(Integer.MAX_VALUE);

  private static final CoverageGround GROUND = TOWN.ground(2);
  private static final Coverage ANSWER = Coverage.of(GROUND, Scenario.of(6, 1.2));

  private static SampleGround town(int openFrom) {
    SampleGround town = new SampleGround(SampleCity.of(Preset.FENYI, 1, 0));
    town.gates.sort(Comparator.comparing(Gate::id));
    for (int g = 0; g < town.gates.size(); g += 2) {
      Gate gate = town.gates.get(g);
      boolean open = g >= openFrom;
      town.gates.set(
          g,
          new Gate(
              gate.id(),
              gate.compoundId(),
              gate.x(),
              gate.y(),
              open ? OpeningHours.ALWAYS : OpeningHours.NEVER,
              !open && gate.residentsOnly()));
    }
    return town;
  }

  @Test
  void openingGatesGivesTheFiguresOfAWholeNewRun() {
    WhatIf whatIf = WhatIf.of(ANSWER, 1);
    List<Gate> gates = GROUND.network().gates();
    int from = gates.size() / 2;
    List<String> chosen =
        IntStream.range(from, gates.size())
            .filter(g -> g % 2 == 0)
            .mapToObj(g -> TOWN.gates.get(g).id())
            .toList();
    int changes = 0;
    for (int g = 0; g < gates.size(); g++) {
      changes += chosen.contains(gates.get(g).id()) ? whatIf.openGate(g).length : 0;
    }
    assertTrue(changes > 10, changes + " buildings changed");
    same(Coverage.of(town(from).ground(1), Scenario.of(6, 1.2)), whatIf);
    for (int g = 0; g < gates.size(); g++) {
      whatIf.leaveGate(g);
    }
    same(ANSWER, whatIf);
  }

  @Test
  void closingEveryStationLeavesWhatIsKnownOfTheGround() {
    WhatIf whatIf = WhatIf.of(ANSWER, 2);
    for (int s = 0; s < GROUND.stations().size(); s++) {
      whatIf.close(s);
    }
    same(
        Coverage.of(
            CoverageGround.of(GROUND.network(), TOWN.buildings, List.of(), 200, 1),
            Scenario.of(6, 1.2)),
        whatIf);
  }

  private static void same(Coverage fresh, WhatIf whatIf) {
    for (int b = 0; b < GROUND.buildings().size(); b++) {
      assertEquals(fresh.state(b), whatIf.state(b), "building " + fresh.building(b).id());
    }
    Tally tally = CoverageReport.of(fresh, TOWN.subdistrictOf).by(Measure.NETWORK);
    for (BuildingState state : BuildingState.values()) {
      assertEquals(tally.people(state), whatIf.tally().people(state));
      assertEquals(tally.buildings(state), whatIf.tally().buildings(state));
    }
  }

  @Test
  void waysAreAsLongAndAsDearAsTheAnswerSaysAndPassNoBarrier() {
    NearStations near = NearStations.on(WhatIf.of(ANSWER, 1));
    BarrierIndex barriers = GROUND.network().barriers();
    int ways = 0;
    for (int b = 0; b < GROUND.buildings().size(); b++) {
      List<NearStation> found = near.of(b, 3);
      if (ANSWER.station(b) < 0) {
        assertEquals(List.of(), found);
        continue;
      }
      NearStation first = found.get(0);
      assertEquals(ANSWER.station(b), first.station(), "building " + b);
      assertEquals(ANSWER.seconds(b), first.seconds());
      assertEquals(ANSWER.metres(b), first.metres(), 0.001);
      assertEquals(ANSWER.state(b) == BuildingState.COVERED, first.within());
      for (int i = 1; i < found.size(); i++) {
        assertTrue(found.get(i).seconds() >= found.get(i - 1).seconds());
      }
      double drawn = 0;
      for (int i = 1; i < first.way().size(); i++) {
        drawn += first.way().get(i).distance(first.way().get(i - 1));
      }
      // Two sides of a wide road are drawn as one line, its crossings as nothing.
      assertTrue(drawn <= first.metres() + 1, drawn + " of " + first.metres());
      assertTrue(drawn >= first.metres() * 0.7 - 25, drawn + " of " + first.metres());
      ways += passesNothing(barriers, first) ? 1 : 0;
    }
    assertTrue(ways > 100, ways + " ways");
  }

  /** The legs at both ends see their edge; a way between passes walls at gates only. */
  private static boolean passesNothing(BarrierIndex barriers, NearStation near) {
    for (int end : new int[] {1, near.way().size() - 1}) {
      Coordinate a = near.way().get(end - 1);
      Coordinate b = near.way().get(end);
      assertEquals(
          0,
          barriers.allCrossed(Doors.x(a), Doors.y(a), Doors.x(b), Doors.y(b)).length,
          "leg of " + near);
    }
    return true;
  }

  @Test
  void aFullStationSendsTheRestToTheNext() {
    WhatIf whatIf = WhatIf.of(ANSWER, 1);
    CapacityShare roomForAll = CapacityShare.of(whatIf, Station.UNLIMITED);
    for (int b = 0; b < GROUND.buildings().size(); b++) {
      int nearest = ANSWER.state(b) == BuildingState.COVERED ? ANSWER.station(b) : -1;
      assertEquals(
          nearest < 0 ? CapacityShare.NONE : whatIf.costMm(nearest, b),
          roomForAll.stationOf(b) < 0 ? -1 : whatIf.costMm(roomForAll.stationOf(b), b));
    }
    int room = 300;
    CapacityShare tight = CapacityShare.of(whatIf, room);
    List<Integer> left = new ArrayList<>();
    for (int s = 0; s < whatIf.stations(); s++) {
      assertTrue(tight.people(s) <= room);
    }
    for (int b = 0; b < GROUND.buildings().size(); b++) {
      int given = tight.stationOf(b);
      for (int s : whatIf.stationsOf(b)) {
        // Whoever was refused found it full of people who live nearer.
        if (s == given) {
          break;
        }
        assertTrue(tight.people(s) + ANSWER.building(b).people() > room, "station " + s);
      }
      if (given < 0 && whatIf.state(b) == BuildingState.COVERED) {
        left.add(b);
      }
    }
    assertTrue(left.size() > 10, left.size() + " buildings without room");
    assertEquals(
        whatIf.tally().people(BuildingState.COVERED),
        tight.tally().people(BuildingState.COVERED)
            + left.stream().mapToLong(b -> ANSWER.building(b).people()).sum());
    long placed = 0;
    for (int s = 0; s < whatIf.stations(); s++) {
      placed += tight.people(s);
    }
    assertEquals(placed, tight.tally().people(BuildingState.COVERED));
  }
}
