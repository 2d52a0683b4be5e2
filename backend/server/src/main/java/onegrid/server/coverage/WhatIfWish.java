package onegrid.server.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * All changes that somebody tries at once; nothing of it is kept.
 *
 * @param moves stations put somewhere else
 * @param adds new stations
 * @param closes ids of stations that are closed
 * @param gates ids of gates that are thrown open for everybody
 * @param newGates places in walls where there is no gate yet
 */
record WhatIfWish(
    @Nullable List<Move> moves,
    @Nullable List<Place> adds,
    @Nullable List<String> closes,
    @Nullable List<String> gates,
    @Nullable List<Place> newGates) {
  private static final int MOST = 200;
  private static final int MOST_NEW_GATES = 20;
  private static final double FURTHEST_METRES = 200_000;

  /** A station and where it is put. */
  record Move(@Nullable String station, @Nullable Double lon, @Nullable Double lat) {}

  /** A place in degrees. */
  record Place(@Nullable Double lon, @Nullable Double lat) {}

  /** Nothing is changed. */
  static final WhatIfWish NOTHING = new WhatIfWish(null, null, null, null, null);

  /**
   * The changes in the numbers of a ground.
   *
   * @throws Refused if a station or gate is not there, a place is absurd, or there are too many
   */
  WarmAnswer.Changes on(WarmAnswer answer) {
    List<Move> wantedMoves = moves == null ? List.of() : moves;
    List<Place> wantedAdds = adds == null ? List.of() : adds;
    List<String> wantedCloses = closes == null ? List.of() : closes;
    List<String> wantedGates = gates == null ? List.of() : gates;
    if (wantedMoves.size() + wantedAdds.size() + wantedCloses.size() + wantedGates.size() > MOST) {
      throw refused("一次最多试 200 处改动。", "At most 200 changes are tried at once.");
    }
    CrsGate gate = answer.ground().frame().gate();
    Coordinate middle = answer.ground().ground().middle(0);
    Map<Integer, Coordinate> moved = new HashMap<>();
    for (Move move : wantedMoves) {
      moved.put(
          number(answer.stationNumbers(), move == null ? null : move.station, "站点", "station"),
          place(gate, move == null ? null : move.lon, move == null ? null : move.lat, middle));
    }
    Set<Integer> closed = new HashSet<>();
    for (String station : wantedCloses) {
      closed.add(number(answer.stationNumbers(), station, "站点", "station"));
    }
    moved.keySet().removeAll(closed);
    Set<Integer> opened = new HashSet<>();
    for (String each : wantedGates) {
      opened.add(number(answer.gateNumbers(), each, "出入口", "gate"));
    }
    List<Coordinate> added =
        wantedAdds.stream()
            .map(
                add ->
                    place(gate, add == null ? null : add.lon, add == null ? null : add.lat, middle))
            .toList();
    return new WarmAnswer.Changes(moved, closed, opened, added);
  }

  /**
   * Where new gates are wanted, in metres.
   *
   * @throws Refused if a place is absurd, or there are too many
   */
  List<Coordinate> openings(WarmAnswer answer) {
    List<Place> wanted = newGates == null ? List.of() : newGates;
    if (wanted.size() > MOST_NEW_GATES) {
      throw refused("一次最多试开 20 个新门。", "At most 20 new gates are tried at once.");
    }
    CrsGate gate = answer.ground().frame().gate();
    Coordinate middle = answer.ground().ground().middle(0);
    return wanted.stream()
        .map(at -> place(gate, at == null ? null : at.lon, at == null ? null : at.lat, middle))
        .toList();
  }

  private static int number(
      Map<String, Integer> numbers, @Nullable String id, String zh, String en) {
    Integer number = id == null ? null : numbers.get(id);
    if (number == null) {
      throw refused("没有这个" + zh + ":" + id, "There is no such " + en + ": " + id);
    }
    return number;
  }

  private static Coordinate place(
      CrsGate gate, @Nullable Double lon, @Nullable Double lat, Coordinate middle) {
    if (lon == null || lat == null || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 85)) {
      throw refused("位置须有经纬度。", "A place needs lon and lat.");
    }
    double[] at = {lon, lat};
    try {
      gate.toMetres(at);
      Coordinate place =
          new Coordinate(
              LocalFrame.toMetres(LocalFrame.toCells(at[0])),
              LocalFrame.toMetres(LocalFrame.toCells(at[1])));
      if (place.distance(middle) <= FURTHEST_METRES) {
        return place;
      }
    } catch (IllegalArgumentException | FileRefused e) {
      // Outside the frame: said below, like a place that is far away.
    }
    throw refused("这个位置不在工作区内。", "This place is not on the ground of the workspace.");
  }

  private static Refused refused(String zh, String en) {
    return new Refused(ProblemKind.UNPROCESSABLE, zh, en);
  }
}
