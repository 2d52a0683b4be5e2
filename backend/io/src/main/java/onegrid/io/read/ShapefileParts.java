package onegrid.io.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;

/**
 * The files that together are a Shapefile. The index (.shx) is not needed: records are read in
 * their order.
 *
 * @param shp shapes
 * @param dbf values
 * @param prj the coordinate system, when there
 * @param cpg the charset, when there
 */
record ShapefileParts(byte[] shp, byte[] dbf, Optional<byte[]> prj, Optional<byte[]> cpg) {

  static ShapefileParts in(Archive archive, String shp) throws IOException {
    byte[] shapes = archive.read(shp);
    Optional<String> dbf = sibling(archive.ending("dbf"), shp);
    if (dbf.isEmpty()) {
      throw withoutValues();
    }
    byte[] values = archive.read(dbf.get());
    Optional<String> prj = sibling(archive.ending("prj"), shp);
    Optional<String> cpg = sibling(archive.ending("cpg"), shp);
    return new ShapefileParts(
        shapes,
        values,
        prj.isPresent() ? Optional.of(archive.read(prj.get())) : Optional.empty(),
        cpg.isPresent() ? Optional.of(archive.read(cpg.get())) : Optional.empty());
  }

  static ShapefileParts beside(Path shp, ReadLimits limits) throws IOException {
    Optional<byte[]> dbf = beside(shp, "dbf", limits);
    return new ShapefileParts(
        Files.readAllBytes(shp),
        dbf.orElseThrow(ShapefileParts::withoutValues),
        beside(shp, "prj", limits),
        beside(shp, "cpg", limits));
  }

  private static Optional<byte[]> beside(Path shp, String kind, ReadLimits limits)
      throws IOException {
    Path folder = shp.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    String wanted = stem(String.valueOf(shp.getFileName())) + "." + kind;
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> found =
          files
              .filter(file -> String.valueOf(file.getFileName()).equalsIgnoreCase(wanted))
              .sorted()
              .findFirst();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (Files.size(found.get()) > limits.bytes()) {
        throw FileRefused.tooLarge("." + kind + " 过大", "the ." + kind + " is too large");
      }
      return Optional.of(Files.readAllBytes(found.get()));
    }
  }

  private static Optional<String> sibling(List<String> names, String shp) {
    String stem = stem(shp).toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> stem(name).toLowerCase(Locale.ROOT).equals(stem))
        .findFirst();
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static FileRefused withoutValues() {
    return FileRefused.broken(
        "Shapefile 缺少 .dbf：没有它就没有编码等属性；请把 .shp、.dbf、.prj 一并提交（.shx 可缺）",
        "the Shapefile lacks its .dbf and with it every code; hand in .shp, .dbf and .prj together"
            + " (.shx may be missing)");
  }
}
