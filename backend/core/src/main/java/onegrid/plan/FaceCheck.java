package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.plan.BorderChanges.Segment;

/**
 * Checks the units around borders that changed, exactly: no new segment meets another border but in
 * its ends, and every unit is one shell that turns left, with its holes inside.
 *
 * <p>That is enough for the whole plan. The units around a change share its borders from opposite
 * sides and keep all other borders, so the windings of their rings sum to what they were: to one
 * inside of them together, to none outside. When each alone is sound, none can lie over another or
 * over a unit that was not looked at.
 */
final class FaceCheck {
  private static final Words REDRAW = new Words("请换一个位置再试", "choose another place, then try again");

  private final Plan after;

  private FaceCheck(Plan after) {
    this.after = after;
  }

  /**
   * Throws a {@link Refusal} where a border meets another or a unit is not sound.
   *
   * @param units the units on the sides of what changed
   */
  static void check(Plan after, Set<String> units, BorderChanges borders) {
    FaceCheck check = new FaceCheck(after);
    for (BorderChanges.Move twice : borders.doubled()) {
      throw meeting(twice.segment(), twice.arc());
    }
    borders.made().forEach(check::meetsNothing);
    for (String unit : units) {
      check.isSound(unit);
    }
  }

  private void meetsNothing(Segment s, PlanArc of) {
    standsAlone(s.from(), of);
    standsAlone(s.to(), of);
    for (String unit : of.sides()) {
      int itself = 0;
      for (PlanArc arc : after.arcsOf(unit)) {
        GridLine line = arc.line();
        for (int i = 0; i + 1 < line.size(); i++) {
          if (Segment.of(line.point(i), line.point(i + 1)).equals(s)) {
            itself++;
          } else if (meets(s, line, i)) {
            throw meeting(s, of);
          }
        }
      }
      if (itself > 1) {
        throw meeting(s, of);
      }
    }
  }

  /** A vertex is of one arc, or the end of all that have it. */
  private void standsAlone(GridPoint p, PlanArc of) {
    for (String unit : of.sides()) {
      int inner = 0;
      int ends = 0;
      for (PlanArc arc : after.arcsOf(unit)) {
        GridLine line = arc.line();
        ends += arc.endsAt(p) ? 1 : 0;
        for (int i = 1; i + 1 < line.size(); i++) {
          inner += line.x(i) == p.x() && line.y(i) == p.y() ? 1 : 0;
        }
      }
      if (inner > 1 || inner == 1 && ends > 0) {
        throw meeting(Segment.of(p, p), of);
      }
    }
  }

  private static boolean meets(Segment s, GridLine line, int i) {
    return Segments.meet(
        s.from().x(),
        s.from().y(),
        s.to().x(),
        s.to().y(),
        line.x(i),
        line.y(i),
        line.x(i + 1),
        line.y(i + 1));
  }

  private static Refusal meeting(Segment s, PlanArc of) {
    return new Refusal(
        FindingCode.BORDERS_MEET,
        of.id(),
        Optional.of(s.from()),
        new Words("界线会与另一段界线交叉或相碰", "the border would cross or touch another"),
        REDRAW);
  }

  private void isSound(String unit) {
    FaceRings rings = FaceRings.of(after, unit);
    problem(rings)
        .ifPresent(
            at -> {
              throw new Refusal(
                  FindingCode.UNIT_BROKEN,
                  unit,
                  Optional.of(at),
                  new Words(
                      "单元 " + unit + " 会翻转、断开或越过其内部的另一单元",
                      "unit " + unit + " would turn over, fall apart or jump over one inside it"),
                  REDRAW);
            });
  }

  /** Where the rings of a unit do not make one piece of ground; empty when they do. */
  static Optional<GridPoint> problem(FaceRings rings) {
    if (rings.knot().isPresent()) {
      return rings.knot();
    }
    if (rings.rings().isEmpty() || !rings.hasOneShell()) {
      return Optional.of(
          rings.rings().stream()
              .findFirst()
              .map(ring -> ring.line().first())
              .orElse(new GridPoint(0, 0)));
    }
    List<GridLine> holes = new ArrayList<>();
    for (FaceRings.Ring hole : rings.holes()) {
      if (isBeyond(hole.line(), rings.shell().line(), -1)) {
        return Optional.of(hole.line().first());
      }
      for (GridLine other : holes) {
        if (isBeyond(hole.line(), other, 1) || isBeyond(other, hole.line(), 1)) {
          return Optional.of(hole.line().first());
        }
      }
      holes.add(hole.line());
    }
    return Optional.empty();
  }

  /** Whether the first vertex of a ring that is not on another lies on the given side of that. */
  private static boolean isBeyond(GridLine ring, GridLine other, int side) {
    for (int i = 0; i + 1 < ring.size(); i++) {
      int at = FaceRings.side(other, ring.x(i), ring.y(i));
      if (at != 0) {
        return at == side;
      }
    }
    return false;
  }
}
