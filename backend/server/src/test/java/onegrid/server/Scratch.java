package onegrid.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Folders of tests, which are gone when the tests are over; what uses them is ended first. */
final class Scratch {
  private static final Deque<Runnable> AT_THE_END = new ArrayDeque<>();

  private Scratch() {}

  /** A folder of its own for whoever asks. */
  static Path folder(String prefix) {
    try {
      Path folder = Files.createTempDirectory(prefix);
      atTheEnd(() -> remove(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has something done when the tests are over; what was asked for last is done first. */
  static synchronized void atTheEnd(Runnable act) {
    if (AT_THE_END.isEmpty()) {
      Runtime.getRuntime().addShutdownHook(new Thread(Scratch::end));
    }
    AT_THE_END.push(act);
  }

  private static synchronized void end() {
    AT_THE_END.forEach(Runnable::run);
  }

  /** Removes a folder with all in it; what is gone already is well. */
  static void remove(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
                throws IOException {
              if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
