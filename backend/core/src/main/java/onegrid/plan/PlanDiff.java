package onegrid.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is different between a plan and the one after it: each part that changed, before and after.
 *
 * @param changes sorted by kind and id
 */
public record PlanDiff(List<Change> changes) {

  public PlanDiff {
    changes = changes.stream().sorted(Comparator.comparing(Change::key)).toList();
  }

  /**
   * One part before and after; it was made when it has no before, taken away when it has no after.
   */
  public record Change(Optional<PlanPart> before, Optional<PlanPart> after) {
    public Change {
      if (before.isEmpty() && after.isEmpty()) {
        throw new IllegalArgumentException("a change of nothing");
      }
    }

    public PlanKey key() {
      return before.or(() -> after).orElseThrow().key();
    }

    Change inverse() {
      return new Change(after, before);
    }
  }

  /** The way back. */
  public PlanDiff inverse() {
    return new PlanDiff(changes.stream().map(Change::inverse).toList());
  }

  /** The keys of all parts it changes, as text, for people's lists. */
  public List<String> ids() {
    return changes.stream().map(change -> change.key().text()).toList();
  }

  /** The units whose shape it changes: those on a side of an arc that is different. */
  Set<String> reshapedUnits() {
    Set<String> units = new TreeSet<>();
    for (Change change : changes) {
      if (change.key().kind() == PlanKey.Kind.ARC && changesShape(change)) {
        change.before().ifPresent(arc -> units.addAll(((PlanArc) arc).sides()));
        change.after().ifPresent(arc -> units.addAll(((PlanArc) arc).sides()));
      }
    }
    return units;
  }

  private static boolean changesShape(Change change) {
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return true;
    }
    PlanArc before = (PlanArc) change.before().get();
    PlanArc after = (PlanArc) change.after().get();
    return !before.withLock(after.locked()).equals(after);
  }
}
