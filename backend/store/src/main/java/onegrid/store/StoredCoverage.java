package onegrid.store;

import java.time.Instant;

/**
 * A kept answer, without its rows.
 *
 * @param pockets how many groups of buildings it leaves uncovered
 */
public record StoredCoverage(
    long id,
    long workspaceId,
    Instant createdAt,
    String createdBy,
    String scenarioJson,
    String networkVersion,
    String placesVersion,
    CoverageDraft.Totals totals,
    int pockets,
    double wallSeconds) {}
