package onegrid.io.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.ReadNotice;
import onegrid.io.table.FeatureTable;

/** A zip with exactly one layer in it: a Shapefile, a GeoJSON or a KML. */
final class ZippedFiles {
  private ZippedFiles() {}

  static FeatureTable read(Path file, String name, ReadLimits limits) throws IOException {
    return read(file, name, limits, true);
  }

  private static FeatureTable read(Path file, String name, ReadLimits limits, boolean outermost)
      throws IOException {
    try (Archive archive = Archive.open(file, limits)) {
      List<String> found = new ArrayList<>(archive.ending("shp"));
      found.addAll(archive.ending("geojson"));
      found.addAll(archive.ending("json"));
      found.addAll(archive.ending("kml"));
      List<String> inner = archive.ending("zip");
      if (found.isEmpty() && inner.size() == 1 && outermost) {
        return unwrapped(archive.read(inner.get(0)), inner.get(0), name, limits);
      }
      if (found.isEmpty()) {
        throw FileRefused.unsupported(
            "压缩包里没有 .shp、.geojson 或 .kml", "the archive holds no .shp, .geojson or .kml");
      }
      if (found.size() > 1) {
        throw FileRefused.needsAnswer(
            "压缩包里有 " + found.size() + " 个图层（" + list(found) + "），请一个图层一个压缩包",
            "the archive holds " + found.size() + " layers (" + list(found) + "); one layer each");
      }
      String only = found.get(0);
      return switch (FeatureFiles.kind(only)) {
        case "shp" -> ShapefileReader.read(ShapefileParts.in(archive, only), name, limits);
        case "kml" -> KmlReader.read(archive.read(only), name, limits);
        default -> GeoJsonReader.read(new ByteArrayInputStream(archive.read(only)), name, limits);
      };
    }
  }

  /** An archive inside an archive, as mail programs make them; one inside that is not opened. */
  private static FeatureTable unwrapped(byte[] bytes, String inner, String name, ReadLimits limits)
      throws IOException {
    Path file = Files.createTempFile("onegrid-inner", ".zip");
    try {
      Files.write(file, bytes);
      FeatureTable table = read(file, name, limits, false);
      List<ReadNotice> notices = new ArrayList<>(table.notices());
      notices.add(
          ReadNotice.of(
              FindingCode.ARCHIVE_IN_ARCHIVE,
              0,
              new Words("压缩包里还套着压缩包 " + inner, "the archive holds another archive, " + inner),
              new Words("已展开读取", "unpacked and read")));
      return new FeatureTable(
          table.fileName(),
          table.format(),
          table.columns(),
          table.rows(),
          table.statedCrs(),
          table.degreesByFormat(),
          notices);
    } finally {
      Files.delete(file);
    }
  }

  static FeatureTable readKmz(Path file, String name, ReadLimits limits) throws IOException {
    try (Archive archive = Archive.open(file, limits)) {
      List<String> found = archive.ending("kml");
      if (found.isEmpty()) {
        throw FileRefused.broken("KMZ 里没有 .kml", "the KMZ holds no .kml");
      }
      String inner = found.contains("doc.kml") ? "doc.kml" : found.get(0);
      return KmlReader.read(archive.read(inner), name, limits);
    }
  }

  private static String list(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(5, names.size())));
  }
}
