package onegrid.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/**
 * Keeps plans as logs of operations.
 *
 * <p>Writers of one plan stand in line for its row, and each says up to where it has read: an
 * operation is never put after one that its writer had not seen. That, and not a version for each
 * row, is what protects borders that two cells share.
 */
public final class PlanStore {
  private static final String SELECT =
      "SELECT id, mosaic_id, name, state, last_seq, created_by, created_at FROM onegrid.plan ";

  private static final RowMapper<Plan> PLAN =
      (row, n) ->
          new Plan(
              row.getLong("id"),
              row.getLong("mosaic_id"),
              row.getString("name"),
              PlanState.valueOf(row.getString("state")),
              row.getLong("last_seq"),
              row.getString("created_by"),
              Database.instant(row, "created_at"));

  private final Database database;
  private final AuditStore audit;

  PlanStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Branches a draft from a mosaic. */
  public Plan create(long mosaicId, String name, String actor) {
    return database.write(
        () -> {
          Plan plan =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.plan (mosaic_id, name, created_by)
                      VALUES (:mosaic, :name, :actor)
                      RETURNING id, mosaic_id, name, state, last_seq, created_by, created_at
                      """)
                  .param("mosaic", mosaicId)
                  .param("name", name)
                  .param("actor", actor)
                  .query(PLAN)
                  .single();
          audit.append(actor, "plan.create", "plan " + plan.id(), name);
          return plan;
        });
  }

  public Optional<Plan> find(long id) {
    return database.sql(SELECT + "WHERE id = :id").param("id", id).query(PLAN).optional();
  }

  /** The plans that branch from a mosaic, oldest first. */
  public List<Plan> list(long mosaicId) {
    return database
        .sql(SELECT + "WHERE mosaic_id = :mosaic ORDER BY id")
        .param("mosaic", mosaicId)
        .query(PLAN)
        .list();
  }

  /**
   * Adds operations to the end of the log, all or none.
   *
   * @param seenSeq the newest line that the writer has seen, 0 for none
   */
  public PlanAppend append(long id, long seenSeq, List<PlanOperation> operations, String actor) {
    return database.write(
        () -> {
          Optional<Plan> locked =
              database
                  .sql(SELECT + "WHERE id = :id FOR UPDATE")
                  .param("id", id)
                  .query(PLAN)
                  .optional();
          if (locked.isEmpty()) {
            return new PlanAppend.Missing();
          }
          Plan plan = locked.get();
          if (plan.state() != PlanState.DRAFT) {
            return new PlanAppend.Closed(plan.state());
          }
          if (plan.lastSeq() != seenSeq) {
            return new PlanAppend.Behind(plan.lastSeq(), log(id, seenSeq));
          }
          long seq = seenSeq;
          for (PlanOperation operation : operations) {
            insert(id, ++seq, operation, actor);
          }
          database
              .sql("UPDATE onegrid.plan SET last_seq = :seq WHERE id = :id")
              .param("seq", seq)
              .param("id", id)
              .update();
          audit.append(actor, "plan.append", "plan " + id, (seenSeq + 1) + ".." + seq);
          return new PlanAppend.Kept(seq);
        });
  }

  /** The log after {@code seq}, in its order. */
  public List<PlanLine> log(long id, long seq) {
    return database
        .sql(
            """
            SELECT seq, who, at, verb, ids, before, after, note FROM onegrid.plan_operation
            WHERE plan_id = :id AND seq > :seq ORDER BY seq
            """)
        .param("id", id)
        .param("seq", seq)
        .query(
            (row, n) ->
                new PlanLine(
                    row.getLong("seq"),
                    row.getString("who"),
                    Database.instant(row, "at"),
                    new PlanOperation(
                        row.getString("verb"),
                        Database.texts(row, "ids"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("note"))))
        .list();
  }

  private void insert(long id, long seq, PlanOperation operation, String actor) {
    database
        .sql(
            """
            INSERT INTO onegrid.plan_operation (plan_id, seq, who, at, verb, ids, before, after, note)
            VALUES (:id, :seq, :who, clock_timestamp(), :verb, :ids, :before::json, :after::json,
              :note)
            """)
        .param("id", id)
        .param("seq", seq)
        .param("who", actor)
        .param("verb", operation.verb())
        .param("ids", operation.ids().toArray(new String[0]))
        .param("before", operation.before())
        .param("after", operation.after())
        .param("note", operation.note())
        .update();
  }
}
