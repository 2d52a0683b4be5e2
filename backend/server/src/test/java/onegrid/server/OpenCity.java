package onegrid.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import onegrid.store.BaseMap;
import onegrid.store.SquareCity;
import org.locationtech.jts.geom.Coordinate;

/** A city of squares without walls and water, a street along every side of every square. */
final class OpenCity {
  private OpenCity() {}

  /** The buildings and divisions of a city among so many streets each way. */
  static BaseMap of(SquareCity city, int streets, List<BaseMap.Station> stations) {
    BaseMap squares = city.baseMap();
    List<BaseMap.Road> roads = new ArrayList<>();
    for (int i = 0; i < streets; i++) {
      Coordinate[] east = new Coordinate[streets];
      Coordinate[] north = new Coordinate[streets];
      for (int k = 0; k < streets; k++) {
        east[k] = at(k, i);
        north[k] = at(i, k);
      }
      roads.add(BaseMap.Road.plain(3, "", SquareCity.FACTORY.createLineString(east)));
      roads.add(BaseMap.Road.plain(3, "", SquareCity.FACTORY.createLineString(north)));
    }
    return with(squares, roads, stations);
  }

  /** The buildings and divisions of a ground with other roads and stations, and nothing else. */
  static BaseMap with(BaseMap of, List<BaseMap.Road> roads, List<BaseMap.Station> stations) {
    return new BaseMap(
        of.divisions(),
        List.of(),
        of.buildings(),
        List.of(),
        roads,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        stations,
        List.of(),
        List.of(),
        List.of());
  }

  static BaseMap.Station station(
      String code, String kind, List<String> items, int east, int north) {
    return new BaseMap.Station(
        code,
        kind + code,
        kind,
        EnumSet.noneOf(BaseMap.Criterion.class),
        "",
        items,
        OptionalInt.empty(),
        SquareCity.FACTORY.createPoint(at(east, north)));
  }

  private static Coordinate at(double column, double row) {
    return new Coordinate(
        SquareCity.WEST + column * SquareCity.SIDE, SquareCity.SOUTH + row * SquareCity.SIDE);
  }

  /** Keeps a ground as a workspace of the shared server. */
  static long workspace(String name, BaseMap map) {
    long id =
        Browser.json(
                RunningServer.shared()
                    .administrator()
                    .write("POST", "/api/workspaces", java.util.Map.of("name", name)),
                201)
            .path("id")
            .asLong();
    RunningServer.shared().stores().workspaces().setFrame(id, 4548, "test");
    RunningServer.shared().stores().places().load(id, map, "test");
    return id;
  }
}
