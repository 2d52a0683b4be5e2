package onegrid.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;

/**
 * Keeps plans as logs of operations, with all of the plan as bytes at its start and now and then.
 *
 * <p>Writers of one plan stand in line for its row ({@link #lock}), and an operation is never put
 * after one that its writer has not seen. That, and not a version for each row, is what protects
 * borders that two cells share. What a plan is, is known to core alone.
 *
 * <p>Every question is asked through the {@link Scope} of the thread.
 */
public final class PlanStore {
  private static final String ALL =
      "SELECT p.*, m.workspace_id FROM onegrid.plan p JOIN onegrid.mosaic m ON m.id = p.mosaic_id"
          + " JOIN onegrid.workspace w ON w.id = m.workspace_id WHERE ";

  private static final String SELECT = ALL + Scope.SEES + " AND " + Scope.SEES_PLAN;

  private static final RowMapper<Plan> PLAN =
      (row, n) ->
          new Plan(
              row.getLong("id"),
              row.getLong("mosaic_id"),
              row.getLong("workspace_id"),
              row.getString("name"),
              PlanState.valueOf(row.getString("state")),
              row.getLong("last_seq"),
              row.getLong("version"),
              row.getString("digest"),
              Database.maybeLong(row, "owner_id"),
              row.getString("created_by"),
              Set.of((Long[]) row.getArray("editors").getArray()),
              Database.maybeLong(row, "published_mosaic_id"),
              Database.instant(row, "created_at"));

  private final Database database;
  private final AuditStore audit;
  private final PlanLog log;

  PlanStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
    this.log = new PlanLog(database);
  }

  /**
   * Branches a draft from a mosaic.
   *
   * @param ownerId the account whose draft it is
   * @param start all of the plan before its first operation
   */
  public Plan create(long mosaicId, String name, long ownerId, PlanSnapshot start, String actor) {
    return database.write(
        () -> {
          long id =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.plan (mosaic_id, name, created_by, owner_id, digest)
                      VALUES (:mosaic, :name, :actor,
                        (SELECT id FROM onegrid.account WHERE id = :owner), :digest) RETURNING id
                      """)
                  .param("mosaic", mosaicId)
                  .param("name", name)
                  .param("actor", actor)
                  .param("owner", ownerId)
                  .param("digest", start.digest())
                  .query(Long.class)
                  .single();
          saveSnapshot(id, start);
          audit.append(actor, "plan.create", "plan " + id, name);
          return changed(id);
        });
  }

  public Optional<Plan> find(long id) {
    return one(id, "");
  }

  /** The same, and nobody else changes it before this transaction ends. */
  public Optional<Plan> lock(long id) {
    return one(id, " FOR UPDATE OF p");
  }

  private Optional<Plan> one(long id, String how) {
    return database
        .sql(SELECT + " AND p.id = :id" + how)
        .params(Scope.parameters())
        .param("id", id)
        .query(PLAN)
        .optional();
  }

  /** The plans of a workspace, newest first. */
  public List<Plan> list(long workspaceId) {
    return database
        .sql(SELECT + " AND m.workspace_id = :workspace ORDER BY p.id DESC LIMIT 1000")
        .params(Scope.parameters())
        .param("workspace", workspaceId)
        .query(PLAN)
        .list();
  }

  /**
   * Adds operations to the end of the log of a plan that is locked.
   *
   * @return the number of the first
   * @throws IllegalStateException if the plan is no draft that ends where it did when it was locked
   */
  public long append(Plan locked, List<PlanOperation> operations, String actor) {
    return append(locked, operations, Collections.nCopies(operations.size(), actor), actor);
  }

  /**
   * The same for operations that others have done elsewhere.
   *
   * @param authors who did each
   */
  public long append(
      Plan locked, List<PlanOperation> operations, List<String> authors, String actor) {
    return database.write(
        () -> {
          int changed =
              database
                  .sql(
                      """
                      UPDATE onegrid.plan SET last_seq = :seq, digest = :digest
                      WHERE id = :id AND last_seq = :before AND state = 'DRAFT'
                      """)
                  .param("seq", locked.lastSeq() + operations.size())
                  .param("digest", operations.get(operations.size() - 1).digest())
                  .param("id", locked.id())
                  .param("before", locked.lastSeq())
                  .update();
          if (changed != 1) {
            throw new IllegalStateException("plan " + locked.id() + " was not locked");
          }
          long seq = locked.lastSeq();
          for (PlanOperation operation : operations) {
            log.insert(
                locked.id(), seq + 1, operation, authors.get((int) (seq - locked.lastSeq())));
            seq++;
          }
          audit.append(
              actor,
              "plan.append",
              "plan " + locked.id(),
              (locked.lastSeq() + 1)
                  + ".."
                  + seq
                  + " "
                  + String.join(
                      ",", operations.stream().map(PlanOperation::verb).distinct().toList()));
          return locked.lastSeq() + 1;
        });
  }

  /** The log after {@code seq}, in its order, at most {@code limit} lines. */
  public List<PlanLine> log(long id, long seq, int limit) {
    return log.lines(id, seq, limit);
  }

  /** What the operations after {@code seq} read and wrote, in their order: a tenth of the log. */
  public List<PlanTouch> touched(long id, long seq, int limit) {
    return log.touched(id, seq, limit);
  }

  /** The newest snapshot that is not after {@code seq}. */
  public Optional<PlanSnapshot> snapshot(long id, long seq) {
    return database
        .sql(
            """
            SELECT seq, digest, bytes FROM onegrid.plan_snapshot
            WHERE plan_id = :id AND seq <= :seq ORDER BY seq DESC LIMIT 1
            """)
        .param("id", id)
        .param("seq", seq)
        .query(
            (row, n) ->
                new PlanSnapshot(
                    row.getLong("seq"), row.getString("digest"), row.getBytes("bytes")))
        .optional();
  }

  /** Keeps a snapshot; of the older ones only the start stays. */
  public void saveSnapshot(long id, PlanSnapshot snapshot) {
    database.write(
        () -> {
          database
              .sql("DELETE FROM onegrid.plan_snapshot WHERE plan_id = :id AND seq > 0")
              .param("id", id)
              .update();
          return database
              .sql(
                  """
                  INSERT INTO onegrid.plan_snapshot (plan_id, seq, digest, bytes)
                  VALUES (:id, :seq, :digest, :bytes) ON CONFLICT DO NOTHING
                  """)
              .param("id", id)
              .param("seq", snapshot.seq())
              .param("digest", snapshot.digest())
              .param("bytes", snapshot.bytes())
              .update();
        });
  }

  /** Calls a plan otherwise and says who may work on it. */
  public Plan change(Plan locked, String name, Set<Long> editors, String actor) {
    return database.write(
        () -> {
          update(
              locked.id(),
              "name = :name, editors = :editors",
              Map.of("name", name, "editors", editors.toArray(new Long[0])));
          audit.append(actor, "plan.change", "plan " + locked.id(), name + ", editors " + editors);
          return changed(locked.id());
        });
  }

  /** Takes a plan that is locked to another state. */
  public Plan step(Plan locked, PlanState state, String note, String actor) {
    return database.write(
        () -> {
          update(locked.id(), "state = :state", Map.of("state", state.name()));
          database
              .sql(
                  """
                  INSERT INTO onegrid.plan_step (plan_id, seq, who, state, note)
                  VALUES (:id, :seq, :who, :state, :note)
                  """)
              .param("id", locked.id())
              .param("seq", locked.version())
              .param("who", actor)
              .param("state", state.name())
              .param("note", note)
              .update();
          audit.append(
              actor,
              "plan." + state.name().toLowerCase(Locale.ROOT),
              "plan " + locked.id(),
              "seq " + locked.lastSeq() + " " + locked.digest());
          return changed(locked.id());
        });
  }

  /** Says which mosaic was made of a plan that is locked. */
  public void published(Plan locked, long mosaicId) {
    update(locked.id(), "published_mosaic_id = :mosaic", Map.of("mosaic", mosaicId));
  }

  /**
   * Says of a new draft that it was carried here from another version.
   *
   * @param leftBehind JSON: the operations that are not in it, and why
   */
  public Plan carriedFrom(Plan made, Plan from, String leftBehind, String actor) {
    return database.write(
        () -> {
          database
              .sql(
                  """
                  UPDATE onegrid.plan SET carried_from = :from, left_behind = :left::json,
                    editors = :editors
                  WHERE id = :id
                  """)
              .param("from", from.id())
              .param("left", leftBehind)
              .param("editors", from.editors().toArray(new Long[0]))
              .param("id", made.id())
              .update();
          audit.append(actor, "plan.carry", "plan " + made.id(), "from plan " + from.id());
          return changed(made.id());
        });
  }

  /** What was left behind when a draft was carried, as it was kept; empty when it was not. */
  public Optional<String> leftBehind(long id) {
    return database
        .sql("SELECT left_behind FROM onegrid.plan WHERE id = :id AND left_behind IS NOT NULL")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** The decisions about a plan, in their order. */
  public List<PlanStep> steps(long id) {
    return database
        .sql("SELECT at, who, state, note FROM onegrid.plan_step WHERE plan_id = :id ORDER BY seq")
        .param("id", id)
        .query(
            (row, n) ->
                new PlanStep(
                    Database.instant(row, "at"),
                    row.getString("who"),
                    PlanState.valueOf(row.getString("state")),
                    row.getString("note")))
        .list();
  }

  /** Whether someone has put an operation into the log. */
  public boolean wrote(long id, String who) {
    return log.wrote(id, who);
  }

  /**
   * Locks the plans of a workspace that are in force, oldest first. Publishers stand in line for
   * the workspace before, so that each sees what the one before it has put in force.
   */
  public List<Plan> lockInForce(long workspaceId) {
    database
        .sql("SELECT id FROM onegrid.workspace WHERE id = :id FOR NO KEY UPDATE")
        .param("id", workspaceId)
        .query(Long.class)
        .single();
    return database
        .sql(
            SELECT
                + " AND m.workspace_id = :workspace AND p.state = 'IN_FORCE'"
                + " ORDER BY p.id FOR UPDATE OF p")
        .params(Scope.parameters())
        .param("workspace", workspaceId)
        .query(PLAN)
        .list();
  }

  /** Deletes a plan that is locked, with its log. */
  public void delete(Plan locked, String actor) {
    database.write(
        () -> {
          database.sql("DELETE FROM onegrid.plan WHERE id = :id").param("id", locked.id()).update();
          audit.append(
              actor, "plan.delete", "plan " + locked.id(), locked.name() + " " + locked.digest());
          return true;
        });
  }

  /** What became of a plan, even for who put it out of their own sight by that. */
  private Plan changed(long id) {
    return database.sql(ALL + "p.id = :id").param("id", id).query(PLAN).single();
  }

  private void update(long id, String what, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("id", id);
    database
        .sql("UPDATE onegrid.plan SET version = version + 1, " + what + " WHERE id = :id")
        .params(all)
        .update();
  }
}
