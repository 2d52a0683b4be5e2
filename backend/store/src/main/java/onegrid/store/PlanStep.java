package onegrid.store;

import java.time.Instant;

/**
 * One decision about a plan.
 *
 * @param state what the plan became by it
 * @param note why, may be empty
 */
public record PlanStep(Instant at, String who, PlanState state, String note) {}
