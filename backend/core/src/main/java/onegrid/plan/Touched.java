package onegrid.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The neighbourhood of an edit: what its outcome depends on and what it changes.
 *
 * @param reads sorted; what it writes is among it
 * @param writes sorted
 */
public record Touched(Set<PlanKey> reads, Set<PlanKey> writes) {

  public Touched {
    TreeSet<PlanKey> all = new TreeSet<>(reads);
    all.addAll(writes);
    reads = Collections.unmodifiableSet(all);
    writes = Collections.unmodifiableSet(new TreeSet<>(writes));
  }

  /**
   * Where the two meet: what one writes and the other reads or writes. Edits that meet nowhere give
   * the same plan in either order.
   */
  public Set<PlanKey> meeting(Touched other) {
    Set<PlanKey> common = new TreeSet<>();
    common(writes, other.reads, common);
    common(other.writes, reads, common);
    return common;
  }

  public boolean isIndependentOf(Touched other) {
    return meeting(other).isEmpty();
  }

  private static void common(Collection<PlanKey> some, Set<PlanKey> others, Set<PlanKey> common) {
    for (PlanKey key : some) {
      if (others.contains(key)) {
        common.add(key);
      }
    }
  }
}
