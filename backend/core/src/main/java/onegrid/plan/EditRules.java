package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    bordersMayMove(borders);
    lockedCellsStay(diff, borders);
    junctionsStayApart(diff, after);
    FaceCheck.check(after, around, borders);
    nothingIsCut(diff, borders);
    keepWholeAgain(diff, after);
    moveBuildings(diff, borders, after);
    new CellRules(draft, policy).ask(diff, after);
  }

  private static void bordersMayMove(BorderChanges borders) {
    for (Move move : borders.moved()) {
      PlanArc arc = move.arc();
      if (arc.hold() == PlanArc.Hold.AREA) {
        throw held(
            borders,
            move,
            "这是社区或辖区的界线，不能移动或取消",
            "this is a border of a community or of the whole area: it stays",
            "界线有误时，请先更正社区图层再合并",
            "when it is wrong, mend the area layer and merge again");
      }
      if (arc.hold() == PlanArc.Hold.PROTECTED) {
        throw held(
            borders,
            move,
            "这条界线受保护（河流、道路等），不能移动或取消",
            "this border is protected (a river, a road): it stays",
            "请在别处调整",
            "change another border instead");
      }
      if (arc.locked()) {
        throw new Refusal(
            FindingCode.BORDER_LOCKED,
            arc.id(),
            Optional.of(move.segment().from()),
            new Words("这条界线已锁定", "this border is locked"),
            new Words("如需调整，请先解锁", "unlock it first"));
      }
    }
  }

  private void lockedCellsStay(PlanDiff diff, BorderChanges borders) {
    for (Move move : borders.moved()) {
      for (String side : move.arc().sides()) {
        before
            .unit(side)
            .ifPresent(unit -> unlocked(unit.cell(), Optional.of(move.segment().from())));
      }
    }
    for (PlanDiff.Change change : diff.changes()) {
      if (change.key().kind() == Kind.UNIT) {
        change
            .before()
            .ifPresent(unit -> unlocked(((PlanUnit) unit).cell(), place(before, unit.id())));
        change
            .after()
            .ifPresent(
                unit -> unlocked(((PlanUnit) unit).cell(), place(before, change.key().id())));
      }
      if (change.key().kind() == Kind.CELL) {
        draft.read(Kind.LOCK, change.key().id());
        boolean stillLocked =
            change.before().filter(cell -> ((PlanCell) cell).locked()).isPresent()
                && change.after().filter(cell -> !((PlanCell) cell).locked()).isEmpty();
        if (stillLocked) {
          unlocked(change.key().id(), placeOfCell(before, change.key().id()));
        }
      }
    }
  }

  private void unlocked(String cell, Optional<GridPoint> at) {
    draft.read(Kind.LOCK, cell);
    if (before.cell(cell).map(PlanCell::locked).orElse(false)) {
      throw new Refusal(
          FindingCode.CELL_LOCKED,
          cell,
          at,
          new Words("网格 " + cell + " 已锁定", "cell " + cell + " is locked"),
          new Words("如需调整，请先解锁", "unlock it first"));
    }
  }

  /** A point of the unit's border, to be shown on a map. */
  static Optional<GridPoint> place(Plan plan, String unit) {
    return plan.arcsOf(unit).stream().findFirst().map(arc -> arc.line().first());
  }

  /** A point of the border of a cell. */
  static Optional<GridPoint> placeOfCell(Plan plan, String cell) {
    return plan.unitsOf(cell).stream().findFirst().flatMap(unit -> place(plan, unit.id()));
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
      for (WholeShape whole : before.wholesOf(unit)) {
        for (Segment s : borders.made().keySet()) {
          if (BuildingCut.cuts(whole, s.from().x(), s.from().y(), s.to().x(), s.to().y())) {
            throw cut(whole);
          }
        }
      }
    }
  }

  /** A compound that is kept whole again comes to where its ground is by now. */
  private void keepWholeAgain(PlanDiff diff, Plan after) {
    for (PlanDiff.Change change : diff.changes()) {
      if (change.before().isEmpty()
          && change.after().orElseThrow() instanceof PlanCompound compound) {
        String home =
            after.unit(compound.unit()).isPresent()
                    && FaceRings.of(after, compound.unit())
                        .covers(compound.inside().x(), compound.inside().y())
                ? compound.unit()
                : Homes.of(after).unitAt(compound.inside()).orElseThrow(() -> cut(compound));
        if (!isWhole(compound, after.arcsOf(home))) {
          throw cut(compound);
        }
        draft.put(compound.in(home));
      }
    }
  }

  /** Whether no border around its unit cuts it. */
  static boolean isWhole(WholeShape whole, List<PlanArc> around) {
    for (PlanArc arc : around) {
      GridLine line = arc.line();
      for (int i = 0; i + 1 < line.size(); i++) {
        if (BuildingCut.cuts(whole, line.x(i), line.y(i), line.x(i + 1), line.y(i + 1))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Refusal cut(WholeShape whole) {
    boolean building = whole instanceof PlanBuilding;
    return new Refusal(
        building ? FindingCode.BUILDING_CUT : FindingCode.COMPOUND_CUT,
        whole.id(),
        Optional.of(whole.inside()),
        building
            ? new Words("界线会切开楼栋 " + whole.id(), "the border would cut building " + whole.id())
            : new Words("界线会切开小区 " + whole.id(), "the border would cut compound " + whole.id()),
        building
            ? new Words("请从楼栋一侧绕过", "lead it around the building")
            : new Words(
                "请沿小区边界划线；确需切分，请先解除整体保护", "lead it around; or say first that it may be cut"));
  }

  /** Buildings and compounds follow the ground they stand on. */
  private void moveBuildings(PlanDiff diff, BorderChanges borders, Plan after) {
    List<String> candidates = new ArrayList<>(diff.reshapedUnits());
    candidates.removeIf(unit -> after.unit(unit).isEmpty());
    List<FaceRings> rings = new ArrayList<>();
    candidates.forEach(unit -> rings.add(FaceRings.of(after, unit)));
    for (String unit : diff.reshapedUnits()) {
      boolean stays = after.unit(unit).isPresent();
      for (WholeShape whole : before.wholesOf(unit)) {
        Optional<PlanPart> kept = after.part(whole.key());
        if (kept.isEmpty()) {
          continue;
        }
        WholeShape now = (WholeShape) kept.get();
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

  /** Shows where a border that may not move would lie. */
  private static Refusal held(
      BorderChanges borders, Move move, String zh, String en, String actionZh, String actionEn) {
    List<GridLine> crossing = new ArrayList<>();
    borders
        .made()
        .forEach(
            (segment, arc) -> {
              if (arc.hold() == move.arc().hold()) {
                crossing.add(GridLine.of(List.of(segment.from(), segment.to())));
              }
            });
    return new Refusal(
        FindingCode.BORDER_HELD,
        move.arc().id(),
        Optional.of(move.segment().from()),
        new Words(zh, en),
        new Words(actionZh, actionEn),
        crossing);
  }
}
