package onegrid.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import onegrid.finding.FindingCode;
import org.springframework.jdbc.core.RowMapper;

/** Keeps answers of who is reached from where. An answer never changes. */
public final class CoverageStore {
  private static final String COLUMNS =
      """
      id, workspace_id, created_at, created_by, scenario, network_version, places_version,
      buildings, buildings_covered, people, people_covered, people_unknown, pockets, wall_seconds
      """;

  private static final RowMapper<StoredCoverage> COVERAGE =
      (row, n) ->
          new StoredCoverage(
              row.getLong("id"),
              row.getLong("workspace_id"),
              Database.instant(row, "created_at"),
              row.getString("created_by"),
              row.getString("scenario"),
              row.getString("network_version"),
              row.getString("places_version"),
              new CoverageDraft.Totals(
                  row.getInt("buildings"),
                  row.getInt("buildings_covered"),
                  row.getLong("people"),
                  row.getLong("people_covered"),
                  row.getLong("people_unknown")),
              row.getInt("pockets"),
              row.getDouble("wall_seconds"));

  private final Database database;
  private final AuditStore audit;
  private final FindingRows findings;

  CoverageStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
    this.findings = FindingRows.ofCoverages(database);
  }

  /** Keeps an answer with all that hangs on it, or nothing. */
  public StoredCoverage save(CoverageDraft draft, String actor) {
    return database.write(
        () -> {
          StoredCoverage kept = insert(draft, actor);
          new CoverageRows(database, kept.id()).write(draft);
          findings.save(kept.id(), draft.findings());
          new TreeMap<>(draft.files())
              .forEach(
                  (name, content) ->
                      database
                          .sql("INSERT INTO onegrid.coverage_file VALUES (:id, :name, :content)")
                          .param("id", kept.id())
                          .param("name", name)
                          .param("content", packed(content))
                          .update());
          audit.append(
              actor,
              "coverage.save",
              "coverage " + kept.id(),
              draft.buildings().size() + " buildings, network " + draft.networkVersion());
          return kept;
        });
  }

  private StoredCoverage insert(CoverageDraft draft, String actor) {
    CoverageDraft.Totals totals = draft.totals();
    return database
        .sql(
            """
            INSERT INTO onegrid.coverage (workspace_id, created_by, scenario, network_version,
              places_version, buildings, buildings_covered, people, people_covered,
              people_unknown, pockets, wall_seconds, report)
            VALUES (:workspace, :actor, :scenario::json, :network, :places, :buildings,
              :buildingsCovered, :people, :peopleCovered, :peopleUnknown, :pockets, :wall,
              :report::json)
            RETURNING\s"""
                + COLUMNS)
        .param("workspace", draft.workspaceId())
        .param("actor", actor)
        .param("scenario", draft.scenarioJson())
        .param("network", draft.networkVersion())
        .param("places", draft.placesVersion())
        .param("buildings", totals.buildings())
        .param("buildingsCovered", totals.buildingsCovered())
        .param("people", totals.people())
        .param("peopleCovered", totals.peopleCovered())
        .param("peopleUnknown", totals.peopleUnknown())
        .param("pockets", draft.pockets().size())
        .param("wall", Numbers.finite("wall", draft.wallSeconds()))
        .param("report", draft.reportJson())
        .query(COVERAGE)
        .single();
  }

  /** The answers of a workspace in scope, newest first, at most 200. */
  public List<StoredCoverage> list(long workspaceId) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM onegrid.coverage WHERE workspace_id = :workspace AND"
                + Scope.seesWorkspace("workspace_id")
                + "ORDER BY id DESC LIMIT 200")
        .params(Scope.parameters())
        .param("workspace", workspaceId)
        .query(COVERAGE)
        .list();
  }

  /** An answer in scope. */
  public Optional<StoredCoverage> find(long id) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM onegrid.coverage WHERE id = :id AND"
                + Scope.seesWorkspace("workspace_id"))
        .params(Scope.parameters())
        .param("id", id)
        .query(COVERAGE)
        .optional();
  }

  /** The numbers of an answer, as they were handed in. */
  public Optional<String> reportJson(long id) {
    return database
        .sql("SELECT report FROM onegrid.coverage WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /**
   * Who is left out, most people first.
   *
   * @param communityCode only of this community; empty for all
   */
  public Page<CoveragePocket> pockets(long id, String communityCode, Slice slice) {
    Map<String, Object> values =
        Map.of("id", id, "code", communityCode, "limit", slice.limit(), "offset", slice.offset());
    int total =
        database
            .sql(
                """
                SELECT count(*) FROM onegrid.coverage_pocket
                WHERE coverage_id = :id AND (:code = '' OR community_code = :code)
                """)
            .params(values)
            .query(Integer.class)
            .single();
    return new Page<>(
        total,
        database
            .sql(
                """
                SELECT p.*, coalesce(v.name, '') AS community_name
                FROM onegrid.coverage_pocket p JOIN onegrid.coverage c ON c.id = p.coverage_id
                LEFT JOIN onegrid.division v
                  ON v.workspace_id = c.workspace_id AND v.code = p.community_code
                WHERE p.coverage_id = :id AND (:code = '' OR p.community_code = :code)
                ORDER BY p.seq LIMIT :limit OFFSET :offset
                """)
            .params(values)
            .query(CoverageRows.POCKET)
            .list());
  }

  /** The building that stands at a place, as the answer has it. */
  public Optional<CoverageBuilding> buildingAt(long id, LonLat place) {
    return database
        .sql(
            """
            SELECT * FROM onegrid.coverage_building WHERE coverage_id = :id
              AND shape && ST_SetSRID(ST_MakePoint(:lon, :lat), 4490)
              AND ST_Intersects(shape, ST_SetSRID(ST_MakePoint(:lon, :lat), 4490))
            ORDER BY seq LIMIT 1
            """)
        .param("id", id)
        .param("lon", place.lon())
        .param("lat", place.lat())
        .query(CoverageRows.BUILDING)
        .optional();
  }

  /** A building by its code. */
  public Optional<CoverageBuilding> building(long id, String code) {
    return database
        .sql(
            """
            SELECT * FROM onegrid.coverage_building
            WHERE coverage_id = :id AND code = :code ORDER BY seq LIMIT 1
            """)
        .param("id", id)
        .param("code", code)
        .query(CoverageRows.BUILDING)
        .optional();
  }

  /** A file that was kept with an answer. */
  public Optional<byte[]> file(long id, String name) {
    return database
        .sql("SELECT content FROM onegrid.coverage_file WHERE coverage_id = :id AND name = :name")
        .param("id", id)
        .param("name", name)
        .query(byte[].class)
        .optional()
        .map(CoverageStore::unpacked);
  }

  /** What was noticed about the ground of an answer; of one code, or of all. */
  public Page<PlacedFinding> findings(long id, Optional<FindingCode> code, Slice slice) {
    return findings.page(id, code, slice);
  }

  /** How many findings of each code an answer has. */
  public List<FindingCount> findingCounts(long id) {
    return findings.counts(id);
  }

  private static byte[] packed(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] unpacked(byte[] content) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
