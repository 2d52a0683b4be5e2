package onegrid.io.read;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;

/**
 * Other kinds (CAD, File Geodatabase, MapInfo, …) through GDAL's {@code ogr2ogr}, where present.
 */
final class OgrBridge {
  private static final long MOST_MINUTES = 5;

  private OgrBridge() {}

  static FeatureTable read(Path file, String name, ReadLimits limits) throws IOException {
    Optional<Path> tool = onPath();
    if (tool.isEmpty()) {
      String kind = FeatureFiles.kind(name);
      throw FileRefused.unsupported(
          "读取 ." + kind + " 需要本机装有 GDAL 的 ogr2ogr，现在没有；请安装（Debian:gdal-bin），或另存为 GeoJSON、Shapefile",
          "reading ."
              + kind
              + " needs ogr2ogr of GDAL on this machine and it is not there; install it"
              + " (Debian: gdal-bin) or save as GeoJSON or Shapefile");
    }
    Path folder = Files.createTempDirectory("onegrid-ogr");
    try {
      Path out = folder.resolve("layer.geojson");
      convert(tool.get(), file.toAbsolutePath(), out);
      if (!Files.exists(out) || Files.size(out) > limits.bytes()) {
        throw FileRefused.broken("ogr2ogr 没有给出可用的结果", "ogr2ogr gave no usable result");
      }
      FeatureTable table = GeoJsonReader.read(out, name, limits);
      return new FeatureTable(
          name,
          "ogr2ogr/" + FeatureFiles.kind(name),
          table.columns(),
          table.rows(),
          table.statedCrs(),
          false,
          table.notices());
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void convert(Path tool, Path from, Path to) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            List.of(
                tool.toString(),
                "-f",
                "GeoJSON",
                "-lco",
                "RFC7946=NO",
                "-dim",
                "XY",
                to.toString(),
                from.toString()));
    // Nothing may be fetched while converting.
    command.environment().put("CPL_CURL_ENABLE_VSIMEM", "NO");
    command.environment().put("GDAL_HTTP_TIMEOUT", "1");
    command.redirectErrorStream(true);
    command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = command.start();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw FileRefused.tooLarge("ogr2ogr 转换超时", "ogr2ogr took too long");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while converting", e);
    }
    if (process.exitValue() != 0) {
      throw FileRefused.broken("ogr2ogr 无法转换该文件", "ogr2ogr cannot convert the file");
    }
  }

  private static Optional<Path> onPath() {
    String path = System.getenv("PATH");
    if (path == null) {
      return Optional.empty();
    }
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "ogr2ogr"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
