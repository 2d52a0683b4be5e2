package onegrid.plan;

import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.plan.PlanKey.Kind;

/** Units change their cell. */
final class CellEdits {
  private CellEdits() {}

  static void transfer(EditDraft draft, PlanEdit.Transfer wish) {
    PlanCell cell = draft.cell(wish.cell());
    for (String unit : wish.units()) {
      draft.put(draft.unit(unit).in(cell.id()));
    }
  }

  static void open(EditDraft draft, PlanEdit.OpenCell wish) {
    draft.read(Kind.CELL, wish.cell());
    if (draft.plan().cell(wish.cell()).isPresent()) {
      throw new Refusal(
          FindingCode.CODE_TAKEN,
          wish.cell(),
          Optional.empty(),
          new Words("编码 " + wish.cell() + " 已经用过", "the code " + wish.cell() + " was used before"),
          new Words("编码不重复使用，请换一个", "a code is never used again; choose another"));
    }
    if (wish.units().isEmpty()) {
      throw new Refusal(
          FindingCode.CELL_EMPTIED,
          wish.cell(),
          Optional.empty(),
          new Words("新网格没有单元", "the new cell has no units"),
          new Words("请先选中要划入的单元", "choose its units first"));
    }
    String areaCode = draft.unit(wish.units().get(0)).areaCode();
    draft.put(new PlanCell(wish.cell(), wish.name(), wish.kind(), areaCode, false, false));
    for (String unit : wish.units()) {
      draft.put(draft.unit(unit).in(wish.cell()));
    }
  }

  static void join(EditDraft draft, PlanEdit.JoinCells wish) {
    PlanCell into = draft.cell(wish.into());
    PlanCell from = draft.cell(wish.from());
    if (into.equals(from)) {
      return;
    }
    draft.read(Kind.MEMBERS, from.id());
    for (PlanUnit unit : draft.plan().unitsOf(from.id())) {
      draft.put(draft.unit(unit.id()).in(into.id()));
    }
    draft.put(from.retire());
  }
}
