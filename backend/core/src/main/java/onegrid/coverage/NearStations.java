package onegrid.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.place.Station;
import onegrid.reach.Linker;
import onegrid.reach.Links;
import onegrid.reach.Route;
import onegrid.reach.RouteSearch;
import org.locationtech.jts.geom.Coordinate;

/**
 * To which stations a building can walk, nearest first, with the ways: what is shown of a building
 * that was picked. Not for several threads.
 */
public final class NearStations {
  private static final int HORIZON_SECONDS = 3600;

  private final WhatIf ground;
  private final Coverage coverage;
  private final RouteSearch search;

  private NearStations(WhatIf ground) {
    this.ground = ground;
    this.coverage = ground.coverage();
    long horizon =
        Math.max(
            coverage.scenario().limitMm(),
            HORIZON_SECONDS * (long) coverage.scenario().speedMmPerSecond());
    this.search =
        new RouteSearch(ground.graph(), coverage.demand, Math.min(Integer.MAX_VALUE, horizon));
  }

  /** Looks at the ground as things stand now; look anew after a change. */
  public static NearStations on(WhatIf ground) {
    return new NearStations(ground);
  }

  /**
   * The stations within the limit, at most so many; when there is none, the nearest within an hour.
   */
  public List<NearStation> of(int building, int most) {
    List<NearStation> near = new ArrayList<>();
    for (int station : ground.stationsOf(building)) {
      if (near.size() < most) {
        way(building, station).ifPresent(near::add);
      }
    }
    if (near.isEmpty() && coverage.station(building) >= 0) {
      way(building, coverage.station(building)).ifPresent(near::add);
    }
    return near;
  }

  private Optional<NearStation> way(int building, int station) {
    List<Coordinate> doors = ground.doors(station);
    if (doors.isEmpty()) {
      return Optional.empty();
    }
    Links links = coverage.ground().link(doors, Linker.USUAL_LIMIT_METRES, 1);
    return search
        .of(building, links)
        .map(route -> near(building, station, route, doors.get(route.door())));
  }

  private NearStation near(int building, int station, Route route, Coordinate door) {
    int speed = coverage.scenario().speedMmPerSecond();
    List<Coordinate> way = new ArrayList<>();
    Coordinate first = new Coordinate(route.xs()[0] / 100.0, route.ys()[0] / 100.0);
    way.add(doorTowards(building, first));
    for (int i = 0; i < route.xs().length; i++) {
      way.add(new Coordinate(route.xs()[i] / 100.0, route.ys()[i] / 100.0));
    }
    way.add(door);
    return new NearStation(
        station,
        (int) (((long) route.costMm() + speed - 1) / speed),
        route.lengthMm() / 1000.0,
        route.costMm() <= coverage.scenario().limitMm(),
        way);
  }

  /** The door whose access leg is the building's: that which is nearest to where the leg ends. */
  private Coordinate doorTowards(int building, Coordinate end) {
    Coordinate best = coverage.ground().middle(building);
    double nearest = Double.MAX_VALUE;
    for (Coordinate door : Doors.of(coverage.building(building))) {
      double distance = door.distance(end);
      if (distance < nearest) {
        nearest = distance;
        best = door;
      }
    }
    return best;
  }

  /** What a station is called, and its kind; empty for one that is tried out. */
  public Optional<Station> station(int number) {
    return number < coverage.ground().stations().size()
        ? Optional.of(coverage.stationAt(number))
        : Optional.empty();
  }
}
