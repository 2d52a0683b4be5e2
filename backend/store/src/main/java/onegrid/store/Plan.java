package onegrid.store;

import java.time.Instant;

/**
 * A draft that branches from a mosaic and is told as a log of small operations.
 *
 * @param mosaicId what it branches from
 * @param lastSeq the number of its newest operation, 0 for none
 */
public record Plan(
    long id,
    long mosaicId,
    String name,
    PlanState state,
    long lastSeq,
    String createdBy,
    Instant createdAt) {}
