package onegrid.coverage;

import onegrid.finding.Words;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierIndex;
import onegrid.walk.WalkNetwork;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is in the way of a straight walk to the nearest station.
 *
 * @param kind what it is
 * @param name which one, empty when it has no name
 */
public record Obstacle(Kind kind, String name) {
  /** What can be in the way. */
  public enum Kind {
    RIVER("河流", "a river"),
    RAILWAY("铁路", "a railway"),
    WALL("围墙", "a wall"),
    MAIN_ROAD("主干路缺过街设施", "a main road without a crossing near"),
    /** Nothing; the station is simply far away. */
    DISTANCE("距离过远", "distance alone"),
    /** Nothing, but the streets lead round about. */
    DETOUR("道路绕行", "a roundabout way"),
    NO_STATION("没有站点", "no station at all");

    private final Words title;

    Kind(String zh, String en) {
      this.title = new Words(zh, en);
    }

    public Words title() {
      return title;
    }
  }

  static Obstacle between(Coverage coverage, int building) {
    int station = coverage.straightStation(building);
    if (station < 0) {
      return new Obstacle(Kind.NO_STATION, "");
    }
    Scenario scenario = coverage.scenario();
    Coordinate from = coverage.ground().middle(building);
    Coordinate to = coverage.stationAt(station).entrances().get(0);
    if (coverage.straightMetres(building) * 1000 > scenario.limitMm()) {
      return new Obstacle(Kind.DISTANCE, "");
    }
    BarrierIndex index = coverage.ground().network().barriers();
    @Nullable Obstacle wall = null;
    // Every barrier on the line; a river counts for more than the walls before it.
    for (int number : index.allCrossed(Doors.x(from), Doors.y(from), Doors.x(to), Doors.y(to))) {
      Barrier barrier = index.barriers().get(number);
      switch (barrier.kind()) {
        case RIVER -> {
          return new Obstacle(Kind.RIVER, barrier.name());
        }
        case RAILWAY -> {
          return new Obstacle(Kind.RAILWAY, barrier.name());
        }
        case WALL -> wall = wall == null ? new Obstacle(Kind.WALL, barrier.name()) : wall;
      }
    }
    if (wall != null) {
      return wall;
    }
    return new Obstacle(
        crossesMainRoad(coverage.ground().network(), from, to) ? Kind.MAIN_ROAD : Kind.DETOUR, "");
  }

  private static boolean crossesMainRoad(WalkNetwork network, Coordinate from, Coordinate to) {
    for (int e = 0; e < network.edges(); e++) {
      if (network.side(e) == 0) {
        continue;
      }
      for (int i = 1; i < network.points(e); i++) {
        if (BarrierIndex.meet(
            Doors.x(from),
            Doors.y(from),
            Doors.x(to),
            Doors.y(to),
            network.x(e, i - 1),
            network.y(e, i - 1),
            network.x(e, i),
            network.y(e, i))) {
          return true;
        }
      }
    }
    return false;
  }
}
