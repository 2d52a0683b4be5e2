package onegrid.store;

import java.util.List;

/** What came of adding to a plan's log. */
public sealed interface PlanAppend {

  /** The operations are kept; the log now ends at {@code lastSeq}. */
  record Kept(long lastSeq) implements PlanAppend {}

  /** Others came first: nothing was kept, and this is what the writer had not seen. */
  record Behind(long lastSeq, List<PlanLine> unseen) implements PlanAppend {
    public Behind {
      unseen = List.copyOf(unseen);
    }
  }

  /** The plan is no longer a draft: nothing was kept. */
  record Closed(PlanState state) implements PlanAppend {}

  /** There is no such plan. */
  record Missing() implements PlanAppend {}
}
