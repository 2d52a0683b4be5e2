package onegrid.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.RowMapper;

/** Keeps workspaces. */
public final class WorkspaceStore {
  private static final String SELECT =
      """
      SELECT w.id, w.name, w.made_up, w.epsg, w.division_code, w.version,
        least(w.west, l.west) AS west, least(w.south, l.south) AS south,
        greatest(w.east, l.east) AS east, greatest(w.north, l.north) AS north,
        l.layers,
        (SELECT max(m.id) FROM onegrid.mosaic m WHERE m.workspace_id = w.id) AS latest_mosaic_id
      FROM onegrid.workspace w
      CROSS JOIN LATERAL (
        SELECT count(*) AS layers, min(west) AS west, min(south) AS south,
          max(east) AS east, max(north) AS north
        FROM onegrid.layer WHERE workspace_id = w.id) l
      """;

  private static final RowMapper<Workspace> WORKSPACE =
      (row, n) ->
          new Workspace(
              row.getLong("id"),
              row.getString("name"),
              row.getBoolean("made_up"),
              row.getObject("epsg") == null
                  ? OptionalInt.empty()
                  : OptionalInt.of(row.getInt("epsg")),
              Database.bounds(row),
              row.getInt("layers"),
              Database.maybeLong(row, "latest_mosaic_id"),
              row.getString("division_code"),
              row.getLong("version"));

  private final Database database;
  private final AuditStore audit;

  WorkspaceStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Opens an empty workspace, which belongs to the account of the scope.
   *
   * @param name 1 to 100 letters
   */
  public Workspace create(String name, boolean madeUp, String actor) {
    return database.write(
        () -> {
          long id =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.workspace (name, made_up, owner_id)
                      VALUES (:name, :madeUp, nullif(:owner, 0)) RETURNING id
                      """)
                  .param("owner", Scope.current().accountId())
                  .param("name", name)
                  .param("madeUp", madeUp)
                  .query(Long.class)
                  .single();
          audit.append(actor, "workspace.create", "workspace " + id, name);
          return find(id).orElseThrow();
        });
  }

  /** All in scope, oldest first. */
  public List<Workspace> list() {
    return database
        .sql(SELECT + "WHERE " + Scope.SEES + " ORDER BY w.id")
        .params(Scope.parameters())
        .query(WORKSPACE)
        .list();
  }

  public Optional<Workspace> find(long id) {
    return database
        .sql(SELECT + "WHERE w.id = :id AND " + Scope.SEES)
        .params(Scope.parameters())
        .param("id", id)
        .query(WORKSPACE)
        .optional();
  }

  /**
   * Holds a workspace still for the open transaction, in the version that a writer has read.
   *
   * @throws StaleVersion if it was changed since, or is gone
   */
  public void expect(long id, long version) {
    long current =
        database
            .sql("SELECT version FROM onegrid.workspace WHERE id = :id FOR UPDATE")
            .param("id", id)
            .query(Long.class)
            .optional()
            .orElse(0L);
    if (current != version) {
      throw new StaleVersion(current);
    }
  }

  /** Gives a workspace another name and division; false when there is none. */
  public boolean change(long id, String name, String divisionCode, String actor) {
    return database.write(
        () -> {
          boolean known =
              database
                      .sql(
                          """
                          UPDATE onegrid.workspace SET name = :name, division_code = :division,
                            version = version + 1 WHERE id = :id
                          """)
                      .param("name", name)
                      .param("division", divisionCode)
                      .param("id", id)
                      .update()
                  > 0;
          if (known) {
            audit.append(actor, "workspace.change", "workspace " + id, divisionCode);
          }
          return known;
        });
  }

  /** Deletes a workspace with all that is in it; false when there is none. */
  public boolean delete(long id, String actor) {
    return database.write(
        () -> {
          boolean deleted =
              database.sql("DELETE FROM onegrid.workspace WHERE id = :id").param("id", id).update()
                  > 0;
          if (deleted) {
            audit.append(actor, "workspace.delete", "workspace " + id, "");
          }
          return deleted;
        });
  }

  /** Names the metric frame that areas and lengths are measured in; false when there is none. */
  public boolean setFrame(long id, int epsg, String actor) {
    return database.write(
        () -> {
          boolean known =
              database
                      .sql(
                          "UPDATE onegrid.workspace SET epsg = :epsg, version = version + 1"
                              + " WHERE id = :id")
                      .param("epsg", epsg)
                      .param("id", id)
                      .update()
                  > 0;
          if (known) {
            audit.append(actor, "workspace.frame", "workspace " + id, "EPSG:" + epsg);
          }
          return known;
        });
  }

  /** What stands there; zeros for a workspace without a base map. */
  public PlaceCounts counts(long id) {
    return database
        .sql(
            """
            SELECT
              (SELECT count(*) FROM onegrid.division
                WHERE workspace_id = :id AND level = 'COMMUNITY') AS communities,
              (SELECT count(*) FROM onegrid.compound WHERE workspace_id = :id) AS compounds,
              count(*) AS buildings,
              coalesce(sum(households), 0) AS households,
              coalesce(sum(people), 0) AS people,
              (SELECT count(*) FROM onegrid.station WHERE workspace_id = :id) AS stations
            FROM onegrid.building WHERE workspace_id = :id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new PlaceCounts(
                    row.getInt("communities"),
                    row.getInt("compounds"),
                    row.getInt("buildings"),
                    row.getInt("households"),
                    row.getInt("people"),
                    row.getInt("stations")))
        .single();
  }
}
