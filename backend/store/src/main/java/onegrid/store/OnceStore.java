package onegrid.store;

import java.util.Optional;

/**
 * Keeps what was answered to requests that carry an idempotency key, for a day. Begin, effect and
 * end belong into one transaction: then there is an answer exactly when there was an effect.
 */
public final class OnceStore {
  private final Database database;

  OnceStore(Database database) {
    this.database = database;
  }

  /**
   * An answer.
   *
   * @param fingerprint of the request it was given to
   */
  public record Answer(
      String fingerprint,
      int status,
      String contentType,
      String location,
      String etag,
      byte[] body) {}

  /**
   * Takes a key for the open transaction; another request with the same key waits until that ends.
   *
   * @return what was answered before, or empty when this request is the first
   */
  public Optional<Answer> begin(long accountId, String key, String fingerprint) {
    return database.write(
        () -> {
          database
              .sql("DELETE FROM onegrid.answer_once WHERE at < now() - interval '1 day'")
              .update();
          int taken =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.answer_once (account_id, key, fingerprint)
                      VALUES (:account, :key, :fingerprint) ON CONFLICT DO NOTHING
                      """)
                  .param("account", accountId)
                  .param("key", key)
                  .param("fingerprint", fingerprint)
                  .update();
          return taken > 0 ? Optional.empty() : Optional.of(find(accountId, key));
        });
  }

  private Answer find(long accountId, String key) {
    return database
        .sql(
            """
            SELECT fingerprint, status, content_type, location, etag, body
            FROM onegrid.answer_once WHERE account_id = :account AND key = :key
            """)
        .param("account", accountId)
        .param("key", key)
        .query(
            (row, n) ->
                new Answer(
                    row.getString("fingerprint"),
                    row.getInt("status"),
                    row.getString("content_type"),
                    row.getString("location"),
                    row.getString("etag"),
                    row.getBytes("body")))
        .single();
  }

  /** Keeps the answer, in the same transaction. */
  public void end(long accountId, String key, Answer answer) {
    database.write(
        () ->
            database
                .sql(
                    """
                    UPDATE onegrid.answer_once SET status = :status, content_type = :type,
                      location = :location, etag = :etag, body = :body
                    WHERE account_id = :account AND key = :key
                    """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("account", accountId)
                .param("key", key)
                .update());
  }
}
