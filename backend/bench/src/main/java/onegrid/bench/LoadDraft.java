package onegrid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A planner's draft that several people with the planner's account edit, one at a time. */
final class LoadDraft {
  private final String at;
  private final List<String> cells = new ArrayList<>();
  private long seen;
  private int edits;

  private LoadDraft(String at) {
    this.at = at;
  }

  static LoadDraft on(Visitor planner, long mosaic) {
    Map<String, String> wish = Map.of("name", "压力", "layer", "综治");
    long plan =
        planner.post("/api/mosaics/" + mosaic + "/plans", wish).json(201).path("id").asLong();
    LoadDraft draft = new LoadDraft("/api/plans/" + plan);
    JsonNode ground = planner.get(draft.at + "/ground").json(200);
    ground.path("cells").forEach(cell -> draft.cells.add(cell.path("id").asString()));
    return draft;
  }

  String address() {
    return at;
  }

  /** Renames, locks and unlocks one cell after the other. */
  synchronized Visitor.Answer edit(Visitor planner) {
    String cell = cells.get(edits / 3 % cells.size());
    Map<String, Object> operation =
        switch (edits++ % 3) {
          case 0 -> Map.of("verb", "RENAME", "cell", cell, "name", "改名" + edits);
          case 1 -> Map.of("verb", "LOCK_CELL", "cell", cell);
          default -> Map.of("verb", "UNLOCK_CELL", "cell", cell);
        };
    Visitor.Answer answer =
        planner.post(
            at + "/operations",
            Map.of("seen", seen, "operations", List.of(operation)),
            "If-Match",
            "\"1\"");
    if (answer.status() == 200) {
      seen = answer.json(200).path("lastSeq").asLong();
    }
    return answer;
  }
}
