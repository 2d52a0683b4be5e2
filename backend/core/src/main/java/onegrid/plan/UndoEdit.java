package onegrid.plan;

import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** Takes back what an edit did. */
final class UndoEdit {
  private UndoEdit() {}

  static void undo(EditDraft draft, PlanDiff done) {
    PlanDiff back = done.inverse();
    for (PlanDiff.Change change : back.changes()) {
      readAll(draft, change.key());
      Optional<PlanPart> now = draft.plan().part(change.key());
      if (!now.equals(change.before())) {
        throw new Refusal(
            FindingCode.CHANGED_SINCE,
            change.key().id(),
            place(now.or(change::before).orElseThrow(), draft.plan()),
            new Words(
                "“" + change.key().id() + "”在那之后又被改过",
                "\"" + change.key().id() + "\" was changed again since"),
            new Words("请先撤销后来的操作", "take the later operation back first"));
      }
    }
    for (PlanDiff.Change change : back.changes()) {
      change.before().filter(part -> change.after().isEmpty()).ifPresent(draft::remove);
      change.after().ifPresent(draft::put);
    }
  }

  /** It is held against the part as a whole. */
  private static void readAll(EditDraft draft, PlanKey key) {
    draft.read(key.kind(), key.id());
    if (key.kind() == PlanKey.Kind.CELL) {
      draft.read(PlanKey.Kind.NAME, key.id());
      draft.read(PlanKey.Kind.LOCK, key.id());
    }
  }

  private static Optional<GridPoint> place(PlanPart part, Plan plan) {
    if (part instanceof PlanArc arc) {
      return Optional.of(arc.line().first());
    }
    if (part instanceof WholeShape whole) {
      return Optional.of(whole.inside());
    }
    String unit =
        part instanceof PlanUnit
            ? part.id()
            : plan.unitsOf(part.id()).stream().map(PlanUnit::id).findFirst().orElse("");
    return plan.arcsOf(unit).stream().findFirst().map(arc -> arc.line().first());
  }
}
