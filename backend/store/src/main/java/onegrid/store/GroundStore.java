package onegrid.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers in one light question on whose ground a thing lies, and what the asker may do there. */
public final class GroundStore {
  private final Database database;

  GroundStore(Database database) {
    this.database = database;
  }

  /** What stands on the ground of a workspace. */
  public enum Thing {
    WORKSPACE("SELECT id FROM onegrid.workspace WHERE id = :thing"),
    LAYER("SELECT workspace_id FROM onegrid.layer WHERE id = :thing"),
    COVERAGE("SELECT workspace_id FROM onegrid.coverage WHERE id = :thing"),
    MOSAIC("SELECT workspace_id FROM onegrid.mosaic WHERE id = :thing"),
    JOB("SELECT workspace_id FROM onegrid.job WHERE id = :thing"),
    PLAN(
        "SELECT m.workspace_id FROM onegrid.plan p JOIN onegrid.mosaic m ON m.id = p.mosaic_id"
            + " WHERE p.id = :thing AND "
            + Scope.SEES_PLAN);

    private final String workspaceOf;

    Thing(String workspaceOf) {
      this.workspaceOf = workspaceOf;
    }
  }

  /**
   * The ground of a thing.
   *
   * @param changes whether the asker may change it as a whole
   */
  public record Ground(long workspaceId, String divisionCode, boolean changes) {}

  /** The ground of a thing in scope; empty when it does not exist or is out of scope. */
  public Optional<Ground> of(Thing thing, long id) {
    Map<String, Object> values = new HashMap<>(Scope.parameters());
    values.put("thing", id);
    return database
        .sql(
            "SELECT w.id, w.division_code, "
                + Scope.CHANGES
                + " AS changes FROM onegrid.workspace w WHERE w.id = ("
                + thing.workspaceOf
                + ") AND "
                + Scope.SEES)
        .params(values)
        .query(
            (row, n) ->
                new Ground(
                    row.getLong("id"), row.getString("division_code"), row.getBoolean("changes")))
        .optional();
  }
}
