package onegrid.plan;

import java.util.List;

/**
 * A border between two units, from junction to junction.
 *
 * @param id unique among the arcs, never given to another
 * @param line its vertices; closed for a ring
 * @param left the unit on its left, or {@link #OUTSIDE}
 * @param right the unit on its right, or {@link #OUTSIDE}
 * @param hold whether it may move at all
 * @param drawnBy one bit for each layer that drew it, bit 0 for the area layer; 0 for a border that
 *     the plan drew
 * @param locked whether people have locked it
 */
public record PlanArc(
    String id, GridLine line, String left, String right, Hold hold, long drawnBy, boolean locked)
    implements PlanPart {

  /** No unit on this side. */
  public static final String OUTSIDE = "";

  public PlanArc {
    if (id.isEmpty() || left.equals(right)) {
      throw new IllegalArgumentException("arc " + id + " between " + left + " and " + right);
    }
  }

  /** Why an arc may not move; what does not move cannot be joined away either. */
  public enum Hold {
    /** It may move. */
    FREE,
    /** A border of the area: of a community, or of all. */
    AREA,
    /** A line that was declared protected: a river, the middle of a road. */
    PROTECTED
  }

  /** The units on its sides, one or two. */
  List<String> sides() {
    if (left.equals(OUTSIDE)) {
      return List.of(right);
    }
    return right.equals(OUTSIDE) ? List.of(left) : List.of(left, right);
  }

  boolean touches(String unit) {
    return left.equals(unit) || right.equals(unit);
  }

  /** The unit on the other side. */
  String beyond(String unit) {
    return left.equals(unit) ? right : left;
  }

  boolean endsAt(GridPoint p) {
    return line.first().equals(p) || line.last().equals(p);
  }

  PlanArc withLine(GridLine other) {
    return new PlanArc(id, other, left, right, hold, drawnBy, locked);
  }

  PlanArc withLock(boolean lock) {
    return new PlanArc(id, line, left, right, hold, drawnBy, lock);
  }

  PlanArc withSides(String newLeft, String newRight) {
    return new PlanArc(id, line, newLeft, newRight, hold, drawnBy, locked);
  }

  /** A stretch of it, which takes its place together with others. */
  PlanArc stretch(String newId, GridLine part) {
    return new PlanArc(newId, part, left, right, hold, drawnBy, locked);
  }
}
