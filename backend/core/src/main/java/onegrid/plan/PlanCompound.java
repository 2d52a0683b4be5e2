package onegrid.plan;

import java.util.List;

/**
 * A compound (小区) that a draft keeps whole: no border may cut it. Compounds that lay across borders
 * already when the draft began are none of these.
 *
 * @param id its identity in the input
 * @param unit the unit that it lies in
 * @param rings the rings of its outline, closed, read by the even-odd rule
 * @param inside a point inside it
 */
public record PlanCompound(String id, String unit, List<GridLine> rings, GridPoint inside)
    implements WholeShape {

  public PlanCompound {
    if (id.isEmpty() || rings.isEmpty()) {
      throw new IllegalArgumentException("compound '" + id + "' of " + rings.size() + " rings");
    }
    rings = List.copyOf(rings);
  }

  @Override
  public PlanCompound in(String otherUnit) {
    return new PlanCompound(id, otherUnit, rings, inside);
  }
}
