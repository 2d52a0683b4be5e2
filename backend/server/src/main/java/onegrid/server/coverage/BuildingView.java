package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.List;
import onegrid.coverage.BuildingState;
import onegrid.coverage.Measure;
import onegrid.coverage.NearStation;
import onegrid.coverage.UnknownReason;
import onegrid.io.crs.CrsGate;
import onegrid.store.CoverageBuilding;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * One building: by what it is covered, and how its people walk.
 *
 * @param building null when none stands there
 * @param stations those within the limit, nearest first; or the nearest one beyond
 */
record BuildingView(@Nullable One building, List<Near> stations) {
  static final BuildingView NONE = new BuildingView(null, List.of());

  /** The building: its outline is a ring in degrees. */
  record One(
      String code,
      String compound,
      String community,
      int households,
      int people,
      BuildingState state,
      BuildingState straight,
      BuildingState detour,
      String reason,
      String reasonEn,
      String straightStation,
      double straightMetres,
      List<double[]> outline) {}

  /** A station and the way there, in degrees. */
  record Near(
      String id,
      String name,
      String kind,
      int seconds,
      double metres,
      boolean within,
      List<double[]> way) {}

  static BuildingView of(
      CoverageBuilding kept, WarmAnswer answer, int number, List<NearStation> near) {
    CrsGate gate = answer.ground().frame().gate();
    List<Near> stations = new ArrayList<>();
    for (NearStation each : near) {
      var station = answer.coverage().stationAt(each.station());
      stations.add(
          new Near(
              station.id(),
              station.name(),
              station.kind(),
              each.seconds(),
              each.metres(),
              each.within(),
              each.way().stream().map(at -> gate.toDegrees(at.x, at.y)).toList()));
    }
    UnknownReason reason = UnknownReason.valueOf(kept.reason());
    boolean here = number >= 0;
    BuildingState none = BuildingState.UNKNOWN;
    return new BuildingView(
        new One(
            kept.code(),
            here ? answer.coverage().building(number).compoundId() : "",
            here ? answer.coverage().building(number).communityCode() : "",
            kept.households(),
            kept.people(),
            BuildingState.values()[kept.state()],
            here ? answer.coverage().state(Measure.STRAIGHT, number) : none,
            here ? answer.coverage().state(Measure.DETOUR, number) : none,
            reason.title().zh(),
            reason.title().en(),
            kept.straightStation(),
            kept.straightMetres(),
            ring(kept.footprint())),
        stations);
  }

  private static List<double[]> ring(Geometry footprint) {
    List<double[]> ring = new ArrayList<>();
    if (footprint.getGeometryN(0) instanceof Polygon polygon) {
      for (Coordinate at : polygon.getExteriorRing().getCoordinates()) {
        ring.add(new double[] {at.x, at.y});
      }
    }
    return ring;
  }
}
