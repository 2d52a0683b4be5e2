package onegrid.server.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import onegrid.server.problem.Problem;
import onegrid.store.JobKind;
import onegrid.store.JobState;
import org.jspecify.annotations.Nullable;

/** A job as it goes over the wire. */
record JobView(
    long id,
    JobKind kind,
    JobState state,
    double progress,
    String phase,
    String phaseEn,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt,
    long workspaceId,
    String orderedBy,
    @Nullable JobResult result,
    @Nullable Problem problem) {

  @JsonIgnore
  boolean isOver() {
    return state.isFinal();
  }
}
