package onegrid.io.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;

/** A zip with exactly one layer in it: a Shapefile, a GeoJSON or a KML. */
final class ZippedFiles {
  private ZippedFiles() {}

  static FeatureTable read(Path file, String name, ReadLimits limits) throws IOException {
    try (Archive archive = Archive.open(file, limits)) {
      List<String> found = new ArrayList<>(archive.ending("shp"));
      found.addAll(archive.ending("geojson"));
      found.addAll(archive.ending("json"));
      found.addAll(archive.ending("kml"));
      if (found.isEmpty()) {
        throw FileRefused.unsupported(
            "压缩包里没有 .shp、.geojson 或 .kml", "the archive holds no .shp, .geojson or .kml");
      }
      if (found.size() > 1) {
        throw FileRefused.needsAnswer(
            "压缩包里有 " + found.size() + " 个图层(" + list(found) + "),请一个图层一个压缩包",
            "the archive holds " + found.size() + " layers (" + list(found) + "); one layer each");
      }
      String inner = found.get(0);
      return switch (FeatureFiles.kind(inner)) {
        case "shp" -> ShapefileReader.read(ShapefileParts.in(archive, inner), name, limits);
        case "kml" -> KmlReader.read(archive.read(inner), name, limits);
        default -> GeoJsonReader.read(new ByteArrayInputStream(archive.read(inner)), name, limits);
      };
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
