package onegrid.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A merge that is kept, in numbers.
 *
 * @param units how many basic units
 * @param conflicts how many places of disagreement
 * @param findings how many other findings
 * @param bounds the box around its units, empty when it has none
 * @param wallSeconds how long the merge took
 */
public record StoredMosaic(
    long id,
    long workspaceId,
    Instant createdAt,
    int units,
    int conflicts,
    int findings,
    double areaSquareMetres,
    int buildings,
    int households,
    int people,
    Optional<Bounds> bounds,
    double wallSeconds) {}
