package onegrid.plan;

import java.util.List;

/**
 * One small change of a plan, as somebody wishes it. Vertices are named by their place, which is
 * unique in an arc, so a wish means the same whatever was done elsewhere meanwhile.
 */
public sealed interface PlanEdit {

  /**
   * Applies it.
   *
   * <p>Cost: the units around what changes, and the units of the cells that gain or lose.
   */
  EditOutcome applyTo(Plan plan, PlanPolicy policy);

  /** 划转: units change to a cell of their community. */
  record Transfer(List<String> units, String cell) implements PlanEdit {
    public Transfer {
      units = List.copyOf(units);
    }

    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> CellEdits.transfer(draft, this));
    }
  }

  /** 新设网格: units become a cell of their own, with a code that was never used in the plan. */
  record OpenCell(String cell, String name, PlanCell.Kind kind, List<String> units)
      implements PlanEdit {
    public OpenCell {
      units = List.copyOf(units);
    }

    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> CellEdits.open(draft, this));
    }
  }

  /** 合并网格: all units of a cell go to another, and its code is retired. */
  record JoinCells(String into, String from) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> CellEdits.join(draft, this));
    }
  }

  /** 更名: a cell is called otherwise. */
  record Rename(String cell, String name) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> draft.put(draft.cell(cell).named(name)));
    }
  }

  /** 锁定, 解锁: a cell keeps its name, units and borders; or is free again. */
  record LockCell(String cell, boolean locked) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> draft.put(draft.cell(cell).withLock(locked)));
    }
  }

  /** 锁定, 解锁: a border keeps its line; or is free again. */
  record LockArc(String arc, boolean locked) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> draft.put(draft.arc(arc).withLock(locked)));
    }
  }

  /** 移动折点: a vertex goes elsewhere; at an end of the arc, all arcs of that junction follow. */
  record MoveVertex(String arc, GridPoint at, GridPoint to) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> VertexEdits.move(draft, this));
    }
  }

  /** 增加折点: a vertex more, between {@code after} and the next. */
  record InsertVertex(String arc, GridPoint after, GridPoint at) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> VertexEdits.insert(draft, this));
    }
  }

  /** 删除折点: a vertex less, not at an end. */
  record DeleteVertex(String arc, GridPoint at) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> VertexEdits.delete(draft, this));
    }
  }

  /**
   * 拆分单元: a unit is cut in two by a line from its outer border to its outer border. Its id gets
   * {@code .1} for the part on the left of the line, {@code .2} for the other.
   *
   * <p>The line ends in vertices of the border, or within the grid cell of it: the border then has
   * a vertex more there. A border that may not move takes only what lies exactly on it.
   */
  record SplitUnit(String unit, List<GridPoint> line) implements PlanEdit {
    public SplitUnit {
      line = List.copyOf(line);
    }

    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> new UnitSplit(draft, this).split());
    }
  }

  /** 合并单元: units that lie side by side in one cell become one, which keeps the first id. */
  record JoinUnits(List<String> units) implements PlanEdit {
    public JoinUnits {
      units = List.copyOf(units);
    }

    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> UnitJoin.join(draft, this));
    }
  }

  /** 解除小区整体保护: from now on borders may cut it. Taking it back needs it whole. */
  record FreeCompound(String compound) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> draft.remove(draft.compound(compound)));
    }
  }

  /**
   * 撤销: what an edit changed becomes what it was, unless it was changed again since. All rules hold
   * for it too. Taken back itself, it is done again.
   *
   * @param done what the edit did
   */
  record Undo(PlanDiff done) implements PlanEdit {
    @Override
    public EditOutcome applyTo(Plan plan, PlanPolicy policy) {
      return EditDraft.run(plan, policy, draft -> UndoEdit.undo(draft, done));
    }
  }
}
