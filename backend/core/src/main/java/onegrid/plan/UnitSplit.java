package onegrid.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** Cuts a unit in two. */
final class UnitSplit {
  private final EditDraft draft;
  private final PlanUnit unit;
  private final GridLine line;

  /** The arcs around the unit with the vertices that the ends of the line gave them. */
  private final Map<String, PlanArc> border = new TreeMap<>();

  /** Where arcs are cut: places of vertices. */
  private final Map<String, TreeSet<Integer>> cuts = new TreeMap<>();

  UnitSplit(EditDraft draft, PlanEdit.SplitUnit wish) {
    this.draft = draft;
    this.unit = draft.unit(wish.unit());
    Set<GridPoint> once = new HashSet<>(wish.line());
    if (wish.line().size() < 2 || once.size() < wish.line().size()) {
      throw wrong(
          wish.line().stream().findFirst(),
          "切割线至少要有两个不同的点，且不能经过同一点两次",
          "the line needs two different points and passes none twice");
    }
    this.line = GridLine.of(wish.line());
  }

  void split() {
    for (PlanArc arc : draft.face(unit.id())) {
      border.put(arc.id(), arc);
    }
    for (int i = 1; i + 1 < line.size(); i++) {
      GridPoint p = line.point(i);
      if (border.values().stream().anyMatch(arc -> arc.line().indexOf(p) >= 0)) {
        throw wrong(Optional.of(p), "切割线中途碰到了界线", "the line touches the border on its way");
      }
    }
    anchor(line.first());
    anchor(line.last());
    GridLine shell = shell();
    int from = shell.indexOf(line.first());
    int to = shell.indexOf(line.last());
    if (from < 0 || to < 0) {
      throw wrong(
          Optional.of(from < 0 ? line.first() : line.last()),
          "切割线要从单元的外界线到外界线，不能止于内洞",
          "the line runs from outer border to outer border, not to a hole");
    }
    GridLine left = ring(shell, to, from, line);
    GridLine right = ring(shell, from, to, line.reversed());
    PlanUnit one = unit.named(unit.id() + ".1");
    PlanUnit two = unit.named(unit.id() + ".2");
    Set<Step> leftSteps = steps(left);
    Set<Step> rightSteps = steps(right);
    for (PlanArc arc : stretches()) {
      String part = isIn(arc, leftSteps, rightSteps, left) ? one.id() : two.id();
      draft.put(
          arc.withSides(
              arc.left().equals(unit.id()) ? part : arc.left(),
              arc.right().equals(unit.id()) ? part : arc.right()));
    }
    draft.put(new PlanArc(unit.id() + "|", line, one.id(), two.id(), PlanArc.Hold.FREE, 0, false));
    draft.remove(unit);
    draft.put(one);
    draft.put(two);
  }

  /** Finds or makes the vertex of the border where the line ends. */
  private void anchor(GridPoint p) {
    for (PlanArc arc : border.values()) {
      if (arc.endsAt(p)) {
        return;
      }
    }
    for (PlanArc arc : border.values()) {
      int at = arc.line().indexOf(p);
      if (at >= 0) {
        cut(arc.id(), at);
        return;
      }
    }
    for (PlanArc arc : List.copyOf(border.values())) {
      GridLine l = arc.line();
      for (int i = 0; i + 1 < l.size(); i++) {
        if (Segments.passesCell(l.x(i), l.y(i), l.x(i + 1), l.y(i + 1), p.x(), p.y())) {
          if (BorderChanges.isStiff(arc)
              && !Segments.on(l.x(i), l.y(i), l.x(i + 1), l.y(i + 1), p.x(), p.y())) {
            throw wrong(
                Optional.of(p),
                "这条界线不能移动，切割线须止于它的折点",
                "this border may not move: the line must end in one of its vertices");
          }
          VertexEdits.isNew(draft, arc, p);
          border.put(arc.id(), arc.withLine(l.inserted(i + 1, p)));
          TreeSet<Integer> shifted = new TreeSet<>();
          int inserted = i + 1;
          cuts.getOrDefault(arc.id(), new TreeSet<>())
              .forEach(at -> shifted.add(at >= inserted ? at + 1 : at));
          cuts.put(arc.id(), shifted);
          cut(arc.id(), inserted);
          return;
        }
      }
    }
    throw wrong(Optional.of(p), "切割线没有止于单元的界线", "the line does not end on the border");
  }

  private void cut(String arc, int at) {
    cuts.computeIfAbsent(arc, id -> new TreeSet<>()).add(at);
  }

  /** The outer border, from vertex to vertex, cut or not. */
  private GridLine shell() {
    List<PlanPart> parts = new ArrayList<>(border.values());
    FaceRings rings = FaceRings.of(Plan.of(draft.plan().epsgCode(), parts), unit.id());
    if (!rings.hasOneShell()) {
      // A unit of a few centimetres that the vertex of an end, rounded to the grid, turned over.
      throw wrong(
          Optional.of(line.first()), "单元太窄，不能在这里切开", "the unit is too narrow to be cut here");
    }
    return rings.shell().line();
  }

  /** Along a closed shell from one of its vertices to another, then back along the line. */
  private static GridLine ring(GridLine shell, int from, int to, GridLine back) {
    List<GridPoint> points = new ArrayList<>();
    int n = shell.size() - 1;
    for (int i = from; i != to; i = (i + 1) % n) {
      points.add(shell.point(i));
    }
    for (int i = 0; i < back.size(); i++) {
      points.add(back.point(i));
    }
    return GridLine.of(points);
  }

  private List<PlanArc> stretches() {
    List<PlanArc> all = new ArrayList<>();
    for (PlanArc arc : border.values()) {
      TreeSet<Integer> at = cuts.getOrDefault(arc.id(), new TreeSet<>());
      if (at.isEmpty()) {
        all.add(arc);
        continue;
      }
      draft.remove(draft.arc(arc.id()));
      at.add(arc.line().size() - 1);
      int from = 0;
      int number = 0;
      for (int to : at) {
        all.add(arc.stretch(arc.id() + "." + ++number, arc.line().part(from, to)));
        from = to;
      }
    }
    return all;
  }

  private boolean isIn(PlanArc arc, Set<Step> leftSteps, Set<Step> rightSteps, GridLine left) {
    GridLine walked = arc.left().equals(unit.id()) ? arc.line() : arc.line().reversed();
    Step step = new Step(walked.point(0), walked.point(1));
    if (leftSteps.contains(step) || rightSteps.contains(step)) {
      return leftSteps.contains(step);
    }
    // A hole, or an arc of one: on whichever side it lies.
    for (int i = 0; i < walked.size(); i++) {
      int side = FaceRings.side(left, walked.x(i), walked.y(i));
      if (side != 0) {
        return side > 0;
      }
    }
    return false;
  }

  /** A step of a ring in its direction. */
  private record Step(GridPoint from, GridPoint to) {}

  private static Set<Step> steps(GridLine ring) {
    Set<Step> steps = new HashSet<>();
    for (int i = 0; i + 1 < ring.size(); i++) {
      steps.add(new Step(ring.point(i), ring.point(i + 1)));
    }
    return steps;
  }

  private Refusal wrong(Optional<GridPoint> at, String zh, String en) {
    return new Refusal(
        FindingCode.SPLIT_LINE_WRONG,
        unit.id(),
        at,
        new Words(zh, en),
        new Words("请重新画线", "draw the line again"));
  }
}
