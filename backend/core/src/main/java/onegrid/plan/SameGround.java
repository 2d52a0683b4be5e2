package onegrid.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.geo.LocalFrame;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds in one plan what another calls a unit or a border: the same ground, not the same name.
 * Numbers of borders are given anew with every version, and units may be another's after a merge.
 */
public final class SameGround {
  private final Plan was;
  private final Plan now;

  /**
   * @param was the plan that a wish was made for
   * @param now the plan that it is to be done to
   */
  public SameGround(Plan was, Plan now) {
    this.was = was;
    this.now = now;
  }

  /**
   * Whether a unit of that id is in both, and a point inside it in one is inside it in the other.
   */
  public boolean hasUnit(String id) {
    if (was.unit(id).isEmpty() || now.unit(id).isEmpty()) {
      return false;
    }
    Coordinate inside = PlanMosaic.polygon(was, id).getInteriorPoint().getCoordinate();
    return FaceRings.of(now, id).covers(LocalFrame.toCells(inside.x), LocalFrame.toCells(inside.y));
  }

  /**
   * The border between the same two units that has all of the given vertices.
   *
   * @param arc its id in the plan before
   * @param vertices those that the wish names
   */
  public Optional<String> arc(String arc, List<GridPoint> vertices) {
    return was.arc(arc).flatMap(before -> like(before, vertices)).map(PlanArc::id);
  }

  private Optional<PlanArc> like(PlanArc before, List<GridPoint> vertices) {
    Set<String> sides = Set.of(before.left(), before.right());
    String side = before.sides().get(0);
    return now.arcsOf(side).stream()
        .filter(other -> sides.equals(Set.of(other.left(), other.right())))
        .filter(
            other ->
                vertices.isEmpty()
                    ? isSameLine(before.line(), other.line())
                    : vertices.stream().allMatch(p -> other.line().indexOf(p) >= 0))
        .findFirst();
  }

  private static boolean isSameLine(GridLine one, GridLine two) {
    return one.equals(two) || one.equals(two.reversed());
  }

  /**
   * The stretch between two vertices that follow each other: the one of the two that comes first
   * now; empty when there is something between them, or one is gone.
   *
   * @param arc the border in the plan before
   * @param from the first of the two there
   * @param other the border now
   */
  public Optional<GridPoint> stretch(String arc, GridPoint from, String other) {
    GridLine before = was.arc(arc).orElseThrow().line();
    GridLine after = now.arc(other).orElseThrow().line();
    int i = before.indexOf(from);
    if (i < 0 || i + 1 >= before.size()) {
      return Optional.empty();
    }
    GridPoint to = before.point(i + 1);
    for (int j = 0; j + 1 < after.size(); j++) {
      GridPoint one = after.point(j);
      GridPoint two = after.point(j + 1);
      if (one.equals(from) && two.equals(to) || one.equals(to) && two.equals(from)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
