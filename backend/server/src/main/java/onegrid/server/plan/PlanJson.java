package onegrid.server.plan;

import java.util.Set;
import java.util.TreeSet;
import onegrid.plan.EditOutcome;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanKey;
import onegrid.plan.Touched;
import onegrid.store.PlanOperation;
import onegrid.store.PlanTouch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Operations as the log keeps them, and back. */
@Component
class PlanJson {
  private final JsonMapper json;

  PlanJson(JsonMapper json) {
    this.json = json;
  }

  /** An operation that was done. */
  PlanOperation operation(OperationWish wish, EditOutcome.Applied applied) {
    String note = wish.note();
    return new PlanOperation(
        wish.verb(),
        applied.diff().ids(),
        json.writeValueAsString(wish),
        json.writeValueAsString(PartView.before(applied.diff())),
        json.writeValueAsString(PartView.after(applied.diff())),
        applied.touched().reads().stream().map(PlanKey::text).toList(),
        applied.touched().writes().stream().map(PlanKey::text).toList(),
        applied.plan().digest(),
        note == null ? "" : note);
  }

  OperationWish wish(PlanOperation operation) {
    return json.readValue(operation.edit(), OperationWish.class);
  }

  PlanDiff diff(PlanOperation operation) {
    return PartView.diff(
        json.readValue(operation.before(), PartView[].class),
        json.readValue(operation.after(), PartView[].class));
  }

  static Touched touched(PlanTouch line) {
    return new Touched(keys(line.reads()), keys(line.writes()));
  }

  private static Set<PlanKey> keys(Iterable<String> texts) {
    Set<PlanKey> keys = new TreeSet<>();
    texts.forEach(text -> keys.add(PlanKey.parse(text)));
    return keys;
  }
}
