package onegrid.io.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.crs.SourceCrs;
import onegrid.io.table.FeatureTable;
import onegrid.io.table.TableBuilder;
import org.sqlite.SQLiteConfig;

/**
 * GeoPackage with one feature table, opened for reading only and with nothing in it run: views,
 * triggers and extensions of the file are not trusted.
 */
final class GeoPackageReader {
  private record Source(String table, String column, int srsId) {}

  private final ReadLimits limits;

  private GeoPackageReader(ReadLimits limits) {
    this.limits = limits;
  }

  static FeatureTable read(Path file, String name, ReadLimits limits) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, "500000000");
    try (Connection db = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
      try (Statement settings = db.createStatement()) {
        settings.execute("pragma trusted_schema = off");
        settings.execute("pragma query_only = on");
      }
      return new GeoPackageReader(limits).read(db, name);
    } catch (SQLException e) {
      FileRefused refused = FileRefused.broken("不是完好的 GeoPackage", "not an intact GeoPackage");
      refused.initCause(e);
      throw refused;
    }
  }

  private FeatureTable read(Connection db, String name) throws SQLException {
    Source source = source(db);
    TableBuilder table = new TableBuilder(limits);
    try (Statement query = db.createStatement();
        ResultSet rows = query.executeQuery("select * from " + quoted(source.table))) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        table.beginFeature();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (columns.getColumnName(i).equalsIgnoreCase(source.column)) {
            shape(rows.getBytes(i), table);
          } else if (rows.getObject(i) instanceof byte[]) {
            continue;
          } else {
            String text = rows.getString(i);
            int column = table.column(columns.getColumnName(i));
            if (text != null) {
              table.value(column, text);
            }
          }
        }
        table.endFeature();
      }
    }
    return table.build(name, "GeoPackage", crs(db, source.srsId), false);
  }

  private static Source source(Connection db) throws SQLException {
    List<Source> found = new ArrayList<>();
    String sql =
        """
        select g.table_name, g.column_name, g.srs_id
        from gpkg_geometry_columns g
        join gpkg_contents c on c.table_name = g.table_name and c.data_type = 'features'
        join sqlite_master m on m.name = g.table_name and m.type = 'table'
        order by g.table_name""";
    try (Statement query = db.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        found.add(new Source(rows.getString(1), rows.getString(2), rows.getInt(3)));
      }
    }
    if (found.isEmpty()) {
      throw FileRefused.broken("GeoPackage 里没有要素表", "the GeoPackage holds no feature table");
    }
    if (found.size() > 1) {
      String names = String.join(", ", found.stream().limit(5).map(Source::table).toList());
      throw FileRefused.needsAnswer(
          "GeoPackage 里有 " + found.size() + " 个图层（" + names + "），请一个图层一个文件",
          "the GeoPackage holds " + found.size() + " layers (" + names + "); one layer a file");
    }
    return found.get(0);
  }

  private static Optional<SourceCrs> crs(Connection db, int srsId) throws SQLException {
    if (srsId == 0 || srsId == -1) {
      return Optional.empty();
    }
    String sql =
        "select organization, organization_coordsys_id, definition"
            + " from gpkg_spatial_ref_sys where srs_id = "
            + srsId;
    try (Statement query = db.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      if (!rows.next()) {
        return Optional.empty();
      }
      if ("EPSG".equalsIgnoreCase(rows.getString(1))) {
        return Optional.of(SourceCrs.ofEpsg(rows.getInt(2)));
      }
      String definition = rows.getString(3);
      return definition == null || definition.equalsIgnoreCase("undefined")
          ? Optional.empty()
          : Optional.of(SourceCrs.ofWkt(definition));
    }
  }

  /** The header of GeoPackage 1.3, clause 2.1.3, then WKB. */
  private static void shape(byte[] blob, TableBuilder table) {
    if (blob == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw FileRefused.broken(
          "第 " + table.feature() + " 个要素的图形不是 GeoPackage 格式",
          "feature " + table.feature() + ": the geometry is not a GeoPackage geometry");
    }
    int envelope = (blob[3] >> 1) & 7;
    int skip = 8 + (envelope == 0 ? 0 : envelope == 1 ? 32 : envelope <= 3 ? 48 : 64);
    if (skip > blob.length) {
      throw FileRefused.broken(
          "第 " + table.feature() + " 个要素的图形已损坏",
          "feature " + table.feature() + ": the geometry is damaged");
    }
    bytes.position(skip);
    WkbShapes.read(bytes, table.feature(), table.shape());
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
