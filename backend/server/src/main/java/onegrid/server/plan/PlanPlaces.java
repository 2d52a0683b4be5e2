package onegrid.server.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onegrid.geo.LocalFrame;
import onegrid.plan.GridPoint;
import onegrid.plan.Plan;
import onegrid.plan.PlanArc;
import onegrid.plan.PlanKey;
import onegrid.plan.PlanUnit;
import onegrid.server.frame.FrameShapes;
import onegrid.store.LonLat;

/** Where on the map the parts of a plan lie. */
final class PlanPlaces {
  private PlanPlaces() {}

  /** A point of the first of some parts that has one. */
  static Optional<LonLat> of(Collection<PlanKey> keys, Plan... plans) {
    return keys.stream()
        .flatMap(key -> Stream.of(plans).flatMap(plan -> point(key, plan).stream()))
        .findFirst()
        .map(point -> lonLat(point, plans[0].epsgCode()));
  }

  private static Optional<GridPoint> point(PlanKey key, Plan plan) {
    return switch (key.kind()) {
      case ARC -> plan.arc(key.id()).map(PlanPlaces::middle);
      case UNIT -> unit(key.id(), plan);
      case BUILDING -> plan.building(key.id()).map(building -> building.inside());
      case COMPOUND -> plan.compound(key.id()).map(compound -> compound.inside());
      case CELL, MEMBERS, NAME, LOCK -> {
        List<PlanUnit> units = plan.unitsOf(key.id());
        yield units.isEmpty() ? Optional.empty() : unit(units.get(0).id(), plan);
      }
    };
  }

  private static Optional<GridPoint> unit(String id, Plan plan) {
    return plan.arcsOf(id).stream().findFirst().map(PlanPlaces::middle);
  }

  private static GridPoint middle(PlanArc arc) {
    return arc.line().point(arc.line().size() / 2);
  }

  private static LonLat lonLat(GridPoint point, int epsgCode) {
    return FrameShapes.of(new LocalFrame(epsgCode)).place(point.spot());
  }
}
