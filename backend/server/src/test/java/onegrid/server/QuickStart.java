package onegrid.server;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What lets a server process start in half the time: our classes in plain jars, for the JVM keeps
 * no classes of folders, and an archive of all classes as they lie in memory. The first process
 * that is stopped in order leaves the archive; later ones start from it.
 */
final class QuickStart {
  private static final Path FOLDER = Scratch.folder("onegrid-quick-");
  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
  private static final String CLASS_PATH =
      Stream.of(String.valueOf(System.getProperty("java.class.path")).split(File.pathSeparator, -1))
          .map(Path::of)
          .filter(Files::exists)
          .filter(entry -> !Files.exists(entry.resolve("onegrid/server/QuickStart.class")))
          .map(entry -> Files.isDirectory(entry) ? jar(entry) : entry)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));

  private QuickStart() {}

  /** Options of the JVM, with the class path. */
  static List<String> options() {
    String archive = Files.exists(ARCHIVE) ? "SharedArchiveFile" : "ArchiveClassesAtExit";
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:" + archive + "=" + ARCHIVE,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off",
        "-cp",
        CLASS_PATH);
  }

  private static Path jar(Path folder) {
    Path jar = FOLDER.resolve("classes-" + Integer.toHexString(folder.hashCode()) + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> walk = Files.walk(folder)) {
      zip.setLevel(0);
      List<Path> entries = new ArrayList<>(walk.filter(path -> !path.equals(folder)).toList());
      for (Path entry : entries) {
        boolean isFolder = Files.isDirectory(entry);
        zip.putNextEntry(new ZipEntry(folder.relativize(entry) + (isFolder ? "/" : "")));
        if (!isFolder) {
          Files.copy(entry, zip);
        }
        zip.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
