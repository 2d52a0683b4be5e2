package onegrid.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PostGIS of a test's own, which may be killed. What it acknowledges has left its memory, as
 * in earnest; only the disk is not waited for, since a kill leaves the machine standing.
 */
final class OwnCluster implements AutoCloseable {
  private final Path folder;

  OwnCluster() {
    try {
      folder =
          Files.createTempDirectory(
              "onegrid-own-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    script("start");
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE onegrid SET synchronous_commit = on");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JDBC URL of its database, with user and password. */
  String url() {
    return script("url");
  }

  void start() {
    script("start");
  }

  /** Kills every process of the cluster, as a power cut would. */
  void kill() {
    long postmaster = postmaster();
    List<ProcessHandle> all =
        ProcessHandle.of(postmaster).stream()
            .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }

  @Override
  public void close() {
    script("stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long postmaster() {
    try {
      return Long.parseLong(
          Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String script(String... verb) {
    List<String> command =
        new ArrayList<>(List.of(scripts().toString(), "--throwaway", folder.toString()));
    command.addAll(Arrays.asList(verb));
    try {
      Path said = Files.createTempFile("onegrid-own-", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      int code = process.waitFor();
      String words = Files.readString(said).strip();
      Files.delete(said);
      if (code != 0) {
        throw new IllegalStateException("scripts/db " + String.join(" ", verb) + ": " + words);
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path scripts() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isExecutable(at.resolve("scripts/db"))) {
        return at.resolve("scripts/db");
      }
    }
    throw new IllegalStateException("scripts/db is not above this folder");
  }
}
