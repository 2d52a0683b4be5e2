package onegrid.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import onegrid.finding.FindingCode;
import onegrid.merge.ConflictKind;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.MergeReport.PhaseReport;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.springframework.jdbc.core.RowMapper;

/**
 * Keeps the results of merges. A mosaic never changes.
 *
 * <p>What is large is read as a stream: the reader is called row by row, within one transaction.
 */
public final class MosaicStore {
  private static final String HERE = " shape && ST_SetSRID(ST_MakePoint(:lon, :lat), 4490) ";

  private final Database database;
  private final AuditStore audit;
  private final FindingRows findings;

  MosaicStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
    this.findings = FindingRows.ofMosaics(database);
  }

  /**
   * Keeps the result of a merge, all or nothing.
   *
   * @throws ShapeRefused if a shape cannot be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if a shape is not valid, or
   *     there is no such workspace
   */
  public StoredMosaic save(MosaicDraft draft, String actor) {
    return database.write(
        () -> {
          StoredMosaic mosaic = insert(draft);
          new MosaicRows(database, mosaic.id()).write(draft);
          findings.save(mosaic.id(), draft.findings());
          audit.append(
              actor, "mosaic.save", "mosaic " + mosaic.id(), draft.units().size() + " units");
          return mosaic;
        });
  }

  private StoredMosaic insert(MosaicDraft draft) {
    Shapes.Box box = new Shapes.Box();
    draft.units().forEach(unit -> box.accept(unit.shape()));
    return Database.box(
            database.sql(
                """
                INSERT INTO onegrid.mosaic (workspace_id, units, conflicts, findings,
                  area_square_metres, buildings, households, people, wall_seconds, report,
                  west, south, east, north)
                VALUES (:workspace, :units, :conflicts, :findings,
                  :area, :buildings, :households, :people, :wall, :report::json,
                  :west, :south, :east, :north)
                RETURNING *
                """),
            box.envelope)
        .param("workspace", draft.workspaceId())
        .param("units", draft.units().size())
        .param("conflicts", draft.conflicts().size())
        .param("findings", draft.findings().size())
        .param("area", Numbers.finite("area", draft.report().areaSquareMetres()))
        .param("buildings", draft.report().buildings())
        .param("households", draft.report().households())
        .param("people", draft.report().people())
        .param("wall", draft.wallSeconds())
        .param("report", draft.reportJson())
        .query(MosaicMappers.MOSAIC)
        .single();
  }

  /** The mosaics of a workspace, newest first. */
  public List<StoredMosaic> list(long workspaceId) {
    return database
        .sql(
            "SELECT * FROM onegrid.mosaic WHERE workspace_id = :workspace AND"
                + Scope.seesWorkspace("workspace_id")
                + "ORDER BY id DESC")
        .params(Scope.parameters())
        .param("workspace", workspaceId)
        .query(MosaicMappers.MOSAIC)
        .list();
  }

  public Optional<StoredMosaic> find(long id) {
    return database
        .sql(
            "SELECT * FROM onegrid.mosaic WHERE id = :id AND" + Scope.seesWorkspace("workspace_id"))
        .params(Scope.parameters())
        .param("id", id)
        .query(MosaicMappers.MOSAIC)
        .optional();
  }

  /** Deletes a mosaic with all that hangs on it, plans too; false when there is none. */
  public boolean delete(long id, String actor) {
    return database.write(
        () -> {
          boolean deleted =
              database.sql("DELETE FROM onegrid.mosaic WHERE id = :id").param("id", id).update()
                  > 0;
          if (deleted) {
            audit.append(actor, "mosaic.delete", "mosaic " + id, "");
          }
          return deleted;
        });
  }

  /** What was merged: the area first, then by rank. */
  public List<MosaicInput> inputs(long id) {
    return database
        .sql("SELECT * FROM onegrid.mosaic_input WHERE mosaic_id = :id ORDER BY seq")
        .param("id", id)
        .query(MosaicMappers.INPUT)
        .list();
  }

  /** What each step of the merge took. */
  public List<PhaseReport> phases(long id) {
    return database
        .sql("SELECT * FROM onegrid.mosaic_phase WHERE mosaic_id = :id ORDER BY seq")
        .param("id", id)
        .query(MosaicMappers.PHASE)
        .list();
  }

  /** The file {@code report.json}, as it was handed in. */
  public Optional<String> reportJson(long id) {
    return database
        .sql("SELECT report FROM onegrid.mosaic WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** How many conflicts of each kind, those with most people first. */
  public List<ConflictCount> conflictCounts(long id) {
    return database
        .sql(
            """
            SELECT kind, count(*) AS n, sum(people) AS people, sum(area_square_metres) AS area
            FROM onegrid.conflict WHERE mosaic_id = :id
            GROUP BY kind ORDER BY people DESC, n DESC, kind
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new ConflictCount(
                    ConflictKind.valueOf(row.getString("kind")),
                    row.getInt("n"),
                    row.getInt("people"),
                    row.getDouble("area")))
        .list();
  }

  /**
   * Conflicts, those with most people first.
   *
   * @param kind only of this kind
   * @param layer only where this layer is at odds with itself or is among the claims
   */
  public Page<MosaicConflict> conflicts(
      long id, Optional<ConflictKind> kind, Optional<String> layer, Slice slice) {
    String filter =
        """
        FROM onegrid.conflict WHERE mosaic_id = :id AND (:kind = '' OR kind = :kind)
          AND (:layer = '' OR layer = :layer OR :layer = ANY (claim_layers))
        """;
    Map<String, Object> values =
        Map.of(
            "id",
            id,
            "kind",
            kind.map(Enum::name).orElse(""),
            "layer",
            layer.orElse(""),
            "limit",
            slice.limit(),
            "offset",
            slice.offset());
    int total =
        database.sql("SELECT count(*) " + filter).params(values).query(Integer.class).single();
    return new Page<>(
        total,
        database
            .sql("SELECT * " + filter + " ORDER BY people DESC, seq LIMIT :limit OFFSET :offset")
            .params(values)
            .query(MosaicMappers.CONFLICT)
            .list());
  }

  /** The findings of a merge, as they were made; of one code, or of all. */
  public Page<PlacedFinding> findings(long id, Optional<FindingCode> code, Slice slice) {
    return findings.page(id, code, slice);
  }

  /** Errors first, then the most frequent. */
  public List<FindingCount> findingCounts(long id) {
    return findings.counts(id);
  }

  /** The unit that a place lies in; of two on their border, the first. */
  public Optional<MosaicUnit> unitAt(long id, LonLat at) {
    return database
        .sql("SELECT * FROM onegrid.unit WHERE mosaic_id = :id AND" + HERE + "ORDER BY seq")
        .param("id", id)
        .param("lon", at.lon())
        .param("lat", at.lat())
        .query(MosaicMappers.UNIT)
        .list()
        .stream()
        .filter(unit -> covers(unit.shape(), at))
        .findFirst();
  }

  /** What each layer that was merged had drawn there; layers deleted since say nothing. */
  public List<CellsHere> cellsAt(long id, LonLat at) {
    Map<Long, List<Drawn>> drawn =
        database
            .sql(
                """
                SELECT layer_id, code, shape FROM onegrid.cell
                WHERE layer_id IN
                  (SELECT layer_id FROM onegrid.mosaic_input WHERE mosaic_id = :id) AND
                """
                    + HERE)
            .param("id", id)
            .param("lon", at.lon())
            .param("lat", at.lat())
            .query(
                (row, n) ->
                    new Drawn(
                        row.getLong("layer_id"), row.getString("code"), Shapes.read(row, "shape")))
            .list()
            .stream()
            .filter(cell -> covers(cell.shape, at))
            .collect(Collectors.groupingBy(Drawn::layerId));
    return inputs(id).stream()
        .map(
            input ->
                new CellsHere(
                    input.layerId(),
                    input.report().name(),
                    input.role(),
                    input.letter(),
                    input.hue(),
                    List.copyOf(
                        drawn.getOrDefault(input.layerId(), List.of()).stream()
                            .map(Drawn::code)
                            .collect(Collectors.toCollection(TreeSet::new)))))
        .toList();
  }

  /** Even and odd, so that cells which cross themselves have an answer, too. */
  private static boolean covers(Geometry shape, LonLat at) {
    return SimplePointInAreaLocator.locate(new Coordinate(at.lon(), at.lat()), shape)
        != Location.EXTERIOR;
  }

  /** Reads the units in their order. */
  public void units(long id, Consumer<MosaicUnit> reader) {
    stream("unit", id, MosaicMappers.UNIT, reader);
  }

  /** Reads the arcs in their order. */
  public void arcs(long id, Consumer<MosaicArc> reader) {
    stream("arc", id, MosaicMappers.ARC, reader);
  }

  /** Reads the crosswalk in its order. */
  public void crosswalk(long id, Consumer<CrosswalkRow> reader) {
    stream("crosswalk", id, MosaicMappers.CROSSWALK, reader);
  }

  /** Reads the conflicts in the order of the merge. */
  public void conflicts(long id, Consumer<MosaicConflict> reader) {
    stream("conflict", id, MosaicMappers.CONFLICT, reader);
  }

  /** Reads the findings in their order. */
  public void findings(long id, Consumer<PlacedFinding> reader) {
    findings.stream(id, reader);
  }

  private <T> void stream(String table, long id, RowMapper<T> mapper, Consumer<T> reader) {
    database.stream(
        "SELECT * FROM onegrid." + table + " WHERE mosaic_id = :id ORDER BY seq",
        id,
        mapper,
        reader);
  }

  private record Drawn(long layerId, String code, Geometry shape) {}
}
