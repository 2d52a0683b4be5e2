package onegrid.server.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import onegrid.store.PlanLine;

/**
 * A line of a plan's log as it goes over the wire.
 *
 * @param ids the parts it changed, each with a letter for its kind before it
 * @param edit the wish, as JSON
 * @param before those parts before it, as JSON
 * @param after those parts after it, as JSON
 * @param digest of the plan after it
 */
record OperationView(
    long seq,
    String who,
    OffsetDateTime at,
    String verb,
    List<String> ids,
    @JsonRawValue String edit,
    @JsonRawValue String before,
    @JsonRawValue String after,
    String digest,
    String note) {

  static OperationView of(PlanLine line) {
    return new OperationView(
        line.seq(),
        line.who(),
        line.at().atZone(ZoneId.systemDefault()).toOffsetDateTime(),
        line.operation().verb(),
        line.operation().ids(),
        line.operation().edit(),
        line.operation().before(),
        line.operation().after(),
        line.operation().digest(),
        line.operation().note());
  }
}
