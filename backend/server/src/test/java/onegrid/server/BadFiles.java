package onegrid.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as an enemy or a careless hand would make them. */
final class BadFiles {
  private BadFiles() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A collection of one polygon with these coordinates, written as they are. */
  static byte[] polygon(String coordinates) {
    return feature("{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}");
  }

  static byte[] feature(String geometry) {
    return features("\"code\":\"1\"", geometry);
  }

  static byte[] features(String properties, String... geometries) {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < geometries.length; i++) {
      text.append(i == 0 ? "" : ",");
      text.append("{\"type\":\"Feature\",\"properties\":{").append(properties);
      text.append("},\"geometry\":").append(geometries[i]).append('}');
    }
    return utf8(text.append("]}").toString());
  }

  /** A regular star of n points whose edges cross nearly all others. */
  static String star(int n) {
    StringBuilder ring = new StringBuilder("[[");
    int step = n / 2;
    for (int i = 0; i <= n; i++) {
      double angle = 2 * Math.PI * ((long) i * step % n) / n;
      ring.append(i == 0 ? "" : ",");
      ring.append(place(118.4 + 0.01 * Math.cos(angle), 35.06 + 0.01 * Math.sin(angle)));
    }
    return ring.append("]]").toString();
  }

  /** A valid comb: teeth side by side, standing on one back. */
  static String comb(int vertices) {
    StringBuilder ring = new StringBuilder("[[[118.3,35.0]");
    int teeth = vertices / 4;
    for (int i = 0; i < teeth; i++) {
      double west = 118.3 + 0.1 * i / teeth;
      double width = 0.05 / teeth;
      ring.append(',').append(place(west + width, 35.0));
      ring.append(',').append(place(west + width, 35.05));
      ring.append(',').append(place(west + 2 * width, 35.05));
      ring.append(',').append(place(west + 2 * width, 35.0));
    }
    return ring.append(",[118.4,34.99],[118.3,34.99],[118.3,35.0]]]").toString();
  }

  static String circle(int vertices) {
    StringBuilder ring = new StringBuilder("[[");
    for (int i = 0; i <= vertices; i++) {
      double angle = 2 * Math.PI * (i % vertices) / vertices;
      ring.append(i == 0 ? "" : ",");
      ring.append(place(118.4 + 0.01 * Math.cos(angle), 35.06 + 0.01 * Math.sin(angle)));
    }
    return ring.append("]]").toString();
  }

  static String place(double lon, double lat) {
    return String.format(Locale.ROOT, "[%.9f,%.9f]", lon, lat);
  }

  /** A million features in 80 MB. */
  static byte[] million() {
    byte[] one =
        utf8(
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}},");
    ByteArrayOutputStream out = new ByteArrayOutputStream(90_000_000);
    out.writeBytes(utf8("{\"type\":\"FeatureCollection\",\"features\":["));
    for (int i = 0; i < 1_000_000; i++) {
      out.writeBytes(one);
    }
    out.writeBytes(utf8("{}]}"));
    return out.toByteArray();
  }

  static byte[] zip(Object... namesAndBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] manyEntries(int n) {
    Object[] entries = new Object[2 * n];
    for (int i = 0; i < n; i++) {
      entries[2 * i] = "f" + i + ".shp";
      entries[2 * i + 1] = new byte[0];
    }
    return zip(entries);
  }

  /** One square as a zipped shapefile, its one column filled with a value. */
  static byte[] shapefile(String column, char type, byte[] value, String prj) {
    byte[] shp = shp();
    byte[] shx =
        ByteBuffer.allocate(108).put(0, shp, 0, 100).putInt(100, 50).putInt(104, 64).array();
    Object[] parts = {
      "a.shp", shp, "a.shx", shx, "a.dbf", dbf(column, type, value), "a.prj", utf8(prj)
    };
    return zip(parts);
  }

  private static byte[] shp() {
    double[] ring = {118.35, 35.05, 118.35, 35.06, 118.36, 35.06, 118.36, 35.05, 118.35, 35.05};
    ByteBuffer out = ByteBuffer.allocate(100 + 8 + 128);
    out.putInt(0, 9994).putInt(24, 118);
    out.position(100);
    out.putInt(1).putInt(64).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(28, 1000).putInt(32, 5);
    out.putInt(5);
    out.position(out.position() + 32);
    out.putInt(1).putInt(5).putInt(0);
    for (double value : ring) {
      out.putDouble(value);
    }
    return out.array();
  }

  private static byte[] dbf(String column, char type, byte[] value) {
    int width = 20;
    ByteBuffer out = ByteBuffer.allocate(65 + 1 + width + 1).order(ByteOrder.LITTLE_ENDIAN);
    out.put(0, (byte) 3).putInt(4, 1).putShort(8, (short) 65).putShort(10, (short) (1 + width));
    out.put(32, column.getBytes(StandardCharsets.US_ASCII));
    out.put(43, (byte) type).put(48, (byte) width).put(64, (byte) 13);
    out.put(65, (byte) ' ');
    for (int i = 0; i < width; i++) {
      out.put(66 + i, i < value.length ? value[i] : (byte) ' ');
    }
    return out.array();
  }

  static byte[] text(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  /** A GeoPackage whose one polygon announces two thousand million rings. */
  static byte[] lyingGeoPackage() {
    try {
      Path file = Files.createTempFile("lying", ".gpkg");
      Files.delete(file);
      ByteBuffer shape = ByteBuffer.allocate(8 + 9).order(ByteOrder.LITTLE_ENDIAN);
      shape.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4490);
      shape.put((byte) 1).putInt(3).putInt(0x7fffffff);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        for (String sql :
            new String[] {
              "PRAGMA application_id = 1196444487",
              "CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id, organization,"
                  + " organization_coordsys_id, definition, description)",
              "INSERT INTO gpkg_spatial_ref_sys VALUES ('c', 4490, 'EPSG', 4490, '', '')",
              "CREATE TABLE gpkg_contents (table_name, data_type, identifier, description,"
                  + " last_change, min_x, min_y, max_x, max_y, srs_id)",
              "INSERT INTO gpkg_contents VALUES ('a','features','a','',0,0,0,0,0,4490)",
              "CREATE TABLE gpkg_geometry_columns (table_name, column_name,"
                  + " geometry_type_name, srs_id, z, m)",
              "INSERT INTO gpkg_geometry_columns VALUES ('a','geom','POLYGON',4490,0,0)",
              "CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT)"
            }) {
          statement.execute(sql);
        }
        try (PreparedStatement row =
            connection.prepareStatement("INSERT INTO a VALUES (1, ?, 'x')")) {
          row.setBytes(1, shape.array());
          row.execute();
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A workbook of one sheet with these rows of XML. */
  static byte[] workbook(String sheet, String workbookHead) {
    String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006/";
    return zip(
        "[Content_Types].xml",
        utf8(
            "<Types xmlns=\""
                + packages
                + "content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                + " PartName=\"/xl/workbook.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                + " PartName=\"/xl/worksheets/sheet1.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
        "_rels/.rels",
        utf8(
            "<Relationships xmlns=\""
                + packages
                + "relationships\"><Relationship Id=\"r1\" Type=\""
                + relations
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        "xl/_rels/workbook.xml.rels",
        utf8(
            "<Relationships xmlns=\""
                + packages
                + "relationships\"><Relationship Id=\"r1\" Type=\""
                + relations
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        "xl/workbook.xml",
        utf8(
            workbookHead
                + "<workbook "
                + main
                + " xmlns:r=\""
                + relations
                + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        "xl/worksheets/sheet1.xml",
        utf8("<worksheet " + main + "><sheetData>" + sheet + "</sheetData></worksheet>"));
  }

  /** A row of inline text. */
  static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.length; i++) {
      row.append("<c r=\"").append((char) ('A' + i)).append(number);
      row.append("\" t=\"inlineStr\"><is><t>").append(cells[i]).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }
}
