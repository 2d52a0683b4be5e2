package onegrid.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostGIS for tests: one throw-away cluster for the whole run, one empty database for each
 * that asks.
 *
 * <p>When {@code ONEGRID_TEST_DATABASE} holds a JDBC URL, databases are made there instead; its
 * user must be allowed to. Where no PostGIS can be had, tests fail and say so; they are never
 * skipped.
 */
public final class TestDatabase {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final String GIVEN = "ONEGRID_TEST_DATABASE";

  private TestDatabase() {}

  /** The stores of an empty database of its own. */
  public static Stores stores() {
    return Stores.open(empty());
  }

  /** A database without tables. */
  public static DataSource empty() {
    return make("");
  }

  /** A database that begins as another one is; nobody may be connected to that. */
  public static DataSource copy(DataSource other) {
    return make(" TEMPLATE " + ((PGSimpleDataSource) other).getDatabaseName());
  }

  private static DataSource make(String template) {
    String name = "test_" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
    PGSimpleDataSource server = Cluster.source();
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + template);
    } catch (SQLException e) {
      throw new IllegalStateException("No PostGIS for tests: " + e.getMessage(), e);
    }
    server.setDatabaseName(name);
    return server;
  }

  /** The JDBC URL of a database without tables, with user and password. */
  public static String emptyUrl() {
    PGSimpleDataSource source = (PGSimpleDataSource) empty();
    return source.getURL() + "&user=" + source.getUser() + "&password=" + source.getPassword();
  }

  /** Started by the first who asks, stopped when the run ends. */
  private static final class Cluster {
    private static final String URL = url();

    private Cluster() {}

    static PGSimpleDataSource source() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(URL);
      return source;
    }

    private static String url() {
      String given = System.getenv(GIVEN);
      if (given != null && !given.isBlank()) {
        return given;
      }
      try {
        Path folder =
            Files.createTempDirectory(
                "onegrid-test-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        script(folder, "start");
        return script(folder, "url");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path folder) {
      try {
        script(folder, "stop");
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String script(Path folder, String... verb) throws IOException {
      List<String> command =
          new ArrayList<>(List.of(scripts().toString(), "--throwaway", folder.toString()));
      command.addAll(Arrays.asList(verb));
      // To a file: the server that is started keeps what it inherits open.
      Path said = Files.createTempFile("onegrid-db-", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      try {
        int code = process.waitFor();
        String words = Files.readString(said, StandardCharsets.UTF_8).strip();
        if (code != 0) {
          throw new IllegalStateException(
              "No PostGIS for tests: install it, or set "
                  + GIVEN
                  + " to a JDBC URL whose user may create databases. "
                  + words);
        }
        return words;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } finally {
        Files.delete(said);
      }
    }

    private static Path scripts() {
      for (Path folder = Path.of("").toAbsolutePath();
          folder != null;
          folder = folder.getParent()) {
        Path script = folder.resolve("scripts/db");
        if (Files.isExecutable(script)) {
          return script;
        }
      }
      throw new IllegalStateException("No PostGIS for tests: scripts/db is not above this folder.");
    }
  }
}
