package onegrid.store;

import java.time.Instant;
import java.util.Optional;
import onegrid.finding.Words;

/**
 * A piece of work that outlives the process that does it.
 *
 * @param order what to do, as the caller wrote it: a JSON object
 * @param orderedBy the account that asked for it
 * @param progress 0 to 1
 * @param phase what is being done, {@link Words#NONE} before it begins
 * @param cancelAsked whether someone asked to stop it
 * @param attempts how often a worker took it up
 * @param layerId what an import made
 * @param mosaicId what a merge made
 * @param coverageId what a coverage run made
 * @param problem why it failed, as the caller wrote it: a JSON object
 */
public record Job(
    long id,
    long workspaceId,
    JobKind kind,
    JobState state,
    String order,
    String orderedBy,
    double progress,
    Words phase,
    boolean cancelAsked,
    int attempts,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<Long> layerId,
    Optional<Long> mosaicId,
    Optional<Long> coverageId,
    Optional<String> problem) {}
