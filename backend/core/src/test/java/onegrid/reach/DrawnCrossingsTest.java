package onegrid.reach;

import java.util.stream.Stream;
import onegrid.walk.WalkRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rivers, wide roads, one-way steps and islands. */
class DrawnCrossingsTest extends DrawnCases {

  @TestFactory
  Stream<DynamicTest> cases() {
    rivers();
    wideRoads();
    directions();
    islands();
    return tests.stream();
  }

  private void rivers() {
    add(
        "a river cuts a street",
        d().street(0, 0, 200, 0).river(100, -50, 100, 50).station(0, 0).building(150, 0),
        NONE);
    add(
        "a bridge over it",
        d().street(0, 0, 90, 0)
            .bridge(90, 0, 110, 0)
            .street(110, 0, 200, 0)
            .river(100, -50, 100, 50)
            .station(0, 0)
            .building(150, 0),
        150);
    add(
        "an underpass below a railway",
        d().street(0, 0, 90, 0)
            .underpass(90, 0, 110, 0)
            .street(110, 0, 200, 0)
            .railway(100, -50, 100, 50)
            .station(0, 0)
            .building(150, 0),
        150);
    add(
        "the other bank is nearer but not in sight",
        d().street(0, 0, 200, 0)
            .street(0, 60, 200, 60)
            .river(-50, 10, 250, 10)
            .station(0, 0)
            .station(200, 60)
            .building(50, 15),
        // down to the far street 45, along it 150
        195);
    add(
        "a station in the river's middle is linked to nothing across a bank",
        d().street(0, 0, 200, 0)
            .river(-50, 10, 250, 10)
            .river(-50, 40, 250, 40)
            .station(100, 25)
            .building(50, 0),
        NONE);
    add(
        "a railway without a level crossing",
        d().street(0, 0, 100, 0, 200, 0).railway(100, -50, 100, 50).station(0, 0).building(150, 0),
        NONE);
    add(
        "a railway with one",
        d().street(0, 0, 100, 0, 200, 0)
            .railway(100, -50, 100, 50)
            .levelCrossing(100, 0)
            .station(0, 0)
            .building(150, 0),
        150);
    add(
        "a building is not entered from a bridge",
        d().street(0, 0, 50, 0)
            .bridge(50, 0, 150, 0)
            .street(150, 0, 300, 0)
            .station(0, 0)
            .building(90, 0),
        // back to the end of the street
        90);
  }

  private void wideRoads() {
    add(
        "no crossing: the other side is out of reach",
        d().avenue(-2000, 0, 2000, 0).station(100, 10).building(300, 10).building(300, -10),
        220,
        NONE);
    add(
        "one crossing, and the way to it and back",
        d().avenue(0, 0, 400, 0, 500, 0).crossing(400, 0).station(300, 10).building(300, -10),
        // 10 + 100 + (10 m and 10 s) + 100 + 10
        240);
    add(
        "lights take longer",
        d().avenue(0, 0, 400, 0, 500, 0).lights(400, 0).station(300, 10).building(300, -10),
        260);
    add(
        "a street from one side ends on its side",
        d().avenue(-2000, 0, 200, 0, 2000, 0)
            .street(200, 0, 200, 100)
            .station(200, 100)
            .building(300, 10)
            .building(300, -10),
        210,
        NONE);
    add(
        "a street across it without a crossing",
        d().avenue(-2000, 0, 200, 0, 2000, 0)
            .street(200, 100, 200, 0, 200, -100)
            .station(200, 100)
            .building(200, -100),
        NONE);
    add(
        "junctions are crossings by the usual rules",
        d().rules(new WalkRules(true, true, 30, 10, 10, 150, 3, 0))
            .avenue(0, 0, 200, 0, 500, 0)
            .street(200, 100, 200, 0, 200, -100)
            .station(200, 100)
            .building(200, -100),
        240);
    add(
        "one walks round the end of the road",
        d().avenue(0, 0, 100, 0).station(40, 10).building(40, -10),
        // 10 + 40 + 40 + 10 at the near end
        100);
    add(
        "a bridge over the road",
        d().avenue(0, 0, 200, 0, 500, 0)
            .street(200, 20, 300, 20)
            .street(200, -20, 300, -20)
            .bridge(200, 20, 200, -20)
            .station(300, 20)
            .building(300, -20),
        240);
    add(
        "a narrow street is crossed anywhere",
        d().street(0, 0, 500, 0).station(300, 10).building(300, -10),
        20);
    add(
        "two avenues cross with a crossing",
        d().avenue(0, 0, 200, 0, 400, 0)
            .avenue(200, -200, 200, 0, 200, 200)
            .lights(200, 0)
            .station(100, 10)
            .building(300, 10)
            .building(300, -10),
        // 10 + 100 + 40 + 100 + 10, and one crossing more
        260,
        300);
  }

  private void directions() {
    add(
        "one-way steps down to the station",
        d().street(0, 0, 100, 0)
            .oneWaySteps(100, 100, 100, 0)
            .street(100, 100, 200, 100)
            .station(0, 0)
            .building(200, 100),
        // 100 + steps 150 + 100
        350);
    add(
        "one-way steps the other way",
        d().street(0, 0, 100, 0)
            .oneWaySteps(100, 0, 100, 100)
            .street(100, 100, 200, 100)
            .station(0, 0)
            .building(200, 100),
        NONE);
    add(
        "the long way round one-way steps",
        d().street(0, 0, 100, 0)
            .oneWaySteps(100, 0, 100, 100)
            .street(100, 100, 0, 100, 0, 0)
            .station(0, 0)
            .building(100, 100),
        200);
    add(
        "steps take half as long again",
        d().street(0, 0, 100, 0)
            .steps(100, 0, 100, 100)
            .street(100, 100, 200, 100)
            .station(0, 0)
            .building(200, 100),
        350);
    add(
        "against a one-way street",
        d().oneWay(0, 0, 500, 0).station(100, 0).building(300, 0).building(50, 0),
        NONE,
        50);
  }

  private void islands() {
    add(
        "an island with a station of its own",
        d().street(0, 0, 100, 0).street(0, 500, 100, 500).station(0, 500).building(100, 500),
        100);
    add(
        "an island without one",
        d().street(0, 0, 100, 0).street(0, 500, 100, 500).station(0, 500).building(100, 0),
        NONE);
    add(
        "a garden path of 30 m carries nobody when fragments do not count",
        d().rules(new WalkRules(true, false, 30, 10, 10, 150, 3, 100))
            .street(0, 0, 500, 0)
            .path(100, 20, 130, 20)
            .station(0, 0)
            .building(100, 25),
        125);
    add(
        "the same path takes its building when every fragment counts",
        d().street(0, 0, 500, 0).path(100, 20, 130, 20).station(0, 0).building(100, 25),
        NONE);
  }
}
