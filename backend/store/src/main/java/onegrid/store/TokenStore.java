package onegrid.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Keeps keys for programs, as hashes. */
public final class TokenStore {
  private static final String COLUMNS = "id, account_id, name, may_write, expires_at, created_at ";

  private static final RowMapper<ApiToken> TOKEN =
      (row, n) ->
          new ApiToken(
              row.getLong("id"),
              row.getLong("account_id"),
              row.getString("name"),
              row.getBoolean("may_write"),
              Database.instant(row, "expires_at"),
              Database.instant(row, "created_at"));

  private final Database database;
  private final AuditStore audit;

  TokenStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Makes a token that ends after a while. */
  public ApiToken create(
      long accountId,
      String name,
      String tokenHash,
      boolean mayWrite,
      Duration goodFor,
      String actor) {
    return database.write(
        () -> {
          ApiToken made =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.api_token
                        (account_id, name, token_hash, may_write, expires_at)
                      VALUES (:account, :name, :hash, :write,
                        clock_timestamp() + :seconds * interval '1 second')
                      RETURNING\s"""
                          + COLUMNS)
                  .param("account", accountId)
                  .param("name", name)
                  .param("hash", tokenHash)
                  .param("write", mayWrite)
                  .param("seconds", goodFor.toSeconds())
                  .query(TOKEN)
                  .single();
          audit.append(
              actor, "token.create", "account " + accountId, mayWrite ? "read, write" : "read");
          return made;
        });
  }

  /** The token with this hash, unless it has ended. */
  public Optional<ApiToken> alive(String tokenHash) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + "FROM onegrid.api_token WHERE token_hash = :hash"
                + " AND expires_at > clock_timestamp()")
        .param("hash", tokenHash)
        .query(TOKEN)
        .optional();
  }

  /** The tokens of an account, newest first. */
  public List<ApiToken> list(long accountId) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + "FROM onegrid.api_token WHERE account_id = :account ORDER BY id DESC LIMIT 200")
        .param("account", accountId)
        .query(TOKEN)
        .list();
  }

  /** Ends a token at once; false when the account has no such token. */
  public boolean delete(long accountId, long id, String actor) {
    return database.write(
        () -> {
          boolean deleted =
              database
                      .sql("DELETE FROM onegrid.api_token WHERE id = :id AND account_id = :account")
                      .param("id", id)
                      .param("account", accountId)
                      .update()
                  > 0;
          if (deleted) {
            audit.append(actor, "token.delete", "account " + accountId, "");
          }
          return deleted;
        });
  }
}
