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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostGIS of a test's own, which may be killed. What it acknowledges has left its memory, as
 * in earnest; only the disk is not waited for, since a kill leaves the machine standing.
 */
final class OwnCluster implements AutoCloseable {
  private static final long STARTS_WITHIN_NANOS = 60_000_000_000L;

  private final Path folder;
  private final String url;
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> surroundings = new HashMap<>();

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
    url = script("url");
    remember();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE onegrid SET synchronous_commit = on");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JDBC URL of its database, with user and password. */
  String url() {
    return url;
  }

  /** Starts it as it was started the first time, and waits until it lets someone in. */
  void start() {
    long end = System.nanoTime() + STARTS_WITHIN_NANOS;
    Process postmaster = launch();
    while (!letsIn()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the cluster does not start; see " + folder);
      }
      try {
        if (postmaster.waitFor(20, TimeUnit.MILLISECONDS)) {
          // The memory of the killed one is let go only after a moment.
          postmaster = launch();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** How the script started it, so that it can be started without the script's checks and waits. */
  private void remember() {
    Path process = Path.of("/proc", Long.toString(postmaster()));
    try {
      String owner = Files.getOwner(folder.resolve("cluster")).getName();
      if (!owner.equals(System.getProperty("user.name"))) {
        command.addAll(List.of("runuser", "-u", owner, "--"));
      }
      command.addAll(words(process.resolve("cmdline")));
      for (String one : words(process.resolve("environ"))) {
        int equals = one.indexOf('=');
        if (equals > 0) {
          surroundings.put(one.substring(0, equals), one.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(Path file) throws IOException {
    return Stream.of(Files.readString(file).split("\0", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private Process launch() {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("postgresql.log").toFile()));
    builder.environment().clear();
    builder.environment().putAll(surroundings);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean letsIn() {
    try (Connection connection = DriverManager.getConnection(url)) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
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
    Scratch.remove(folder);
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
