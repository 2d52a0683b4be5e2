package onegrid.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onegrid.finding.FindingCode;
import onegrid.finding.Severity;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowMapper;

/** Keeps what departments hand in, cell by cell as it was drawn. */
public final class LayerStore {
  private static final String SELECT =
      """
      SELECT id, workspace_id, name, role, letter, hue, rank, cells, vertices,
        area_square_metres, source, crs, imported_at, west, south, east, north
      FROM onegrid.layer
      """;

  private final Database database;
  private final AuditStore audit;
  private final FindingRows findings;

  private final RowMapper<Layer> layer =
      (row, n) -> {
        long id = row.getLong("id");
        Map<Severity, Integer> counts = FindingRows.bySeverity(findingCounts(id));
        return new Layer(
            id,
            row.getLong("workspace_id"),
            row.getString("name"),
            LayerRole.valueOf(row.getString("role")),
            row.getString("letter"),
            row.getInt("hue"),
            row.getInt("rank"),
            row.getInt("cells"),
            row.getInt("vertices"),
            row.getDouble("area_square_metres"),
            row.getString("source"),
            row.getString("crs"),
            Database.instant(row, "imported_at"),
            counts.getOrDefault(Severity.ERROR, 0),
            counts.getOrDefault(Severity.WARNING, 0),
            counts.getOrDefault(Severity.INFO, 0),
            Database.bounds(row));
      };

  LayerStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
    this.findings = FindingRows.ofLayers(database);
  }

  /**
   * Keeps a layer with its cells and findings, all or nothing. Gives it the next rank, the hue that
   * fewest layers of the workspace have, and a letter of its name that none of them has.
   *
   * @throws ShapeRefused if a cell cannot be kept; ask {@link ShapeGate} beforehand
   * @throws org.springframework.dao.DataIntegrityViolationException if there is no such workspace
   */
  public Layer save(LayerDraft draft, String actor) {
    return save(draft, HandIn.NONE, actor);
  }

  /** As {@link #save(LayerDraft, String)}, with what is known of the files it came in. */
  public Layer save(LayerDraft draft, HandIn handIn, String actor) {
    List<Geometry> shapes =
        draft.cells().stream().map(cell -> (Geometry) Shapes.multi(cell.shape())).toList();
    shapes.forEach(ShapeGate::check);
    byte[] tints = Tints.byBoxes(shapes);
    return database.write(
        () -> {
          long id = insert(draft, handIn, shapes);
          database.copy(
              """
              COPY onegrid.cell (layer_id, seq, code, name, feature, tint, shape)
              FROM STDIN (FORMAT binary)
              """,
              draft.cells(),
              (row, seq, cell) ->
                  row.bigint(id)
                      .integer(seq)
                      .text(cell.code())
                      .text(cell.name())
                      .integer(cell.feature())
                      .smallint(tints[seq])
                      .shape(shapes.get(seq)));
          findings.save(id, draft.findings());
          audit.append(
              actor, "layer.save", "layer " + id, draft.name() + ", " + shapes.size() + " cells");
          return find(id).orElseThrow();
        });
  }

  private long insert(LayerDraft draft, HandIn handIn, List<Geometry> shapes) {
    changeWorkspace(draft.workspaceId());
    List<Layer> others = list(draft.workspaceId());
    Shapes.Box box = new Shapes.Box();
    shapes.forEach(box);
    return Database.box(
            database.sql(
                """
                INSERT INTO onegrid.layer (workspace_id, name, role, letter, hue, rank, cells,
                  vertices, area_square_metres, source, crs, department, digest,
                  west, south, east, north)
                VALUES (:workspace, :name, :role, :letter, :hue, :rank, :cells,
                  :vertices, :area, :source, :crs, :department, :digest, :west, :south, :east, :north)
                RETURNING id
                """),
            box.envelope)
        .param("workspace", draft.workspaceId())
        .param("name", draft.name())
        .param("role", draft.role().name())
        .param("letter", letter(draft.name(), others))
        .param("hue", hue(others))
        .param("rank", rank(draft.role(), others))
        .param("cells", shapes.size())
        .param("vertices", shapes.stream().mapToInt(Geometry::getNumPoints).sum())
        .param("area", draft.areaSquareMetres())
        .param("source", draft.source())
        .param("crs", draft.crs())
        .param("department", handIn.department())
        .param("digest", handIn.digest())
        .query(Long.class)
        .single();
  }

  /** All of a workspace: areas first, then by rank. */
  public List<Layer> list(long workspaceId) {
    return database
        .sql(
            SELECT
                + "WHERE workspace_id = :workspace AND"
                + Scope.seesWorkspace("workspace_id")
                + "ORDER BY role, rank, id")
        .params(Scope.parameters())
        .param("workspace", workspaceId)
        .query(layer)
        .list();
  }

  public Optional<Layer> find(long id) {
    return database
        .sql(SELECT + "WHERE id = :id AND" + Scope.seesWorkspace("workspace_id"))
        .params(Scope.parameters())
        .param("id", id)
        .query(layer)
        .optional();
  }

  /** The layer that was handed in as these very files, if it is still there. */
  public Optional<Long> findDigest(long workspaceId, String digest) {
    return database
        .sql(
            """
            SELECT min(id) FROM onegrid.layer
            WHERE workspace_id = :workspace AND digest = :digest AND digest <> ''
            """)
        .param("workspace", workspaceId)
        .param("digest", digest)
        .query(Long.class)
        .optional();
  }

  /** The department that handed a layer in, empty when nobody said. */
  public String department(long id) {
    return database
        .sql("SELECT department FROM onegrid.layer WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Deletes a layer with its cells and findings; false when there is none. Mosaics stay. */
  public boolean delete(long id, String actor) {
    return database.write(
        () -> {
          Optional<Long> workspace =
              database
                  .sql("DELETE FROM onegrid.layer WHERE id = :id RETURNING workspace_id")
                  .param("id", id)
                  .query(Long.class)
                  .optional();
          boolean deleted = workspace.isPresent();
          if (deleted) {
            changeWorkspace(workspace.get());
            audit.append(actor, "layer.delete", "layer " + id, "");
          }
          return deleted;
        });
  }

  /**
   * Gives the department layers of a workspace the ranks of their order.
   *
   * @return false, with nothing changed, unless {@code ids} names each of them once
   */
  public boolean reorder(long workspaceId, List<Long> ids, String actor) {
    return database.write(
        () -> {
          changeWorkspace(workspaceId);
          Set<Long> known = new HashSet<>();
          for (Layer one : list(workspaceId)) {
            if (one.role() == LayerRole.DEPARTMENT) {
              known.add(one.id());
            }
          }
          if (ids.size() != known.size() || !known.equals(new HashSet<>(ids))) {
            return false;
          }
          for (int rank = 0; rank < ids.size(); rank++) {
            database
                .sql("UPDATE onegrid.layer SET rank = :rank WHERE id = :id")
                .param("rank", rank)
                .param("id", ids.get(rank))
                .update();
          }
          audit.append(actor, "layer.reorder", "workspace " + workspaceId, ids.toString());
          return true;
        });
  }

  /** The cells of a layer, in the order of its file. */
  public List<DrawnCell> cells(long id) {
    List<DrawnCell> cells = new ArrayList<>();
    database.stream(
        "SELECT code, name, feature, shape FROM onegrid.cell WHERE layer_id = :id ORDER BY seq",
        id,
        (row, n) ->
            new DrawnCell(
                row.getString("code"),
                row.getString("name"),
                row.getInt("feature"),
                Shapes.area(row, "shape")),
        cells::add);
    return cells;
  }

  /** The findings of a layer, as they were made; of one code, or of all. */
  public Page<PlacedFinding> findings(long id, Optional<FindingCode> code, Slice slice) {
    return findings.page(id, code, slice);
  }

  /** Errors first, then the most frequent. */
  public List<FindingCount> findingCounts(long id) {
    return findings.counts(id);
  }

  /** Layers of one workspace are numbered by one writer at a time; its version grows with them. */
  private void changeWorkspace(long workspaceId) {
    database
        .sql("UPDATE onegrid.workspace SET version = version + 1 WHERE id = :id")
        .param("id", workspaceId)
        .update();
  }

  private static int rank(LayerRole role, List<Layer> others) {
    return role == LayerRole.AREA
        ? 0
        : others.stream()
            .filter(other -> other.role() == role)
            .mapToInt(other -> other.rank() + 1)
            .max()
            .orElse(0);
  }

  private static int hue(List<Layer> others) {
    int[] used = new int[Tints.COUNT];
    others.forEach(other -> used[other.hue()]++);
    int best = 0;
    for (int hue = 1; hue < used.length; hue++) {
      if (used[hue] < used[best]) {
        best = hue;
      }
    }
    return best;
  }

  private static String letter(String name, List<Layer> others) {
    List<String> letters =
        name.codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString).toList();
    return letters.stream()
        .filter(one -> others.stream().noneMatch(other -> other.letter().equals(one)))
        .findFirst()
        .orElse(letters.isEmpty() ? "层" : letters.get(0));
  }
}
