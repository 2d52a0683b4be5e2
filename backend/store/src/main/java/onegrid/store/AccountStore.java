package onegrid.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onegrid.store.SetupUse.Outcome;
import org.springframework.jdbc.core.RowMapper;

/**
 * Keeps accounts and the links of the first run. Holds hashes only; makes and checks none.
 *
 * <p>Names are kept to the letter and compared so.
 */
public final class AccountStore {
  private static final String SELECT =
      "SELECT id, name, role, created_at, password_hash FROM onegrid.account ";

  private static final RowMapper<Account> ACCOUNT =
      (row, n) ->
          new Account(
              row.getLong("id"),
              row.getString("name"),
              Role.valueOf(row.getString("role")),
              Database.instant(row, "created_at"));

  private final Database database;
  private final AuditStore audit;

  AccountStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /** An account with what is needed to check a password. */
  public record Credentials(Account account, String passwordHash) {}

  /** Whether there is any account. */
  public boolean any() {
    return database
        .sql("SELECT EXISTS (SELECT 1 FROM onegrid.account)")
        .query(Boolean.class)
        .single();
  }

  /** Makes an account; empty when the name is taken. */
  public Optional<Account> create(String name, Role role, String passwordHash, String actor) {
    return database.write(
        () -> {
          Optional<Account> made =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.account (name, role, password_hash)
                      VALUES (:name, :role, :hash)
                      ON CONFLICT (name) DO NOTHING RETURNING id, name, role, created_at
                      """)
                  .param("name", name)
                  .param("role", role.name())
                  .param("hash", passwordHash)
                  .query(ACCOUNT)
                  .optional();
          made.ifPresent(
              account ->
                  audit.append(actor, "account.create", "account " + account.id(), role.name()));
          return made;
        });
  }

  public Optional<Credentials> find(String name) {
    return database
        .sql(SELECT + "WHERE name = :name")
        .param("name", name)
        .query((row, n) -> new Credentials(ACCOUNT.mapRow(row, n), row.getString("password_hash")))
        .optional();
  }

  /** All of them, by name. */
  public List<Account> list() {
    return database.sql(SELECT + "ORDER BY name").query(ACCOUNT).list();
  }

  /** Puts another hash in the place of the one before; false when there is no such account. */
  public boolean changePassword(long id, String passwordHash, String actor) {
    return database.write(
        () -> {
          boolean known =
              database
                      .sql("UPDATE onegrid.account SET password_hash = :hash WHERE id = :id")
                      .param("hash", passwordHash)
                      .param("id", id)
                      .update()
                  > 0;
          if (known) {
            audit.append(actor, "account.password", "account " + id, "");
          }
          return known;
        });
  }

  /** Deletes an account; false when there is none. What it did stays under its name. */
  public boolean delete(long id, String actor) {
    return database.write(
        () -> {
          boolean deleted =
              database.sql("DELETE FROM onegrid.account WHERE id = :id").param("id", id).update()
                  > 0;
          if (deleted) {
            audit.append(actor, "account.delete", "account " + id, "");
          }
          return deleted;
        });
  }

  /** Makes a set-up token good for a while; unused ones before it end. */
  public void offerSetup(String tokenHash, Duration goodFor) {
    database.write(
        () -> {
          database.sql("DELETE FROM onegrid.setup_token WHERE used_at IS NULL").update();
          return database
              .sql(
                  """
                  INSERT INTO onegrid.setup_token (token_hash, expires_at)
                  VALUES (:hash, clock_timestamp() + :millis * interval '1 millisecond')
                  """)
              .param("hash", tokenHash)
              .param("millis", goodFor.toMillis())
              .update();
        });
  }

  /** How good a token is just now; changes nothing. */
  public Outcome setupState(String tokenHash) {
    return database
        .sql(
            """
            SELECT CASE
              WHEN used_at IS NOT NULL OR EXISTS (SELECT 1 FROM onegrid.account) THEN 'USED'
              WHEN expires_at <= clock_timestamp() THEN 'EXPIRED' ELSE 'DONE' END
            FROM onegrid.setup_token WHERE token_hash = :hash
            """)
        .param("hash", tokenHash)
        .query(String.class)
        .optional()
        .map(Outcome::valueOf)
        .orElse(Outcome.UNKNOWN);
  }

  /** Uses a token to make the first administrator: of many who try at once, one succeeds. */
  public SetupUse useSetup(String tokenHash, String name, String passwordHash) {
    return database.write(
        () -> {
          database.sql("LOCK TABLE onegrid.account IN SHARE ROW EXCLUSIVE MODE").update();
          Outcome state = setupState(tokenHash);
          if (state != Outcome.DONE) {
            return new SetupUse(state, Optional.empty());
          }
          database
              .sql(
                  """
                  UPDATE onegrid.setup_token SET used_at = clock_timestamp()
                  WHERE token_hash = :hash
                  """)
              .param("hash", tokenHash)
              .update();
          return new SetupUse(
              Outcome.DONE, create(name, Role.ADMINISTRATOR, passwordHash, "setup"));
        });
  }
}
