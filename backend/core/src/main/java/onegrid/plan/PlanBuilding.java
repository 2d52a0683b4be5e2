package onegrid.plan;

import java.util.List;

/**
 * A building, which no border may cut.
 *
 * @param id its identity in the input
 * @param unit the unit that holds its inside point
 * @param rings the rings of its footprint, closed, read by the even-odd rule; empty when only a
 *     place is known
 * @param inside a point inside its footprint
 * @param households how many live in it
 * @param people how many live in it
 */
public record PlanBuilding(
    String id, String unit, List<GridLine> rings, GridPoint inside, int households, int people)
    implements WholeShape {

  public PlanBuilding {
    if (id.isEmpty() || households < 0 || people < 0) {
      throw new IllegalArgumentException("building '" + id + "': " + households + ", " + people);
    }
    rings = List.copyOf(rings);
  }

  @Override
  public PlanBuilding in(String otherUnit) {
    return new PlanBuilding(id, otherUnit, rings, inside, households, people);
  }
}
