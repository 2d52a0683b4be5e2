package onegrid.io.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that files are written to before they are shown. {@link #deliver} moves them into place;
 * closing without it leaves nothing behind.
 */
public final class Outbox implements AutoCloseable {
  private final Path target;
  private final Path folder;

  private Outbox(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /** Opens one on the same disk as the target, so that moving is one step. */
  public static Outbox towards(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || (Files.exists(absolute) && !Files.isDirectory(absolute))) {
      throw new IOException("not a folder: " + target);
    }
    Files.createDirectories(parent);
    return new Outbox(absolute, Files.createTempDirectory(parent, ".onegrid-"));
  }

  /** Where to write the file of that name. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Moves every file into the target, over older ones of the same name. */
  public void deliver() throws IOException {
    Files.createDirectories(target);
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      Files.move(
          file, target.resolve(String.valueOf(file.getFileName())), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
