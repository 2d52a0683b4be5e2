package onegrid.server.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onegrid.geo.LocalFrame;
import onegrid.merge.Claim;
import onegrid.plan.GridPoint;
import onegrid.plan.Homes;
import onegrid.plan.Plan;
import onegrid.plan.PlanUnit;
import onegrid.server.frame.FrameShapes;
import onegrid.store.MosaicConflict;

/**
 * The conflicts of the version that a plan branched from which are conflicts of its own version,
 * too: where the unit at the place still has what the rule gave. Where the plan says otherwise,
 * people have decided.
 */
final class CarriedConflicts implements Consumer<MosaicConflict> {
  private final Plan plan;
  private final Homes homes;
  private final Map<String, Integer> layers = new HashMap<>();
  private final FrameShapes frame;
  private final List<MosaicConflict> carried = new ArrayList<>();
  private int settled;

  private CarriedConflicts(Plan plan, FrameShapes frame) {
    this.plan = plan;
    this.homes = Homes.of(plan);
    this.frame = frame;
  }

  /**
   * To be given the conflicts of the base, one by one.
   *
   * @param layers in the order of the units' sources
   */
  static CarriedConflicts of(Plan plan, List<String> layers, FrameShapes frame) {
    CarriedConflicts conflicts = new CarriedConflicts(plan, frame);
    for (String layer : layers) {
      conflicts.layers.put(layer, conflicts.layers.size());
    }
    return conflicts;
  }

  @Override
  public void accept(MosaicConflict conflict) {
    double[] at = frame.gate().toMetres(conflict.at().lon(), conflict.at().lat());
    GridPoint place = new GridPoint(LocalFrame.toCells(at[0]), LocalFrame.toCells(at[1]));
    boolean stands =
        homes
            .unitAt(place)
            .flatMap(plan::unit)
            .filter(unit -> conflict.givenTo().stream().allMatch(given -> holds(unit, given)))
            .isPresent();
    if (stands) {
      carried.add(conflict.numbered(carried.size() + 1));
    } else {
      settled++;
    }
  }

  private boolean holds(PlanUnit unit, Claim given) {
    Integer layer = layers.get(given.layer());
    return layer == null || unit.sources().get(layer).equals(Optional.of(given.sourceCode()));
  }

  List<MosaicConflict> carried() {
    return List.copyOf(carried);
  }

  /** How many were not carried. */
  int settled() {
    return settled;
  }
}
