package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.plan.BorderChanges.Move;
import onegrid.plan.BorderChanges.Segment;
import onegrid.plan.PlanKey.Kind;

/** What may be done: the rules that every edit is held to, looking at its diff alone. */
final class EditRules {
  private final EditDraft draft;
  private final PlanPolicy policy;
  private final Plan before;

  EditRules(EditDraft draft, PlanPolicy policy) {
    this.draft = draft;
    this.policy = policy;
    this.before = draft.plan();
  }

  /** Throws a {@link Refusal} where a rule is broken; moves buildings with the borders. */
  void ask() {
    PlanDiff diff = draft.diff();
    BorderChanges borders = BorderChanges.of(diff);
    Plan after = before.with(diff);
    Set<String> around = borders.units(after);
    readAround(around, after);
    bordersMayMove(borders);
    lockedCellsStay(diff, borders);
    junctionsStayApart(diff, after);
    FaceCheck.check(after, around, borders);
    nothingIsCut(diff, borders);
    moveBuildings(diff, borders, after);
    cellsAreSound(diff, after);
  }

  private void readAround(Set<String> around, Plan after) {
    for (String unit : around) {
      draft.face(unit);
      draft.write(Kind.UNIT, unit);
      after.arcsOf(unit).forEach(arc -> draft.read(Kind.ARC, arc.id()));
    }
  }

  private static void bordersMayMove(BorderChanges borders) {
    for (Move move : borders.moved()) {
      PlanArc arc = move.arc();
      if (arc.hold() == PlanArc.Hold.AREA) {
        throw refusal(
            FindingCode.BORDER_HELD,
            move,
            "这是社区或辖区的界线,不能移动或取消",
            "this is a border of a community or of the whole area: it stays",
            "界线有误时,请先更正社区图层再合并",
            "when it is wrong, mend the area layer and merge again");
      }
      if (arc.hold() == PlanArc.Hold.PROTECTED) {
        throw refusal(
            FindingCode.BORDER_HELD,
            move,
            "这条界线受保护(河流、道路等),不能移动或取消",
            "this border is protected (a river, a road): it stays",
            "请在别处调整",
            "change another border instead");
      }
      if (arc.locked()) {
        throw refusal(
            FindingCode.BORDER_LOCKED,
            move,
            "这条界线已锁定",
            "this border is locked",
            "如需调整,请先解锁",
            "unlock it first");
      }
    }
  }

  private void lockedCellsStay(PlanDiff diff, BorderChanges borders) {
    for (Move move : borders.moved()) {
      for (String side : move.arc().sides()) {
        before.unit(side).ifPresent(unit -> unlocked(unit.cell(), move.segment().from()));
      }
    }
    for (PlanDiff.Change change : diff.changes()) {
      if (change.key().kind() == Kind.UNIT) {
        change.before().ifPresent(unit -> unlocked(((PlanUnit) unit).cell(), place(unit.id())));
        change.after().ifPresent(unit -> unlocked(((PlanUnit) unit).cell(), place(change)));
      }
      if (change.key().kind() == Kind.CELL) {
        boolean stillLocked =
            change.before().filter(cell -> ((PlanCell) cell).locked()).isPresent()
                && change.after().filter(cell -> !((PlanCell) cell).locked()).isEmpty();
        if (stillLocked) {
          unlocked(change.key().id(), placeOfCell(change.key().id()));
        }
      }
    }
  }

  private void unlocked(String cell, GridPoint at) {
    draft.read(Kind.LOCK, cell);
    if (before.cell(cell).map(PlanCell::locked).orElse(false)) {
      throw new Refusal(
          FindingCode.CELL_LOCKED,
          cell,
          Optional.of(at),
          new Words("网格 " + cell + " 已锁定", "cell " + cell + " is locked"),
          new Words("如需调整,请先解锁", "unlock it first"));
    }
  }

  private GridPoint place(PlanDiff.Change change) {
    return change.before().isPresent() ? place(change.key().id()) : new GridPoint(0, 0);
  }

  /** A point of the unit's border, to be shown on a map. */
  private GridPoint place(String unit) {
    return before.arcsOf(unit).stream()
        .findFirst()
        .map(arc -> arc.line().first())
        .orElse(new GridPoint(0, 0));
  }

  private GridPoint placeOfCell(String cell) {
    return before.unitsOf(cell).stream()
        .findFirst()
        .map(unit -> place(unit.id()))
        .orElse(new GridPoint(0, 0));
  }

  /** No end of an arc may come to where other arcs already ended. */
  private void junctionsStayApart(PlanDiff diff, Plan after) {
    for (PlanDiff.Change change : diff.changes()) {
      if (change.key().kind() == Kind.ARC
          && change.before().isPresent()
          && change.after().isPresent()) {
        PlanArc was = (PlanArc) change.before().get();
        PlanArc is = (PlanArc) change.after().get();
        for (GridPoint end : List.of(is.line().first(), is.line().last())) {
          boolean taken =
              after.arcsAt(end).stream()
                  .anyMatch(
                      arc -> before.arc(arc.id()).filter(other -> other.endsAt(end)).isPresent());
          if (!was.endsAt(end) && taken) {
            throw new Refusal(
                FindingCode.BORDERS_MEET,
                is.id(),
                Optional.of(end),
                new Words("这里已有另一处界线交汇点", "other borders meet there already"),
                new Words("请错开至少 1 厘米", "keep at least 1 cm away from it"));
          }
        }
      }
    }
  }

  private void nothingIsCut(PlanDiff diff, BorderChanges borders) {
    for (String unit : diff.reshapedUnits()) {
      for (PlanBuilding building : before.buildingsOf(unit)) {
        for (Segment s : borders.made().keySet()) {
          if (BuildingCut.cuts(building, s.from().x(), s.from().y(), s.to().x(), s.to().y())) {
            throw new Refusal(
                FindingCode.BUILDING_CUT,
                building.id(),
                Optional.of(building.inside()),
                new Words(
                    "界线会切开楼栋 " + building.id(), "the border would cut building " + building.id()),
                new Words("请从楼栋一侧绕过", "lead it around the building"));
          }
        }
      }
    }
  }

  /** Buildings follow the ground they stand on. */
  private void moveBuildings(PlanDiff diff, BorderChanges borders, Plan after) {
    List<String> candidates = new ArrayList<>(diff.reshapedUnits());
    candidates.removeIf(unit -> after.unit(unit).isEmpty());
    List<FaceRings> rings = new ArrayList<>();
    candidates.forEach(unit -> rings.add(FaceRings.of(after, unit)));
    for (String unit : diff.reshapedUnits()) {
      boolean stays = after.unit(unit).isPresent();
      for (PlanBuilding building : before.buildingsOf(unit)) {
        PlanBuilding now = after.building(building.id()).orElse(building);
        if (stays && !borders.boxHolds(now.inside())) {
          continue;
        }
        int own = candidates.indexOf(now.unit());
        if (own >= 0 && rings.get(own).covers(now.inside().x(), now.inside().y())) {
          continue;
        }
        for (int i = 0; i < candidates.size(); i++) {
          if (rings.get(i).covers(now.inside().x(), now.inside().y())) {
            draft.put(now.in(candidates.get(i)));
            break;
          }
        }
      }
    }
  }

  private void cellsAreSound(PlanDiff diff, Plan after) {
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
      draft.write(Kind.MEMBERS, cell);
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
                        Optional.of(place(unit.id())),
                        new Words(
                            "网格 " + unit.cell() + " 不存在或已停用",
                            "cell " + unit.cell() + " is not there or retired"),
                        new Words("请另选网格", "choose another cell")));
    if (!cell.areaCode().equals(unit.areaCode())) {
      throw new Refusal(
          FindingCode.ACROSS_AREAS,
          unit.id(),
          Optional.of(place(unit.id())),
          new Words(
              "单元 "
                  + unit.id()
                  + " 在社区 "
                  + unit.areaCode()
                  + ",网格 "
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
          new Words("网格不跨社区,请选同一社区的网格", "a cell stays in one community; choose one of the same"));
    }
  }

  private void holdsWhatItShould(String id, Plan after) {
    boolean used = after.cell(id).filter(cell -> !cell.retired()).isPresent();
    List<PlanUnit> units = after.unitsOf(id);
    if (used && units.isEmpty()) {
      draft.read(Kind.MEMBERS, id);
      throw new Refusal(
          FindingCode.CELL_EMPTIED,
          id,
          Optional.of(placeOfCell(id)),
          new Words("网格 " + id + " 会一个单元也不剩", "cell " + id + " would be left without a unit"),
          new Words("如要取消它,请用“合并网格”", "to end it, join it to another cell"));
    }
    if (!used && !units.isEmpty()) {
      draft.read(Kind.MEMBERS, id);
      throw new Refusal(
          FindingCode.CHANGED_SINCE,
          id,
          Optional.of(place(units.get(0).id())),
          new Words("网格 " + id + " 后来又划入了单元", "cell " + id + " was given units since"),
          new Words("请先把它们划走", "transfer them first"));
    }
  }

  private void isInOnePart(String id, Plan after) {
    List<List<PlanUnit>> parts = CellParts.of(after, id);
    if (parts.size() <= Math.max(1, CellParts.of(before, id).size())) {
      return;
    }
    GridPoint at = after.arcsOf(parts.get(parts.size() - 1).get(0).id()).get(0).line().first();
    Words words =
        new Words(
            "网格 " + id + " 会分成 " + parts.size() + " 块(飞地)",
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
            new Words("已执行;如非有意,请撤销", "done; take it back unless it was meant")));
  }

  private static Refusal refusal(
      FindingCode code, Move move, String zh, String en, String actionZh, String actionEn) {
    return new Refusal(
        code,
        move.arc().id(),
        Optional.of(move.segment().from()),
        new Words(zh, en),
        new Words(actionZh, actionEn));
  }
}
