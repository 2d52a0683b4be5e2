package onegrid.reach;

import java.util.stream.Stream;
import onegrid.place.OpeningHours;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Streets, walls and their gates. */
class DrawnCasesTest extends DrawnCases {

  @TestFactory
  Stream<DynamicTest> cases() {
    streets();
    walls();
    gates();
    return tests.stream();
  }

  private void streets() {
    add("along one street", d().street(0, 0, 500, 0).station(100, 0).building(300, 0), 200);
    add("the access legs count", d().street(0, 0, 500, 0).station(100, 5).building(300, 7), 212);
    add("round a corner", d().street(0, 0, 100, 0, 100, 100).station(0, 0).building(100, 80), 180);
    add(
        "streets meet in a shared vertex",
        d().street(0, 0, 100, 0, 200, 0).street(100, 0, 100, 90).station(0, 0).building(100, 90),
        190);
    add(
        "streets that cross without a shared vertex do not meet",
        d().street(0, 0, 200, 0).street(100, -50, 100, 90).station(0, 0).building(100, 90),
        NONE);
    add(
        "the nearer of two stations",
        d().street(0, 0, 500, 0).station(0, 0).station(500, 0).building(200, 0).building(300, 0),
        200,
        200);
    add("beyond the limit", d().street(0, 0, 2000, 0).station(0, 0).building(1001, 0), NONE);
    add("at the limit", d().street(0, 0, 2000, 0).station(0, 0).building(1000, 0), 1000);
    add("too far from any street", d().street(0, 0, 500, 0).station(0, 0).building(100, 201), NONE);
    add("just near enough", d().street(0, 0, 500, 0).station(0, 0).building(100, 200), 300);
    add(
        "the shorter way round a block",
        d().street(0, 0, 300, 0, 300, 100, 0, 100, 0, 0).station(0, 0).building(100, 100),
        200);
  }

  private void walls() {
    add(
        "a wall without a gate",
        d().street(0, 0, 200, 0)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .station(0, 0)
            .home("c", 100, 20),
        NONE);
    add(
        "the street behind the wall is nearer, the path inside is taken",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 60)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .gate("c", 100, 10)
            .station(0, 0)
            .home("c", 60, 20),
        // along the street 100, up the path 20, the leg 40
        160);
    add(
        "a path through the wall without a gate is cut",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 60)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .station(0, 0)
            .home("c", 95, 50),
        NONE);
    add(
        "a wall stands between two compounds",
        d().path(10, 50, 90, 50)
            .path(110, 50, 190, 50)
            .compound("a", 0, 0, 100, 0, 100, 100, 0, 100)
            .compound("b", 100, 0, 200, 0, 200, 100, 100, 100)
            .station(20, 50)
            .home("a", 80, 52)
            .home("b", 120, 52),
        62,
        NONE);
    add(
        "a street drawn on the wall itself is outside",
        d().street(0, 0, 200, 0)
            .compound("c", 50, 0, 150, 0, 150, 100, 50, 100)
            .station(0, 0)
            .building(100, -10)
            .home("c", 100, 10),
        110,
        NONE);
    add(
        "a compound that is not walled is no obstacle",
        d().street(0, 0, 200, 0)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .open("c")
            .station(0, 0)
            .home("c", 100, 20),
        120);
    add(
        "a station behind a wall serves its own side only",
        d().street(0, 0, 200, 0)
            .path(60, 20, 140, 20)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .station(100, 15)
            .building(100, 5)
            .home("c", 60, 20),
        NONE,
        45);
    add(
        "through a corner of the wall",
        d().street(0, 0, 100, 0)
            .path(100, 0, 150, 50, 200, 100)
            .compound("c", 150, 50, 250, 50, 250, 150, 150, 150)
            .gate("c", 150, 50)
            .station(0, 0)
            .home("c", 200, 100),
        241);
  }

  private void gates() {
    add("an open gate", walled().gate("c", 100, 10).home("c", 100, 50), 150);
    add("a gate a step beside its path", walled().gate("c", 102, 10).home("c", 100, 50), 150);
    add("a gate far from its path", walled().gate("c", 120, 10).home("c", 100, 50), NONE);
    add("a gate of another compound", walled().gate("x", 100, 10).home("c", 100, 50), NONE);
    add(
        "a gate that never opens",
        walled().gate("c", 100, 10, OpeningHours.NEVER, false).home("c", 100, 50),
        NONE);
    add("a gate by day", walled().dayGate("c", 100, 10).at(12).home("c", 100, 50), 150);
    add("the same gate at night", walled().dayGate("c", 100, 10).at(23).home("c", 100, 50), NONE);
    add("residents pass their gate", walled().residentsGate("c", 100, 10).home("c", 100, 50), 150);
    add(
        "strangers do not pass it on their way",
        d().street(0, 0, 100, 0)
            .path(100, 0, 100, 100)
            .street(100, 100, 300, 100)
            .compound("c", 50, 10, 150, 10, 150, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .residentsGate("c", 100, 90)
            .station(0, 0)
            .home("c", 100, 50)
            .building(200, 100),
        150,
        NONE);
    add(
        "residents may leave and come back through their own gates",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 40)
            .path(200, 0, 200, 40)
            .compound("c", 50, 10, 250, 10, 250, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .residentsGate("c", 200, 10)
            .station(100, 40)
            .home("c", 200, 40)
            .building(200, 0),
        180,
        NONE);
    add(
        "a public gate beside a residents' gate",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 40, 200, 40, 200, 0)
            .compound("c", 50, 10, 250, 10, 250, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .gate("c", 200, 10)
            .station(0, 0)
            .home("c", 100, 40),
        140);
    add(
        "a station inside is open to strangers through the public gate",
        d().street(0, 0, 100, 0, 200, 0)
            .path(100, 0, 100, 40, 200, 40, 200, 0)
            .compound("c", 50, 10, 250, 10, 250, 90, 50, 90)
            .residentsGate("c", 100, 10)
            .gate("c", 200, 10)
            .station(100, 40)
            .building(0, 0),
        // not the 140 through the residents' gate
        340);
    add(
        "two walls, two gates",
        d().street(0, 0, 100, 0)
            .path(100, 0, 100, 200)
            .compound("a", 0, 10, 200, 10, 200, 90, 0, 90)
            .compound("b", 0, 100, 200, 100, 200, 190, 0, 190)
            .gate("a", 100, 10)
            .gate("a", 100, 90)
            .gate("b", 100, 100)
            .station(0, 0)
            .home("b", 100, 150),
        250);
    add(
        "a gate in the source is closed",
        d().path(0, 0, 50, 0, 100, 0).closed(50, 0).station(0, 0).building(40, 0).building(60, 0),
        40,
        NONE);
    add(
        "two ways that meet in the gate",
        d().street(0, 0, 100, 0)
            .path(100, 0, 100, 10)
            .path(100, 10, 100, 60)
            .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
            .gate("c", 100, 10)
            .station(0, 0)
            .home("c", 100, 60),
        160);
  }

  /** A street with a path into a compound, a station at its beginning. */
  private static Drawn walled() {
    return d().street(0, 0, 100, 0, 200, 0)
        .path(100, 0, 100, 60)
        .compound("c", 50, 10, 150, 10, 150, 110, 50, 110)
        .station(0, 0);
  }
}
