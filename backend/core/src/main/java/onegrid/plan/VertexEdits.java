package onegrid.plan;

import java.util.List;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** Vertices of arcs. */
final class VertexEdits {
  private VertexEdits() {}

  static void move(EditDraft draft, PlanEdit.MoveVertex wish) {
    PlanArc arc = draft.arc(wish.arc());
    index(arc, wish.at());
    if (wish.at().equals(wish.to())) {
      return;
    }
    List<PlanArc> moving = arc.endsAt(wish.at()) ? draft.plan().arcsAt(wish.at()) : List.of(arc);
    for (PlanArc each : moving) {
      isNew(draft, each, wish.to());
      GridLine line = draft.arc(each.id()).line();
      for (int i = 0; i < line.size(); i++) {
        if (line.point(i).equals(wish.at())) {
          line = line.with(i, wish.to());
        }
      }
      draft.put(each.withLine(line));
    }
  }

  static void insert(EditDraft draft, PlanEdit.InsertVertex wish) {
    PlanArc arc = draft.arc(wish.arc());
    int after = index(arc, wish.after());
    if (after == arc.line().size() - 1) {
      throw new Refusal(
          FindingCode.VERTEX_UNKNOWN,
          arc.id(),
          Optional.of(wish.after()),
          new Words("界线在这一点结束，后面不能再加折点", "the border ends here; no vertex can follow"),
          new Words("请从前一个折点起加", "insert after the vertex before it"));
    }
    isNew(draft, arc, wish.at());
    draft.put(arc.withLine(arc.line().inserted(after + 1, wish.at())));
  }

  static void delete(EditDraft draft, PlanEdit.DeleteVertex wish) {
    PlanArc arc = draft.arc(wish.arc());
    int at = index(arc, wish.at());
    if (arc.endsAt(wish.at())) {
      throw new Refusal(
          FindingCode.VERTEX_UNKNOWN,
          arc.id(),
          Optional.of(wish.at()),
          new Words("这是界线的端点，几条界线在此相接，不能删除", "borders meet here; this vertex stays"),
          new Words("可以移动它，或合并两侧单元", "move it, or join the units beside it"));
    }
    draft.put(arc.withLine(arc.line().without(at)));
  }

  private static int index(PlanArc arc, GridPoint at) {
    int index = arc.line().indexOf(at);
    if (index < 0) {
      throw new Refusal(
          FindingCode.VERTEX_UNKNOWN,
          arc.id(),
          Optional.of(at),
          new Words("界线 " + arc.id() + " 在这里没有折点", "border " + arc.id() + " has no vertex here"),
          new Words("可能已被他人移动，请刷新", "others may have moved it; reload"));
    }
    return index;
  }

  /** Two vertices in one place would be a junction that nobody wished for. */
  static void isNew(EditDraft draft, PlanArc arc, GridPoint to) {
    for (String unit : arc.sides()) {
      for (PlanArc around : draft.plan().arcsOf(unit)) {
        if (around.line().indexOf(to) >= 0) {
          throw new Refusal(
              FindingCode.BORDERS_MEET,
              around.id(),
              Optional.of(to),
              new Words("这里已有另一个折点", "another vertex is there already"),
              new Words("请错开至少 1 厘米", "keep at least 1 cm away from it"));
        }
      }
    }
  }
}
