package onegrid.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rings of a unit, walked along its arcs with the unit on the left: one shell that turns left,
 * holes that turn right. Rings that touch in a junction are apart, as polygons have them.
 */
final class FaceRings {
  private final List<Ring> rings;
  private final Optional<GridPoint> knot;

  private FaceRings(List<Ring> rings, Optional<GridPoint> knot) {
    this.rings = rings;
    this.knot = knot;
  }

  /**
   * One ring, closed.
   *
   * @param doubledArea twice its area in square cells, negative for a hole
   */
  record Ring(GridLine line, long doubledArea) {}

  /** A stretch of border in the direction that has the unit on its left. */
  private record Directed(GridLine line) {
    long outX() {
      return (long) line.x(1) - line.x(0);
    }

    long outY() {
      return (long) line.y(1) - line.y(0);
    }

    /** From its end back. */
    long backX() {
      return (long) line.x(line.size() - 2) - line.x(line.size() - 1);
    }

    long backY() {
      return (long) line.y(line.size() - 2) - line.y(line.size() - 1);
    }
  }

  /** The rings of a unit; no order but a fixed one. */
  static FaceRings of(Plan plan, String unit) {
    List<Directed> all = new ArrayList<>();
    Map<GridPoint, List<Directed>> from = new HashMap<>();
    for (PlanArc arc : plan.arcsOf(unit)) {
      Directed walked = new Directed(arc.left().equals(unit) ? arc.line() : arc.line().reversed());
      all.add(walked);
      from.computeIfAbsent(walked.line.first(), p -> new ArrayList<>()).add(walked);
    }
    List<Ring> rings = new ArrayList<>();
    while (!all.isEmpty()) {
      GridPoint at = all.get(0).line.first();
      Optional<Ring> ring = ring(all, from);
      if (ring.isEmpty()) {
        return new FaceRings(rings, Optional.of(at));
      }
      rings.add(ring.get());
    }
    return new FaceRings(rings, Optional.empty());
  }

  /** The next ring, empty when its borders do not follow one another. */
  private static Optional<Ring> ring(List<Directed> all, Map<GridPoint, List<Directed>> from) {
    Directed start = all.get(0);
    List<GridPoint> points = new ArrayList<>();
    points.add(start.line.first());
    Directed at = start;
    while (true) {
      for (int i = 1; i < at.line.size(); i++) {
        points.add(at.line.point(i));
      }
      all.remove(at);
      Optional<Directed> next = next(at, from.getOrDefault(at.line.last(), List.of()));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (next.get() == start) {
        GridLine line = GridLine.of(points);
        return Optional.of(new Ring(line, line.crossSum()));
      }
      if (!all.contains(next.get())) {
        return Optional.empty();
      }
      at = next.get();
    }
  }

  /** Of several ways on, the first to the left of the way back: rings that touch stay apart. */
  private static Optional<Directed> next(Directed in, List<Directed> out) {
    @Nullable Directed best = null;
    for (Directed way : out) {
      if (best == null
          || Segments.compareTurn(
                  in.backX(), in.backY(), way.outX(), way.outY(), best.outX(), best.outY())
              < 0) {
        best = way;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Where the borders do not follow one another, as after a junction was turned inside out. */
  Optional<GridPoint> knot() {
    return knot;
  }

  List<Ring> rings() {
    return rings;
  }

  /** The shell, when there is exactly one and every other ring is a hole. */
  boolean hasOneShell() {
    return rings.stream().filter(ring -> ring.doubledArea > 0).count() == 1
        && rings.stream().noneMatch(ring -> ring.doubledArea == 0);
  }

  Ring shell() {
    return rings.stream()
        .filter(ring -> ring.doubledArea > 0)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a unit without a shell"));
  }

  List<Ring> holes() {
    return rings.stream().filter(ring -> ring.doubledArea < 0).toList();
  }

  /** Whether a point lies inside or on the border. */
  boolean covers(int x, int y) {
    boolean inside = false;
    for (Ring ring : rings) {
      int side = side(ring.line, x, y);
      if (side == 0) {
        return true;
      }
      inside ^= side > 0;
    }
    return inside;
  }

  /** 1 when a point lies inside a closed line, -1 when outside, 0 when on it. */
  static int side(GridLine ring, int x, int y) {
    boolean inside = false;
    for (int i = 0; i + 1 < ring.size(); i++) {
      int ax = ring.x(i);
      int ay = ring.y(i);
      int bx = ring.x(i + 1);
      int by = ring.y(i + 1);
      if (Segments.on(ax, ay, bx, by, x, y)) {
        return 0;
      }
      if ((ay > y) != (by > y)) {
        long turn = Segments.turn(ax, ay, bx, by, x, y);
        inside ^= (by > ay) == (turn > 0);
      }
    }
    return inside ? 1 : -1;
  }
}
