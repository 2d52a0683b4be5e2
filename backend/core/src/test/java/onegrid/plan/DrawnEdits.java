package onegrid.plan;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import onegrid.finding.Finding;

/** Edits of drawn plans, in metres, and what comes of them. */
final class DrawnEdits {
  private DrawnEdits() {}

  static PlanEdit transfer(String cell, String unit) {
    return new PlanEdit.Transfer(List.of(unit), cell);
  }

  /** A vertex between the one at a place and the next one up or to the right of it. */
  static PlanEdit insert(
      Plan plan, String one, String two, double x, double y, double toX, double toY) {
    List<PlanArc> arcs = new ArrayList<>();
    for (PlanArc arc : plan.arcs()) {
      int i = arc.line().indexOf(at(x, y));
      if (arc.touches(one) && arc.beyond(one).equals(two) && i >= 0) {
        arcs.add(arc);
      }
    }
    PlanArc arc = arcs.get(0);
    int i = arc.line().indexOf(at(x, y));
    GridPoint after = i + 1 < arc.line().size() ? at(x, y) : arc.line().point(i - 1);
    return new PlanEdit.InsertVertex(arc.id(), after, at(toX, toY));
  }

  static PlanEdit move(
      Plan plan, String one, String two, double x, double y, double toX, double toY) {
    return new PlanEdit.MoveVertex(between(plan, one, two), at(x, y), at(toX, toY));
  }

  static String between(Plan plan, String one, String two) {
    return plan.arcsOf(one).stream()
        .filter(arc -> arc.beyond(one).equals(two))
        .findFirst()
        .orElseThrow()
        .id();
  }

  static GridPoint at(double x, double y) {
    return new GridPoint((int) Math.round(x * 100), (int) Math.round(y * 100));
  }

  static EditOutcome.Applied applied(Plan plan, PlanEdit edit) {
    EditOutcome outcome = edit.applyTo(plan, PlanPolicy.USUAL);
    return assertInstanceOf(EditOutcome.Applied.class, outcome, outcome.toString());
  }

  static Plan done(Plan plan, PlanEdit edit) {
    return applied(plan, edit).plan();
  }

  static Plan doneOr(Plan plan, PlanEdit edit) {
    return edit.applyTo(plan, PlanPolicy.USUAL) instanceof EditOutcome.Applied applied
        ? applied.plan()
        : plan;
  }

  static Finding refused(Plan plan, PlanEdit edit) {
    EditOutcome outcome = edit.applyTo(plan, PlanPolicy.USUAL);
    return assertInstanceOf(EditOutcome.Refused.class, outcome, outcome.toString())
        .findings()
        .get(0);
  }
}
