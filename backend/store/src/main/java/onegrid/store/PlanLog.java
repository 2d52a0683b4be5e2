package onegrid.store;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** The lines of plans' logs. Who may see or write them is asked before, by {@link PlanStore}. */
final class PlanLog {
  private static final RowMapper<PlanLine> LINE =
      (row, n) ->
          new PlanLine(
              row.getLong("seq"),
              row.getString("who"),
              Database.instant(row, "at"),
              new PlanOperation(
                  row.getString("verb"),
                  Database.texts(row, "ids"),
                  row.getString("edit"),
                  row.getString("before"),
                  row.getString("after"),
                  Database.texts(row, "reads"),
                  Database.texts(row, "writes"),
                  row.getString("digest"),
                  row.getString("note")));

  private final Database database;

  PlanLog(Database database) {
    this.database = database;
  }

  /** The log after {@code seq}, in its order, at most {@code limit} lines. */
  List<PlanLine> lines(long id, long seq, int limit) {
    return database
        .sql(
            """
            SELECT * FROM onegrid.plan_operation
            WHERE plan_id = :id AND seq > :seq ORDER BY seq LIMIT :limit
            """)
        .param("id", id)
        .param("seq", seq)
        .param("limit", limit)
        .query(LINE)
        .list();
  }

  /** What the operations after {@code seq} read and wrote, in their order: a tenth of the log. */
  List<PlanTouch> touched(long id, long seq, int limit) {
    return database
        .sql(
            """
            SELECT seq, reads, writes FROM onegrid.plan_operation
            WHERE plan_id = :id AND seq > :seq ORDER BY seq LIMIT :limit
            """)
        .param("id", id)
        .param("seq", seq)
        .param("limit", limit)
        .query(
            (row, n) ->
                new PlanTouch(
                    row.getLong("seq"),
                    Database.texts(row, "reads"),
                    Database.texts(row, "writes")))
        .list();
  }

  /** Whether someone has put an operation into the log. */
  boolean wrote(long id, String who) {
    return database
        .sql(
            "SELECT EXISTS (SELECT 1 FROM onegrid.plan_operation WHERE plan_id = :id AND who = :who)")
        .param("id", id)
        .param("who", who)
        .query(Boolean.class)
        .single();
  }

  /** Puts an operation into the log; the end of the log in the plan's row is the caller's. */
  void insert(long id, long seq, PlanOperation operation, String author) {
    database
        .sql(
            """
            INSERT INTO onegrid.plan_operation (plan_id, seq, who, at, verb, ids, edit, before,
              after, reads, writes, digest, note)
            VALUES (:id, :seq, :who, clock_timestamp(), :verb, :ids, :edit::json, :before::json,
              :after::json, :reads, :writes, :digest, :note)
            """)
        .param("id", id)
        .param("seq", seq)
        .param("who", author)
        .param("verb", operation.verb())
        .param("ids", array(operation.ids()))
        .param("edit", operation.edit())
        .param("before", operation.before())
        .param("after", operation.after())
        .param("reads", array(operation.reads()))
        .param("writes", array(operation.writes()))
        .param("digest", operation.digest())
        .param("note", operation.note())
        .update();
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(new String[0]);
  }
}
