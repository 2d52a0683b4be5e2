package onegrid.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which segments of borders are gone and which are new, whatever the arcs they belong to are called
 * now.
 *
 * <p>A vertex put into or taken out of a straight stretch changes segments, but moves nothing:
 * {@link #moved} leaves that out.
 */
final class BorderChanges {
  private final Map<Segment, PlanArc> gone = new TreeMap<>();
  private final Map<Segment, PlanArc> made = new TreeMap<>();
  private final List<Move> moved = new ArrayList<>();
  private final List<Move> doubled = new ArrayList<>();

  /** A segment from its lower to its upper end. */
  record Segment(GridPoint from, GridPoint to) implements Comparable<Segment> {
    static Segment of(GridPoint a, GridPoint b) {
      return a.compareTo(b) <= 0 ? new Segment(a, b) : new Segment(b, a);
    }

    GridPoint beyond(GridPoint end) {
      return from.equals(end) ? to : from;
    }

    @Override
    public int compareTo(Segment other) {
      int byFrom = from.compareTo(other.from);
      return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }
  }

  /** A stretch of border that is no longer where it was, or now is where none was. */
  record Move(Segment segment, PlanArc arc) {}

  private BorderChanges() {}

  static BorderChanges of(PlanDiff diff) {
    BorderChanges changes = new BorderChanges();
    for (PlanDiff.Change change : diff.changes()) {
      if (change.key().kind() == PlanKey.Kind.ARC) {
        change.before().ifPresent(arc -> add((PlanArc) arc, changes.gone));
        change.after().ifPresent(arc -> changes.doubled.addAll(add((PlanArc) arc, changes.made)));
      }
    }
    for (Segment both : new TreeSet<>(changes.gone.keySet())) {
      if (changes.made.remove(both) != null) {
        changes.gone.remove(both);
      }
    }
    Map<Segment, PlanArc> before = straightened(changes.gone);
    Map<Segment, PlanArc> after = straightened(changes.made);
    Set<Segment> still = new TreeSet<>(before.keySet());
    still.retainAll(after.keySet());
    before.keySet().removeAll(still);
    after.keySet().removeAll(still);
    before.forEach((segment, arc) -> changes.moved.add(new Move(segment, arc)));
    after.forEach((segment, arc) -> changes.moved.add(new Move(segment, arc)));
    return changes;
  }

  /** Gives the segments that were there already. */
  private static List<Move> add(PlanArc arc, Map<Segment, PlanArc> into) {
    List<Move> twice = new ArrayList<>();
    GridLine line = arc.line();
    for (int i = 0; i + 1 < line.size(); i++) {
      Segment segment = Segment.of(line.point(i), line.point(i + 1));
      if (into.put(segment, arc) != null) {
        twice.add(new Move(segment, arc));
      }
    }
    return twice;
  }

  /** With what runs straight on made one. */
  private static Map<Segment, PlanArc> straightened(Map<Segment, PlanArc> segments) {
    Map<Segment, PlanArc> straight = new TreeMap<>(segments);
    Map<GridPoint, List<Segment>> at = new HashMap<>();
    for (Segment segment : segments.keySet()) {
      at.computeIfAbsent(segment.from, p -> new ArrayList<>()).add(segment);
      at.computeIfAbsent(segment.to, p -> new ArrayList<>()).add(segment);
    }
    for (GridPoint p : new TreeSet<>(at.keySet())) {
      List<Segment> here = at.getOrDefault(p, List.of());
      for (int i = 0; i < here.size(); i++) {
        for (int j = i + 1; j < here.size(); j++) {
          Segment one = here.get(i);
          Segment two = here.get(j);
          PlanArc arc = straight.get(one);
          if (arc != null && runsOn(one, two, p, straight)) {
            Segment whole = Segment.of(one.beyond(p), two.beyond(p));
            straight.remove(one);
            straight.remove(two);
            straight.put(whole, arc);
            replace(at, one.beyond(p), one, whole);
            replace(at, two.beyond(p), two, whole);
          }
        }
      }
    }
    return straight;
  }

  private static boolean runsOn(
      Segment one, Segment two, GridPoint p, Map<Segment, PlanArc> segments) {
    GridPoint a = one.beyond(p);
    GridPoint b = two.beyond(p);
    PlanArc first = segments.get(one);
    PlanArc second = segments.get(two);
    return first != null
        && second != null
        && isStiff(first) == isStiff(second)
        && !a.equals(b)
        && Segments.on(a.x(), a.y(), b.x(), b.y(), p.x(), p.y());
  }

  private static void replace(
      Map<GridPoint, List<Segment>> at, GridPoint end, Segment old, Segment whole) {
    List<Segment> here = at.getOrDefault(end, List.of());
    here.replaceAll(segment -> segment.equals(old) ? whole : segment);
  }

  /** Whether nothing may move it. */
  static boolean isStiff(PlanArc arc) {
    return arc.hold() != PlanArc.Hold.FREE || arc.locked();
  }

  /** The segments that are new, each with its arc after. */
  Map<Segment, PlanArc> made() {
    return made;
  }

  /** Segments that two changed arcs have, or one has twice. */
  List<Move> doubled() {
    return doubled;
  }

  List<Move> moved() {
    return moved;
  }

  /** The units on the sides of all segments that are new or gone, as they are called now. */
  Set<String> units(Plan after) {
    Set<String> units = new TreeSet<>();
    made.values().forEach(arc -> units.addAll(arc.sides()));
    gone.values().forEach(arc -> units.addAll(arc.sides()));
    units.removeIf(unit -> after.unit(unit).isEmpty());
    return units;
  }

  /** Whether a point lies in the box around everything that is new or gone. */
  boolean boxHolds(GridPoint p) {
    int west = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int south = Integer.MAX_VALUE;
    int north = Integer.MIN_VALUE;
    for (Map<Segment, PlanArc> some : List.of(gone, made)) {
      for (Segment s : some.keySet()) {
        west = Math.min(west, s.from.x());
        east = Math.max(east, s.to.x());
        south = Math.min(south, Math.min(s.from.y(), s.to.y()));
        north = Math.max(north, Math.max(s.from.y(), s.to.y()));
      }
    }
    return p.x() >= west && p.x() <= east && p.y() >= south && p.y() <= north;
  }
}
