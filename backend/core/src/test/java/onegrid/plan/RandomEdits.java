package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Wishes as people have them, sensible and not. */
public final class RandomEdits {
  private final Random random;

  public RandomEdits(Random random) {
    this.random = random;
  }

  /** One wish about a plan; {@code done} are the diffs of edits that may be taken back. */
  public PlanEdit next(Plan plan, List<PlanDiff> done) {
    return switch (random.nextInt(15)) {
      case 0, 1, 2, 3 -> move(plan);
      case 4 -> insert(plan);
      case 5 -> delete(plan);
      case 6, 7 -> split(plan);
      case 8 -> join(plan);
      case 9, 10 -> transfer(plan);
      case 11 -> cells(plan);
      case 12 -> lock(plan);
      case 13 -> free(plan);
      default ->
          done.isEmpty() ? move(plan) : new PlanEdit.Undo(done.get(random.nextInt(done.size())));
    };
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private GridPoint near(GridPoint p, int cells) {
    return new GridPoint(
        p.x() + random.nextInt(2 * cells + 1) - cells,
        p.y() + random.nextInt(2 * cells + 1) - cells);
  }

  PlanEdit move(Plan plan) {
    PlanArc arc = one(plan.arcs());
    GridPoint at = arc.line().point(random.nextInt(arc.line().size()));
    // Mostly a few metres; sometimes far across everything, sometimes a hair's breadth.
    int[] reach = {900, 900, 900, 6000, 2};
    return new PlanEdit.MoveVertex(arc.id(), at, near(at, reach[random.nextInt(reach.length)]));
  }

  private PlanEdit insert(Plan plan) {
    PlanArc arc = one(plan.arcs());
    int i = random.nextInt(arc.line().size() - 1);
    GridPoint a = arc.line().point(i);
    GridPoint b = arc.line().point(i + 1);
    GridPoint middle = new GridPoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    return new PlanEdit.InsertVertex(
        arc.id(), a, random.nextBoolean() ? near(middle, 600) : middle);
  }

  /** Something about a unit: far moves of its borders, another cell. */
  PlanEdit boldly(Plan plan, String unit) {
    List<PlanArc> free =
        plan.arcsOf(unit).stream().filter(a -> a.hold() == PlanArc.Hold.FREE).toList();
    PlanArc arc = one(free.isEmpty() ? plan.arcsOf(unit) : free);
    int i = random.nextInt(arc.line().size());
    GridPoint at = arc.line().point(i);
    String other = plan.unit(arc.beyond(unit)).map(PlanUnit::cell).orElse("");
    return switch (random.nextInt(6)) {
      case 0 -> new PlanEdit.MoveVertex(arc.id(), at, near(at, 7000));
      case 1 -> new PlanEdit.Transfer(List.of(unit), other);
      default ->
          new PlanEdit.InsertVertex(
              arc.id(), arc.line().point(Math.max(0, i - 1)), near(middle(plan, unit), 3000));
    };
  }

  private static GridPoint middle(Plan plan, String unit) {
    long x = 0;
    long y = 0;
    List<PlanArc> arcs = plan.arcsOf(unit);
    for (PlanArc arc : arcs) {
      x += arc.line().first().x() + arc.line().last().x();
      y += arc.line().first().y() + arc.line().last().y();
    }
    return new GridPoint((int) (x / (2L * arcs.size())), (int) (y / (2L * arcs.size())));
  }

  private PlanEdit delete(Plan plan) {
    PlanArc arc = one(plan.arcs());
    return new PlanEdit.DeleteVertex(arc.id(), arc.line().point(random.nextInt(arc.line().size())));
  }

  private PlanEdit split(Plan plan) {
    PlanUnit unit = one(plan.units());
    List<PlanArc> arcs = plan.arcsOf(unit.id());
    List<GridPoint> line = new ArrayList<>(List.of(onBorder(one(arcs))));
    for (int i = random.nextInt(3); i > 0; i--) {
      line.add(near(line.get(0), 4000));
    }
    line.add(onBorder(one(arcs)));
    return new PlanEdit.SplitUnit(unit.id(), line);
  }

  private GridPoint onBorder(PlanArc arc) {
    int i = random.nextInt(arc.line().size() - 1);
    GridPoint a = arc.line().point(i);
    GridPoint b = arc.line().point(i + 1);
    double t = random.nextInt(3) == 0 ? 0 : random.nextDouble();
    return new GridPoint(
        (int) Math.round(a.x() + t * (b.x() - a.x())),
        (int) Math.round(a.y() + t * (b.y() - a.y())));
  }

  private PlanEdit join(Plan plan) {
    PlanUnit unit = one(plan.units());
    PlanArc arc = one(plan.arcsOf(unit.id()));
    String other = arc.beyond(unit.id());
    return new PlanEdit.JoinUnits(
        List.of(unit.id(), other.isEmpty() ? one(plan.units()).id() : other));
  }

  PlanEdit transfer(Plan plan) {
    PlanUnit unit = one(plan.units());
    PlanArc arc = one(plan.arcsOf(unit.id()));
    String cell =
        plan.unit(arc.beyond(unit.id())).map(PlanUnit::cell).orElse(one(plan.cells()).id());
    return new PlanEdit.Transfer(List.of(unit.id()), cell);
  }

  private PlanEdit cells(Plan plan) {
    PlanCell cell = one(plan.cells());
    return switch (random.nextInt(3)) {
      case 0 -> new PlanEdit.Rename(cell.id(), "网格" + random.nextInt(1000));
      case 1 -> new PlanEdit.JoinCells(cell.id(), one(plan.cells()).id());
      default ->
          new PlanEdit.OpenCell(
              "N" + random.nextInt(50),
              "新格",
              PlanCell.Kind.EXCLUSIVE,
              List.of(one(plan.units()).id()));
    };
  }

  private PlanEdit free(Plan plan) {
    // Seldom, or soon none would be left; sometimes one that is none.
    return plan.compounds().isEmpty() || random.nextInt(3) > 0
        ? random.nextInt(4) > 0 ? move(plan) : new PlanEdit.FreeCompound("没有")
        : new PlanEdit.FreeCompound(one(plan.compounds()).id());
  }

  private PlanEdit lock(Plan plan) {
    // Twice as often open as shut, or soon nothing could be changed.
    boolean locked = random.nextInt(3) == 0;
    return random.nextBoolean()
        ? new PlanEdit.LockCell(one(plan.cells()).id(), locked)
        : new PlanEdit.LockArc(one(plan.arcs()).id(), locked);
  }
}
