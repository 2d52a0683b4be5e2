package onegrid.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** Units become one; the borders between them go. */
final class UnitJoin {
  private UnitJoin() {}

  static void join(EditDraft draft, PlanEdit.JoinUnits wish) {
    Set<String> ids = new HashSet<>(wish.units());
    if (ids.size() < 2) {
      return;
    }
    PlanUnit first = draft.unit(wish.units().get(0));
    Set<String> reached = new HashSet<>(Set.of(first.id()));
    List<Optional<String>> sources = new ArrayList<>(first.sources());
    for (String id : wish.units()) {
      PlanUnit unit = draft.unit(id);
      if (!unit.areaCode().equals(first.areaCode()) || !unit.cell().equals(first.cell())) {
        throw apart(
            draft,
            unit,
            "单元 " + id + " 与 " + first.id() + " 不属同一网格",
            "units " + id + " and " + first.id() + " are not of one cell");
      }
      for (int i = 0; i < sources.size(); i++) {
        if (!sources.get(i).equals(unit.sources().get(i))) {
          sources.set(i, Optional.empty());
        }
      }
    }
    for (int before = 0; before < reached.size(); ) {
      before = reached.size();
      for (String id : new ArrayList<>(reached)) {
        for (PlanArc arc : draft.face(id)) {
          if (ids.contains(arc.beyond(id))) {
            reached.add(arc.beyond(id));
          }
        }
      }
    }
    for (String id : wish.units()) {
      if (!reached.contains(id)) {
        throw apart(
            draft,
            draft.unit(id),
            "单元 " + id + " 与其余单元没有共同的界线",
            "unit " + id + " shares no border with the others");
      }
    }
    for (String id : ids) {
      for (PlanArc arc : draft.face(id)) {
        relabel(draft, arc, ids, first.id());
      }
      if (!id.equals(first.id())) {
        draft.remove(draft.unit(id));
      }
    }
    draft.put(new PlanUnit(first.id(), first.areaCode(), first.cell(), sources));
    draft.write(PlanKey.Kind.UNIT, first.id());
  }

  private static void relabel(EditDraft draft, PlanArc arc, Set<String> ids, String into) {
    boolean left = ids.contains(arc.left());
    boolean right = ids.contains(arc.right());
    if (left && right) {
      draft.remove(arc);
    } else {
      draft.put(arc.withSides(left ? into : arc.left(), right ? into : arc.right()));
    }
  }

  private static Refusal apart(EditDraft draft, PlanUnit unit, String zh, String en) {
    return new Refusal(
        FindingCode.UNITS_APART,
        unit.id(),
        draft.plan().arcsOf(unit.id()).stream().findFirst().map(arc -> arc.line().first()),
        new Words(zh, en),
        new Words("请先划转到同一网格，或只选相邻的单元", "transfer them to one cell, or choose neighbours only"));
  }
}
