package onegrid.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables, in the schema {@code onegrid}. */
public final class StoreSchema {
  /** The schema that holds everything of ours. */
  public static final String NAME = "onegrid";

  private StoreSchema() {}

  /**
   * Brings the schema up to date; nothing to do the second time. Each step is one transaction, and
   * several processes may start at once.
   *
   * <p>The extension PostGIS is made when it is missing, which the account must be allowed to do.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, has no
   *     PostGIS, or was written by a newer version
   */
  public static void migrate(DataSource source) {
    steps(source).load().migrate();
  }

  /** How the steps are found and kept count of. */
  static FluentConfiguration steps(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:onegrid/store/migration")
        .schemas(NAME)
        .defaultSchema(NAME)
        .table("schema_history");
  }
}
