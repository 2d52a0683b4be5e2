package onegrid.server.layer;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where handed-in files wait for their job: a folder of its own for each upload, under the data
 * folder so that it outlives the process. Names from outside become file names only when they are
 * plain; nothing is ever unpacked here.
 */
@Component
class UploadFolder {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int MOST_FILES = 20;
  private static final int LONGEST_NAME = 120;
  private static final Set<String> ENDINGS =
      Set.of(
          "geojson", "json", "zip", "gpkg", "kml", "kmz", "csv", "xlsx", "dxf", "pbf", "osm", "gz");
  private static final Set<String> SHAPEFILE_ENDINGS =
      Set.of("shp", "shx", "dbf", "prj", "cpg", "sbn", "sbx", "qix", "xml");

  private final Path root;

  UploadFolder(@Value("${onegrid.data}") Path data) {
    this.root = data.resolve("uploads");
  }

  /**
   * Writes the parts of one upload to a new folder.
   *
   * @return its name, to be kept in the order of the job
   * @throws Refused if the parts are not one layer by their names; nothing is left behind then
   */
  String keep(List<MultipartFile> parts) {
    checkNames(parts);
    String name = UUID.randomUUID().toString();
    Path folder = root.resolve(name);
    try {
      Files.createDirectories(folder);
      for (MultipartFile part : parts) {
        part.transferTo(folder.resolve(plainName(part)));
      }
      return name;
    } catch (IOException e) {
      clear(name);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      clear(name);
      throw e;
    }
  }

  /**
   * Clears away uploads that no job came back for: called off while they waited, or lost with a
   * server too often.
   */
  @PostConstruct
  void sweep() {
    if (!Files.isDirectory(root)) {
      return;
    }
    Instant old = Instant.now().minus(KEPT);
    try (Stream<Path> uploads = Files.list(root)) {
      for (Path upload : uploads.toList()) {
        if (Files.getLastModifiedTime(upload).toInstant().isBefore(old)) {
          clear(String.valueOf(upload.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of an upload, by name. */
  List<Path> files(String name) {
    try (Stream<Path> files = Files.list(root.resolve(name))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new Refused(
          ProblemKind.FILE_REFUSED,
          "上传的文件已不在服务器上，请重新上传。",
          "The uploaded files are no longer on the server; upload them again.");
    }
  }

  /** Removes an upload; does nothing when it is gone. */
  void clear(String name) {
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder)) {
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

  private static void checkNames(List<MultipartFile> parts) {
    if (parts.isEmpty()) {
      throw new Refused(ProblemKind.BAD_BODY, "请选择要上传的文件。", "Choose files to upload.");
    }
    if (parts.size() > MOST_FILES) {
      throw refused("一次最多上传 " + MOST_FILES + " 个文件。", "At most " + MOST_FILES + " files.");
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (MultipartFile part : parts) {
      String name = plainName(part);
      if (part.isEmpty()) {
        throw refused("文件是空的：" + name, "The file is empty: " + name);
      }
      if (!names.add(name)) {
        throw refused("有两个同名文件：" + name, "Two files have one name: " + name);
      }
      String ending = ending(name);
      if (!ENDINGS.contains(ending) && !SHAPEFILE_ENDINGS.contains(ending)) {
        throw new Refused(
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            "不支持这种文件：" + name + "。可用 GeoJSON、Shapefile、GeoPackage、KML、CSV、Excel、DXF。",
            "Not a kind of file that can be read: "
                + name
                + ". GeoJSON, Shapefile, GeoPackage, KML, CSV, Excel and DXF can.");
      }
    }
    long mains = names.stream().filter(n -> ENDINGS.contains(ending(n)) || isShp(n)).count();
    if (mains != 1) {
      throw refused(
          "一次上传一个图层：一个文件，或同一 Shapefile 的 .shp、.shx、.dbf、.prj。",
          "One layer at a time: one file, or the .shp, .shx, .dbf and .prj of one shapefile.");
    }
    if (names.stream().anyMatch(UploadFolder::isShp)
        && Stream.of("shx", "dbf").anyMatch(e -> names.stream().noneMatch(n -> ends(n, e)))) {
      throw refused(
          "Shapefile 不完整：须同时上传 .shp、.shx 和 .dbf。",
          "The shapefile is incomplete: .shp, .shx and .dbf belong together.");
    }
  }

  private static String plainName(MultipartFile part) {
    String name = part.getOriginalFilename();
    if (name == null
        || name.isBlank()
        || name.length() > LONGEST_NAME
        || name.startsWith(".")
        || name.codePoints().anyMatch(UploadFolder::isUnsafe)) {
      throw refused(
          "文件名不能用：不能含有路径、控制字符，且不超过 " + LONGEST_NAME + " 个字。",
          "The file name cannot be used: no path, no control characters, at most "
              + LONGEST_NAME
              + " characters.");
    }
    return name;
  }

  private static boolean isUnsafe(int c) {
    return c == '/'
        || c == '\\'
        || c == ':'
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isShp(String name) {
    return ends(name, "shp");
  }

  private static boolean ends(String name, String ending) {
    return ending(name).equals(ending);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static Refused refused(String zh, String en) {
    return new Refused(ProblemKind.FILE_REFUSED, zh, en);
  }
}
