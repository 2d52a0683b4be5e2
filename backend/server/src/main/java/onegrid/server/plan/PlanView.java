package onegrid.server.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import onegrid.store.Plan;
import onegrid.store.PlanState;
import onegrid.store.PlanStep;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it goes over the wire, without its ground.
 *
 * @param lastSeq its newest operation, 0 for none
 * @param mine whether the asker may change it while it is a draft
 * @param editors whom the owner lets work on it, by name; empty for all but those who work on it
 * @param publishedMosaicId the version that was made of it, null before
 * @param steps what was decided about it, oldest first
 */
record PlanView(
    long id,
    long workspaceId,
    long mosaicId,
    String name,
    PlanState state,
    long lastSeq,
    long version,
    String digest,
    String createdBy,
    OffsetDateTime createdAt,
    boolean mine,
    List<String> editors,
    @Nullable Long publishedMosaicId,
    List<Step> steps) {

  record Step(OffsetDateTime at, String who, PlanState state, String note) {}

  static PlanView of(Plan plan, boolean mine, List<String> editors, List<PlanStep> steps) {
    return new PlanView(
        plan.id(),
        plan.workspaceId(),
        plan.mosaicId(),
        plan.name(),
        plan.state(),
        plan.lastSeq(),
        plan.version(),
        plan.digest(),
        plan.createdBy(),
        time(plan.createdAt()),
        mine,
        editors,
        plan.publishedMosaicId().orElse(null),
        steps.stream()
            .map(step -> new Step(time(step.at()), step.who(), step.state(), step.note()))
            .toList());
  }

  private static OffsetDateTime time(Instant at) {
    return at.atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }
}
