package onegrid.store;

import java.time.Instant;

/**
 * One line of a plan's log.
 *
 * @param seq 1, 2, 3 … without a gap
 */
public record PlanLine(long seq, String who, Instant at, PlanOperation operation) {}
