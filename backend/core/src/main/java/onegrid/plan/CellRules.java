package onegrid.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.plan.PlanKey.Kind;

/** The rules about which units a cell may hold. */
final class CellRules {
  private final EditDraft draft;
  private final PlanPolicy policy;
  private final Plan before;

  CellRules(EditDraft draft, PlanPolicy policy) {
    this.draft = draft;
    this.policy = policy;
    this.before = draft.plan();
  }

  /** Throws a {@link Refusal} where a rule is broken; tells of exclaves. */
  void ask(PlanDiff diff, Plan after) {
    Set<String> cells = new TreeSet<>();
    Set<String> given = new TreeSet<>();
    for (PlanDiff.Change change : diff.changes()) {
      if (change.key().kind() == Kind.CELL) {
        cells.add(change.key().id());
      } else if (change.key().kind() == Kind.UNIT) {
        Optional<String> was = change.before().map(unit -> ((PlanUnit) unit).cell());
        Optional<String> is = change.after().map(unit -> ((PlanUnit) unit).cell());
        was.ifPresent(cells::add);
        is.ifPresent(cells::add);
        if (!was.equals(is)) {
          was.ifPresent(given::add);
          is.ifPresent(given::add);
        }
        change.after().ifPresent(unit -> isInItsCommunity((PlanUnit) unit, after));
      }
    }
    for (String cell : cells) {
      holdsWhatItShould(cell, after);
    }
    for (String cell : given) {
      draft.writeBeside(Kind.MEMBERS, cell);
      isInOnePart(cell, after);
    }
  }

  private void isInItsCommunity(PlanUnit unit, Plan after) {
    draft.read(Kind.CELL, unit.cell());
    PlanCell cell =
        after
            .cell(unit.cell())
            .filter(c -> !c.retired())
            .orElseThrow(
                () ->
                    new Refusal(
                        FindingCode.PLAN_PART_UNKNOWN,
                        unit.cell(),
                        EditRules.place(before, unit.id()),
                        new Words(
                            "网格 " + unit.cell() + " 不存在或已停用",
                            "cell " + unit.cell() + " is not there or retired"),
                        new Words("请另选网格", "choose another cell")));
    if (!cell.areaCode().equals(unit.areaCode())) {
      throw new Refusal(
          FindingCode.ACROSS_AREAS,
          unit.id(),
          EditRules.place(before, unit.id()),
          new Words(
              "单元 "
                  + unit.id()
                  + " 在社区 "
                  + unit.areaCode()
                  + "，网格 "
                  + cell.id()
                  + " 在社区 "
                  + cell.areaCode(),
              "unit "
                  + unit.id()
                  + " lies in community "
                  + unit.areaCode()
                  + ", cell "
                  + cell.id()
                  + " in "
                  + cell.areaCode()),
          new Words("网格不跨社区，请选同一社区的网格", "a cell stays in one community; choose one of the same"));
    }
  }

  private void holdsWhatItShould(String id, Plan after) {
    boolean used = after.cell(id).filter(cell -> !cell.retired()).isPresent();
    List<PlanUnit> units = after.unitsOf(id);
    if (used && units.isEmpty()) {
      throw new Refusal(
          FindingCode.CELL_EMPTIED,
          id,
          EditRules.placeOfCell(before, id),
          new Words("网格 " + id + " 会一个单元也不剩", "cell " + id + " would be left without a unit"),
          new Words("如要取消它，请用“合并网格”", "to end it, join it to another cell"));
    }
    if (!used && !units.isEmpty()) {
      throw new Refusal(
          FindingCode.CHANGED_SINCE,
          id,
          EditRules.place(before, units.get(0).id()),
          new Words("网格 " + id + " 后来又划入了单元", "cell " + id + " was given units since"),
          new Words("请先把它们划走", "transfer them first"));
    }
  }

  private void isInOnePart(String id, Plan after) {
    if (policy.exclavesRefused()) {
      // Whether a unit may go then hangs on all the others.
      draft.read(Kind.MEMBERS, id);
    }
    List<List<PlanUnit>> parts = CellParts.of(after, id);
    if (parts.size() <= Math.max(1, CellParts.of(before, id).size())) {
      return;
    }
    GridPoint at = after.arcsOf(parts.get(parts.size() - 1).get(0).id()).get(0).line().first();
    Words words =
        new Words(
            "网格 " + id + " 会分成 " + parts.size() + " 块（飞地）",
            "cell " + id + " would lie in " + parts.size() + " parts");
    if (policy.exclavesRefused()) {
      throw new Refusal(
          FindingCode.CELL_IN_PARTS,
          id,
          Optional.of(at),
          words,
          new Words("请改划相邻的单元", "transfer a unit next to it instead"));
    }
    draft.find(
        new Finding(
            FindingCode.CELL_IN_PARTS,
            "",
            id,
            0,
            Optional.of(at.spot()),
            words,
            new Words("已执行；如非有意，请撤销", "done; take it back unless it was meant")));
  }
}
