package onegrid.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an edit means: the parts that its wish speaks of, and what it changes.
 *
 * <p>Not what the rules look at besides. Whether borders meet, a building is cut or a cell is left
 * empty is found out by applying the edit, to whatever the plan is by then.
 *
 * @param reads sorted
 * @param writes sorted; among {@code reads} too, unless others may write the same beside it, as who
 *     puts one unit into a cell and who puts another
 */
public record Touched(Set<PlanKey> reads, Set<PlanKey> writes) {

  public Touched {
    reads = Collections.unmodifiableSet(new TreeSet<>(reads));
    writes = Collections.unmodifiableSet(new TreeSet<>(writes));
  }

  /**
   * Where the two meet: what one writes and the other reads. Two edits that meet nowhere, and can
   * both be done, can be done in both orders or in none, and give the same plan.
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
