package onegrid.io.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;

/**
 * Reads what departments hand in: GeoJSON, Shapefile (plain or zipped), GeoPackage, KML and KMZ,
 * CSV and Excel with WKT or with longitude and latitude; CAD and other kinds through {@code
 * ogr2ogr} where it is installed.
 */
public final class FeatureFiles {
  private static final Set<String> BY_OGR =
      Set.of("dxf", "dwg", "gdb", "tab", "mif", "gml", "fgb", "dgn");

  private FeatureFiles() {}

  /** Reads a file with the limits of a command line. */
  public static FeatureTable read(Path file) {
    return read(file, ReadLimits.GENEROUS);
  }

  /**
   * Reads a file. Of a plain Shapefile name the {@code .shp}; its companions are found beside it.
   *
   * @throws FileRefused if it cannot be read whole; the words begin with the file's name
   */
  public static FeatureTable read(Path file, ReadLimits limits) {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    try {
      if (!Files.exists(file)) {
        throw FileRefused.broken("没有这个文件，请核对路径", "there is no such file");
      }
      if (Files.isDirectory(file) && !kind(name).equals("gdb")) {
        throw FileRefused.unsupported("这是一个目录，请给出其中的图层文件", "this is a folder; name a file in it");
      }
      if (!Files.isReadable(file)) {
        throw FileRefused.broken("没有读取该文件的权限", "this user may not read the file");
      }
      if (Files.isRegularFile(file)) {
        checkSize(file, limits);
      }
      return dispatch(file, name, limits);
    } catch (FileRefused e) {
      throw e.of(name);
    } catch (IOException e) {
      FileRefused refused =
          FileRefused.broken("无法读取（" + e.getMessage() + "）", "cannot be read: " + e.getMessage());
      refused.initCause(e);
      throw refused.of(name);
    } catch (StackOverflowError e) {
      throw FileRefused.broken("嵌套过深", "nested too deeply").of(name);
    }
  }

  /** The end of a file's name in lower case, without the dot. */
  static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static void checkSize(Path file, ReadLimits limits) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw FileRefused.broken("文件是空的", "the file is empty");
    }
    if (size > limits.bytes()) {
      throw FileRefused.tooLarge(
          "文件有 " + size + " 字节，超过上限 " + limits.bytes(),
          "the file has " + size + " bytes, more than " + limits.bytes());
    }
  }

  private static FeatureTable dispatch(Path file, String name, ReadLimits limits)
      throws IOException {
    String kind = kind(name);
    if (kind.equals("dxf") && DxfReader.reads(file)) {
      return DxfReader.read(file, name, limits);
    }
    if (BY_OGR.contains(kind)) {
      return OgrBridge.read(file, name, limits);
    }
    return switch (kind) {
      case "geojson", "json" -> GeoJsonReader.read(file, name, limits);
      case "zip" -> ZippedFiles.read(file, name, limits);
      case "shp" -> ShapefileReader.read(ShapefileParts.beside(file, limits), name, limits);
      case "gpkg" -> GeoPackageReader.read(file, name, limits);
      case "kml" -> KmlReader.read(Files.readAllBytes(file), name, limits);
      case "kmz" -> ZippedFiles.readKmz(file, name, limits);
      case "csv", "txt", "tsv" -> CsvReader.read(file, name, limits);
      case "xlsx" -> ExcelReader.read(file, name, limits);
      case "xls" ->
          throw FileRefused.unsupported(
              "不支持旧式 .xls，请另存为 .xlsx 或 .csv", "old .xls is not read; save it as .xlsx or .csv");
      case "dbf", "shx", "prj", "cpg" ->
          throw FileRefused.unsupported(
              "这是 Shapefile 的附属文件，请给出 .shp 或整个 .zip",
              "this is a companion of a Shapefile; name the .shp or the .zip");
      default ->
          throw FileRefused.unsupported(
              "不认识“." + kind + "”格式；可用：geojson、zip（Shapefile）、shp、gpkg、kml、kmz、csv、xlsx、dxf",
              "unknown kind \"."
                  + kind
                  + "\"; known: geojson, zip (Shapefile), shp, gpkg, kml, kmz, csv, xlsx, dxf");
    };
  }
}
