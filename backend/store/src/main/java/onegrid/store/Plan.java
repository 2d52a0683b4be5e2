package onegrid.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A draft that branches from a mosaic and is told as a log of small operations.
 *
 * @param mosaicId what it branches from
 * @param workspaceId the ground of that
 * @param lastSeq the number of its newest operation, 0 for none
 * @param version grows with every change but those of the log, for {@code If-Match}
 * @param digest of the plan after its newest operation
 * @param ownerId the account whose draft it is; empty when that is gone
 * @param createdBy what the owner was called when the draft was made
 * @param editors accounts that the owner lets work on it
 * @param publishedMosaicId what was made of it, once it is in force
 */
public record Plan(
    long id,
    long mosaicId,
    long workspaceId,
    String name,
    PlanState state,
    long lastSeq,
    long version,
    String digest,
    Optional<Long> ownerId,
    String createdBy,
    Set<Long> editors,
    Optional<Long> publishedMosaicId,
    Instant createdAt) {

  public Plan {
    editors = Set.copyOf(editors);
  }

  /** Whether an account may change the draft. */
  public boolean isWorkedOnBy(long accountId) {
    return ownerId.filter(owner -> owner == accountId).isPresent() || editors.contains(accountId);
  }
}
