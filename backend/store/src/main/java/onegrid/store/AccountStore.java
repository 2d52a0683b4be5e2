package onegrid.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onegrid.store.SetupUse.Outcome;
import org.springframework.jdbc.core.RowMapper;

/**
 * Keeps accounts and the links of the first run. Holds hashes only; makes and checks none.
 *
 * <p>Names are kept to the letter and compared so.
 */
public final class AccountStore {
  private static final String COLUMNS =
      "id, name, role, disabled_at, version, epoch, divisions, departments, created_at";
  private static final String SELECT =
      "SELECT " + COLUMNS + ", password_hash FROM onegrid.account ";

  private static final RowMapper<Account> ACCOUNT =
      (row, n) ->
          new Account(
              row.getLong("id"),
              row.getString("name"),
              Role.valueOf(row.getString("role")),
              row.getObject("disabled_at") == null,
              row.getLong("version"),
              row.getLong("epoch"),
              Set.copyOf(Database.texts(row, "divisions")),
              Set.copyOf(Database.texts(row, "departments")),
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

  /** Makes an account without rights to any division; empty when the name is taken. */
  public Optional<Account> create(String name, Role role, String passwordHash, String actor) {
    return create(name, AccountRights.of(role), passwordHash, actor);
  }

  /** Makes an account; empty when the name is taken. */
  public Optional<Account> create(
      String name, AccountRights rights, String passwordHash, String actor) {
    return database.write(
        () -> {
          Optional<Account> made =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.account
                        (name, role, password_hash, divisions, departments)
                      VALUES (:name, :role, :hash, :divisions, :departments)
                      ON CONFLICT (name) DO NOTHING RETURNING\s"""
                          + COLUMNS)
                  .param("name", name)
                  .param("role", rights.role().name())
                  .param("divisions", array(rights.divisions()))
                  .param("departments", array(rights.departments()))
                  .param("hash", passwordHash)
                  .query(ACCOUNT)
                  .optional();
          made.ifPresent(
              account ->
                  audit.append(actor, "account.create", "account " + account.id(), told(rights)));
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

  public Optional<Account> find(long id) {
    return database.sql(SELECT + "WHERE id = :id").param("id", id).query(ACCOUNT).optional();
  }

  /** All of them, by name. */
  public List<Account> list() {
    return database.sql(SELECT + "ORDER BY name").query(ACCOUNT).list();
  }

  /**
   * Gives an account other rights. Whoever is signed in with it has to sign in again, unless they
   * are the ones it had.
   *
   * @param version what the writer has read
   * @return what became of it, empty when there is no such account
   * @throws StaleVersion if it was changed since
   * @throws LastAdministrator if nobody would be left who can give rights
   */
  public Optional<Account> setRights(long id, long version, AccountRights rights, String actor) {
    return database.write(
        () -> {
          database.sql("LOCK TABLE onegrid.account IN SHARE ROW EXCLUSIVE MODE").update();
          Optional<Account> before = find(id);
          if (before.isEmpty()) {
            return before;
          }
          if (before.get().version() != version) {
            throw new StaleVersion(before.get().version());
          }
          if (before.get().rights().equals(rights)) {
            return before;
          }
          boolean ruled = before.get().role() == Role.ADMINISTRATOR && before.get().enabled();
          boolean rules = rights.role() == Role.ADMINISTRATOR && rights.enabled();
          if (ruled && !rules && !othersRule(id)) {
            throw new LastAdministrator();
          }
          Account after =
              database
                  .sql(
                      """
                      UPDATE onegrid.account SET role = :role, divisions = :divisions,
                        departments = :departments, version = version + 1, epoch = epoch + 1,
                        disabled_at = CASE WHEN :enabled THEN NULL
                          ELSE coalesce(disabled_at, now()) END
                      WHERE id = :id RETURNING\s"""
                          + COLUMNS)
                  .param("role", rights.role().name())
                  .param("divisions", array(rights.divisions()))
                  .param("departments", array(rights.departments()))
                  .param("enabled", rights.enabled())
                  .param("id", id)
                  .query(ACCOUNT)
                  .single();
          audit.append(actor, "account.rights", "account " + id, told(rights));
          return Optional.of(after);
        });
  }

  private boolean othersRule(long id) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM onegrid.account
              WHERE role = 'ADMINISTRATOR' AND disabled_at IS NULL AND id <> :id)
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /**
   * Puts another hash in the place of the one before. Whoever is signed in with the old password
   * has to sign in again.
   *
   * @param version what the writer has read, or empty when it does not matter
   * @return what became of the account, empty when there is none
   * @throws StaleVersion if it was changed since
   */
  public Optional<Account> changePassword(
      long id, Optional<Long> version, String passwordHash, String actor) {
    return database.write(
        () -> {
          Optional<Account> after =
              database
                  .sql(
                      """
                      UPDATE onegrid.account SET password_hash = :hash, version = version + 1,
                        epoch = epoch + 1
                      WHERE id = :id AND version = coalesce(:version::bigint, version)
                      RETURNING\s"""
                          + COLUMNS)
                  .param("hash", passwordHash)
                  .param("id", id)
                  .param("version", version.orElse(null))
                  .query(ACCOUNT)
                  .optional();
          if (after.isEmpty()) {
            find(id)
                .ifPresent(
                    now -> {
                      throw new StaleVersion(now.version());
                    });
          } else {
            audit.append(actor, "account.password", "account " + id, "");
          }
          return after;
        });
  }

  private static String[] array(Set<String> texts) {
    return new TreeSet<>(texts).toArray(new String[0]);
  }

  private static String told(AccountRights rights) {
    return rights.role()
        + (rights.enabled() ? "" : ", disabled")
        + (rights.divisions().isEmpty() ? "" : ", " + new TreeSet<>(rights.divisions()))
        + (rights.departments().isEmpty() ? "" : ", " + new TreeSet<>(rights.departments()));
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

  /**
   * Makes a set-up token good for a while; unused ones before it end.
   *
   * @return how many of those were still good
   */
  public int offerSetup(String tokenHash, Duration goodFor) {
    return database.write(
        () -> {
          int voided =
              database
                  .sql(
                      """
                      WITH ended AS (
                        DELETE FROM onegrid.setup_token WHERE used_at IS NULL RETURNING expires_at)
                      SELECT count(*) FROM ended WHERE expires_at > clock_timestamp()
                      """)
                  .query(Integer.class)
                  .single();
          database
              .sql(
                  """
                  INSERT INTO onegrid.setup_token (token_hash, expires_at)
                  VALUES (:hash, clock_timestamp() + :millis * interval '1 millisecond')
                  """)
              .param("hash", tokenHash)
              .param("millis", goodFor.toMillis())
              .update();
          return voided;
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
