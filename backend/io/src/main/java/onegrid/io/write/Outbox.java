package onegrid.io.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onegrid.io.FileRefused;
import org.jspecify.annotations.Nullable;

/**
 * A folder that files are written to before they are shown. {@link #deliver} moves them into place;
 * closing without it, or an end of the program before it, leaves nothing behind.
 */
public final class Outbox implements AutoCloseable {
  private final Path target;
  private final Path folder;
  private final Thread onExit = new Thread(this::clear, "outbox");

  private Outbox(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /**
   * Opens one on the same disk as the target, so that moving is one step.
   *
   * @throws FileRefused if the target is no folder, or cannot be written to
   */
  public static Outbox towards(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || (Files.exists(absolute) && !Files.isDirectory(absolute))) {
      throw FileRefused.broken(
          "结果目录 " + target + " 是一个文件，请换一个目录", "the output folder " + target + " is a file");
    }
    if (Files.exists(absolute) && !Files.isWritable(absolute)) {
      throw unwritable(target, null);
    }
    try {
      Files.createDirectories(parent);
      Path folder = parent.resolve(".onegrid-" + UUID.randomUUID());
      return new Outbox(absolute, Files.createDirectory(folder));
    } catch (IOException e) {
      if (isFull(e)) {
        throw e;
      }
      throw unwritable(target, e);
    }
  }

  /**
   * Refuses a folder in which results would mix with files of something else. Earlier results of
   * the same names are replaced.
   *
   * @param names of the files that are going to be written
   */
  public static void checkUnmixed(Path target, Set<String> names) throws IOException {
    if (!Files.isDirectory(target)) {
      return;
    }
    Set<String> others = new TreeSet<>();
    try (Stream<Path> files = Files.list(target)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith(".") && !names.contains(name))
          .forEach(others::add);
    }
    if (!others.isEmpty()) {
      String some = others.stream().limit(3).collect(Collectors.joining(", "));
      throw FileRefused.broken(
          "结果目录 " + target + " 里已有别的文件（" + some + "），混在一起会分不清；请换一个空目录",
          "the output folder " + target + " holds other files (" + some + "); choose an empty one");
    }
  }

  /** Where to write the file of that name. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** The names written so far. */
  public Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * Shows the files: in one step where the target is not there yet, otherwise one by one over older
   * ones of the same name.
   */
  public void deliver() throws IOException {
    checkUnmixed(target, names());
    if (!Files.exists(target)) {
      Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
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
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      return; // The program is ending and the hook does it.
    }
    clear();
  }

  private void clear() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFull(IOException e) {
    return String.valueOf(e.getMessage()).contains("No space left");
  }

  private static FileRefused unwritable(Path target, @Nullable Exception cause) {
    FileRefused refused =
        FileRefused.broken(
            "结果目录 " + target + " 不能写入（权限不足、只读或上级不是目录），请换一个目录",
            "the output folder " + target + " cannot be written to; choose another");
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
