package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import onegrid.place.Indivisible;

/** Where a plan begins: a mosaic, the cells on it, the buildings in it. */
public final class PlanStart {
  private PlanStart() {}

  /**
   * The plan before its first edit. Arcs are numbered as in the mosaic, from 0.
   *
   * <p>A building belongs to the unit that holds a point inside it, the one with the lower id when
   * that is on a border; one that stands in no unit is left out.
   *
   * @param compounds those that lie in one unit from the start are kept whole; their counts are not
   *     looked at, for the buildings have them
   */
  public static Plan of(
      LocalFrame frame,
      Mosaic mosaic,
      StartCells cells,
      List<Indivisible> buildings,
      List<Indivisible> compounds) {
    List<PlanPart> parts = new ArrayList<>(cells.cells());
    for (int i = 0; i < mosaic.units().size(); i++) {
      BasicUnit unit = mosaic.units().get(i);
      parts.add(
          new PlanUnit(unit.id(), unit.areaCode(), cells.cellOfUnit().get(i), unit.sources()));
    }
    for (int i = 0; i < mosaic.arcs().size(); i++) {
      parts.add(arc(Integer.toString(i), mosaic.arcs().get(i), mosaic));
    }
    Homes homes = Homes.of(Plan.of(frame.epsgCode(), parts));
    buildings.forEach(building -> homes.house(building).ifPresent(parts::add));
    compounds.forEach(compound -> homes.keepWhole(compound).ifPresent(parts::add));
    return Plan.of(frame.epsgCode(), parts);
  }

  private static PlanArc arc(String id, Arc arc, Mosaic mosaic) {
    Optional<BasicUnit> left = unit(arc.left(), mosaic);
    Optional<BasicUnit> right = unit(arc.right(), mosaic);
    boolean area =
        arc.isAreaBorder() || !left.map(BasicUnit::areaCode).equals(right.map(BasicUnit::areaCode));
    PlanArc.Hold hold =
        area ? PlanArc.Hold.AREA : arc.isProtected() ? PlanArc.Hold.PROTECTED : PlanArc.Hold.FREE;
    return new PlanArc(
        id,
        Homes.line(arc.line())
            .orElseThrow(() -> new IllegalArgumentException("arc without a length")),
        left.map(BasicUnit::id).orElse(PlanArc.OUTSIDE),
        right.map(BasicUnit::id).orElse(PlanArc.OUTSIDE),
        hold,
        arc.drawnBy(),
        false);
  }

  private static Optional<BasicUnit> unit(int index, Mosaic mosaic) {
    return index < 0 ? Optional.empty() : Optional.of(mosaic.units().get(index));
  }
}
