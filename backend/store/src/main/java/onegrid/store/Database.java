package onegrid.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every store stands on: statements, transactions, COPY and cursors over one data source. */
final class Database {
  /** Rows that a cursor brings at a time. */
  private static final int FETCH_ROWS = 1000;

  private final JdbcTemplate template;
  private final JdbcClient client;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  Database(DataSource source) {
    this.template = new JdbcTemplate(source);
    this.client = JdbcClient.create(template);
    JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    this.writing = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  JdbcClient.StatementSpec sql(String sql) {
    return client.sql(sql);
  }

  /** Runs in the transaction that is open in this thread, else in one of its own. */
  <T> T write(Supplier<T> work) {
    return Objects.requireNonNull(writing.execute(status -> work.get()));
  }

  /** Writes one row per item. */
  <T> void copy(String sql, List<T> items, RowWriter<T> writer) {
    template.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              PGConnection postgres = connection.unwrap(PGConnection.class);
              try (PGCopyOutputStream out = new PGCopyOutputStream(postgres, sql)) {
                CopyRow row = new CopyRow(out);
                for (int seq = 0; seq < items.size(); seq++) {
                  writer.write(row.begin(), seq, items.get(seq));
                  row.end();
                }
                row.finish();
              } catch (IOException e) {
                throw e.getCause() instanceof SQLException cause
                    ? cause
                    : new SQLException("COPY broke off", e);
              }
              return true;
            });
  }

  /** Gives the rows one after the other, holding no more than some of them in memory. */
  <T> void stream(String sql, long id, RowMapper<T> mapper, Consumer<T> reader) {
    reading.executeWithoutResult(
        status -> {
          try (Stream<T> rows =
              client.sql(sql).withFetchSize(FETCH_ROWS).param("id", id).query(mapper).stream()) {
            rows.forEach(reader);
          }
        });
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<Long> maybeLong(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class));
  }

  static OptionalInt maybeInt(ResultSet row, String column) throws SQLException {
    Integer value = row.getObject(column, Integer.class);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** The columns west, south, east and north. */
  static Optional<Bounds> bounds(ResultSet row) throws SQLException {
    if (row.getObject("west") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Bounds(
            row.getDouble("west"),
            row.getDouble("south"),
            row.getDouble("east"),
            row.getDouble("north")));
  }

  /** Gives the parameters west, south, east and north, null when the box is empty. */
  static JdbcClient.StatementSpec box(JdbcClient.StatementSpec spec, Envelope box) {
    boolean none = box.isNull();
    return spec.param("west", none ? null : box.getMinX())
        .param("south", none ? null : box.getMinY())
        .param("east", none ? null : box.getMaxX())
        .param("north", none ? null : box.getMaxY());
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static List<Optional<String>> maybeTexts(ResultSet row, String column) throws SQLException {
    String[] values = (String[]) row.getArray(column).getArray();
    return new ArrayList<>(Arrays.stream(values).map(Optional::ofNullable).toList());
  }

  /** Writes the fields of one row. */
  @FunctionalInterface
  interface RowWriter<T> {
    void write(CopyRow row, int seq, T item);
  }
}
