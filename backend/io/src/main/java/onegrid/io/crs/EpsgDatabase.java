package onegrid.io.crs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where GeoTools unpacks its EPSG database: a folder of ours, not the shared temporary folder that
 * another user may own.
 */
final class EpsgDatabase {
  private static final String GEOTOOLS_KEY = "EPSG-HSQL.directory";

  private EpsgDatabase() {}

  /** Chooses the folder once: {@code onegrid.data}/epsg, else one for this user. */
  static synchronized void settle() {
    if (System.getProperty(GEOTOOLS_KEY) != null) {
      return;
    }
    String data = System.getProperty("onegrid.data", "");
    Path folder =
        data.isEmpty()
            ? Path.of(
                System.getProperty("java.io.tmpdir"),
                "onegrid-" + System.getProperty("user.name", "user"),
                "epsg")
            : Path.of(data, "epsg");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the EPSG database: " + folder, e);
    }
    System.setProperty(GEOTOOLS_KEY, folder.toAbsolutePath().toString());
  }
}
