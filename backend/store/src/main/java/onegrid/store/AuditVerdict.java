package onegrid.store;

import java.util.Optional;

/**
 * Whether the log is as it was written.
 *
 * @param lines how many lines were read
 * @param firstBroken the first line that was changed, or follows one that is missing; empty when
 *     the chain is whole
 */
public record AuditVerdict(long lines, Optional<Long> firstBroken) {

  public boolean isWhole() {
    return firstBroken.isEmpty();
  }
}
