package onegrid.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.FindingCode;
import org.locationtech.jts.geom.Envelope;

/** Takes in parts of the ground, and remembers what was handed in and noticed. */
public final class GroundParts {
  private final Database database;
  private final AuditStore audit;
  private final FindingRows findings;

  GroundParts(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
    this.findings = FindingRows.ofGrounds(database);
  }

  /**
   * Puts one part of a base map in the place of that part before, all or nothing.
   *
   * @throws ShapeRefused if a shape cannot be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if a shape is not valid, a code
   *     is repeated, or there is no such workspace
   */
  public void replace(long workspaceId, GroundDraft draft, String actor) {
    database.write(
        () -> {
          clear(workspaceId, draft);
          new PlaceRows(database, workspaceId).write(draft.map());
          keep(workspaceId, draft, actor);
          widen(workspaceId, draft.map());
          audit.append(
              actor,
              "place.replace",
              "workspace " + workspaceId,
              draft.part().name() + ", " + draft.things());
          return true;
        });
  }

  private void clear(long workspaceId, GroundDraft draft) {
    switch (draft.part()) {
      case ROADS -> {
        delete("road", workspaceId, "true");
        delete("barrier", workspaceId, "with_roads");
        if (draft.whole()) {
          delete("crossing", workspaceId, "true");
        }
      }
      case BARRIERS -> {
        delete("barrier", workspaceId, "NOT with_roads");
        delete("water", workspaceId, "true");
        delete("railway", workspaceId, "true");
      }
      case CROSSINGS -> delete("crossing", workspaceId, "true");
      case COMPOUNDS -> delete("compound", workspaceId, "true");
      case GATES -> delete("gate", workspaceId, "true");
      case BUILDINGS -> delete("building", workspaceId, "true");
      case STATIONS -> delete("station", workspaceId, "true");
      case BORDERS -> delete("protected_border", workspaceId, "true");
    }
  }

  private void delete(String table, long workspaceId, String which) {
    database
        .sql("DELETE FROM onegrid." + table + " WHERE workspace_id = :id AND " + which)
        .param("id", workspaceId)
        .update();
  }

  private void keep(long workspaceId, GroundDraft draft, String actor) {
    database
        .sql("DELETE FROM onegrid.ground WHERE workspace_id = :id AND part = :part")
        .param("id", workspaceId)
        .param("part", draft.part().name())
        .update();
    Envelope ends = new Envelope();
    draft.dataEnds().ifPresent(box -> ends.init(box.west(), box.east(), box.south(), box.north()));
    long id =
        Database.box(
                database.sql(
                    """
                    INSERT INTO onegrid.ground (workspace_id, part, file, things, handed_in_by,
                      west, south, east, north)
                    VALUES (:id, :part, :file, :things, :actor,
                      :west::float8, :south::float8, :east::float8, :north::float8)
                    RETURNING id
                    """),
                ends)
            .param("id", workspaceId)
            .param("part", draft.part().name())
            .param("file", draft.file())
            .param("things", draft.things())
            .param("actor", actor)
            .query(Long.class)
            .single();
    findings.save(id, draft.findings());
  }

  private void widen(long workspaceId, BaseMap map) {
    Shapes.Box box = new Shapes.Box();
    map.buildings().forEach(building -> box.accept(building.footprint()));
    map.roads().forEach(road -> box.accept(road.line()));
    map.compounds().forEach(compound -> box.accept(compound.shape()));
    map.borders().forEach(border -> box.accept(border.shape()));
    Database.box(
            database.sql(
                """
                UPDATE onegrid.workspace SET version = version + 1,
                  west = least(west, :west::float8), south = least(south, :south::float8),
                  east = greatest(east, :east::float8), north = greatest(north, :north::float8)
                WHERE id = :id
                """),
            box.envelope)
        .param("id", workspaceId)
        .update();
  }

  /** What was handed in last, part by part, of a workspace in scope. */
  public List<StoredGround> list(long workspaceId) {
    return database
        .sql(
            "SELECT * FROM onegrid.ground WHERE workspace_id = :id AND"
                + Scope.seesWorkspace("workspace_id")
                + "ORDER BY part")
        .params(Scope.parameters())
        .param("id", workspaceId)
        .query(
            (row, n) -> {
              long id = row.getLong("id");
              return new StoredGround(
                  id,
                  GroundPart.valueOf(row.getString("part")),
                  row.getString("file"),
                  row.getInt("things"),
                  Database.instant(row, "handed_in_at"),
                  row.getString("handed_in_by"),
                  Database.bounds(row),
                  FindingRows.bySeverity(findings.counts(id)));
            })
        .list();
  }

  /** How many things of each part stand in a workspace. */
  public Map<GroundPart, Integer> things(long workspaceId) {
    Map<GroundPart, Integer> things = new EnumMap<>(GroundPart.class);
    database
        .sql(
            """
            SELECT 'ROADS' AS part, count(*) AS n FROM onegrid.road WHERE workspace_id = :id
            UNION ALL SELECT 'BARRIERS', (SELECT count(*) FROM onegrid.barrier WHERE workspace_id = :id)
              + (SELECT count(*) FROM onegrid.water WHERE workspace_id = :id)
              + (SELECT count(*) FROM onegrid.railway WHERE workspace_id = :id)
            UNION ALL SELECT 'CROSSINGS', count(*) FROM onegrid.crossing WHERE workspace_id = :id
            UNION ALL SELECT 'COMPOUNDS', count(*) FROM onegrid.compound WHERE workspace_id = :id
            UNION ALL SELECT 'GATES', count(*) FROM onegrid.gate WHERE workspace_id = :id
            UNION ALL SELECT 'BUILDINGS', count(*) FROM onegrid.building WHERE workspace_id = :id
            UNION ALL SELECT 'BORDERS', count(*) FROM onegrid.protected_border
              WHERE workspace_id = :id
            UNION ALL SELECT 'STATIONS', count(*) FROM onegrid.station WHERE workspace_id = :id
            """)
        .param("id", workspaceId)
        .query(
            row -> {
              things.put(GroundPart.valueOf(row.getString("part")), row.getInt("n"));
            });
    return things;
  }

  /** The findings of a hand-in; of one code, or of all. */
  public Page<PlacedFinding> findings(long id, Optional<FindingCode> code, Slice slice) {
    return findings.page(id, code, slice);
  }

  /** How many findings of each code a hand-in has. */
  public List<FindingCount> findingCounts(long id) {
    return findings.counts(id);
  }
}
