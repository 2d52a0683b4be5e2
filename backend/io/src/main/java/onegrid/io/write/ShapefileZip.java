package onegrid.io.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A Shapefile of polygons in a zip, as ESRI's white paper of July 1998 has it: shells clockwise,
 * holes the other way, one text column for each name. An empty shape is a null shape. The same rows
 * give the same bytes.
 */
public final class ShapefileZip {
  private static final int COLUMN_BYTES = 120;
  private static final int POLYGON = 5;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** One feature: its shape and a text for each column. */
  public record Row(Geometry shape, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String stem;

  private ShapefileZip(String stem) {
    this.stem = stem;
  }

  /**
   * Makes one in memory.
   *
   * @param stem the name of its parts without their endings
   * @param columns their names, at most ten bytes each
   * @param charset of names and texts
   */
  public static ShapefileZip of(
      String stem, List<String> columns, List<Row> rows, Charset charset) {
    ShapefileZip zip = new ShapefileZip(stem);
    zip.shapes(rows);
    zip.values(columns, rows, charset);
    return zip;
  }

  /** States the charset, in a {@code .cpg}. */
  public ShapefileZip stating(Charset charset) {
    files.put(stem + ".cpg", charset.name().getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** States the coordinate system, in a {@code .prj}. */
  public ShapefileZip in(String wkt) {
    files.put(stem + ".prj", wkt.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds any other file. */
  public ShapefileZip with(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  public void write(Path file) throws IOException {
    write(file, files);
  }

  /** A zip of files by name. */
  public static void write(Path file, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> each : new TreeMap<>(files).entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(each.getValue());
        out.closeEntry();
      }
    }
  }

  private void shapes(List<Row> rows) {
    List<byte[]> records = new ArrayList<>();
    Envelope all = new Envelope();
    int bytes = 100;
    for (Row row : rows) {
      byte[] record = record(row.shape());
      records.add(record);
      bytes += 8 + record.length;
      all.expandToInclude(row.shape().getEnvelopeInternal());
    }
    ByteBuffer shp = header(bytes, all);
    ByteBuffer shx = header(100 + 8 * rows.size(), all);
    for (int i = 0; i < records.size(); i++) {
      int words = records.get(i).length / 2;
      shx.order(ByteOrder.BIG_ENDIAN).putInt(shp.position() / 2).putInt(words);
      shp.order(ByteOrder.BIG_ENDIAN).putInt(i + 1).putInt(words).put(records.get(i));
    }
    files.put(stem + ".shp", shp.array());
    files.put(stem + ".shx", shx.array());
  }

  private static ByteBuffer header(int bytes, Envelope all) {
    ByteBuffer header = ByteBuffer.allocate(bytes);
    header.putInt(0, 9994).putInt(24, bytes / 2).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(28, 1000).putInt(32, POLYGON).position(36);
    box(header, all);
    return header.position(100);
  }

  private static void box(ByteBuffer into, Envelope box) {
    into.putDouble(box.getMinX()).putDouble(box.getMinY());
    into.putDouble(box.getMaxX()).putDouble(box.getMaxY());
  }

  private static byte[] record(Geometry shape) {
    if (shape.isEmpty()) {
      return new byte[4];
    }
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) shape.getGeometryN(i);
      rings.add(turned(polygon.getExteriorRing(), false));
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        rings.add(turned(polygon.getInteriorRingN(h), true));
      }
    }
    int points = rings.stream().mapToInt(LinearRing::getNumPoints).sum();
    ByteBuffer record =
        ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    box(record.putInt(POLYGON), shape.getEnvelopeInternal());
    record.putInt(rings.size()).putInt(points);
    int start = 0;
    for (LinearRing ring : rings) {
      record.putInt(start);
      start += ring.getNumPoints();
    }
    for (LinearRing ring : rings) {
      for (Coordinate at : ring.getCoordinates()) {
        record.putDouble(at.x).putDouble(at.y);
      }
    }
    return record.array();
  }

  private static LinearRing turned(LinearRing ring, boolean left) {
    return Orientation.isCCWArea(ring.getCoordinates()) == left ? ring : ring.reverse();
  }

  private void values(List<String> columns, List<Row> rows, Charset charset) {
    int headerBytes = 32 + 32 * columns.size() + 1;
    int recordBytes = 1 + COLUMN_BYTES * columns.size();
    ByteBuffer dbf =
        ByteBuffer.allocate(headerBytes + rows.size() * recordBytes + 1)
            .order(ByteOrder.LITTLE_ENDIAN);
    dbf.put((byte) 3).put((byte) 80).put((byte) 1).put((byte) 1).putInt(rows.size());
    dbf.putShort((short) headerBytes).putShort((short) recordBytes).position(32);
    for (String column : columns) {
      int at = dbf.position();
      dbf.put(column.getBytes(charset)).position(at + 11);
      dbf.put((byte) 'C').position(at + 16);
      dbf.put((byte) COLUMN_BYTES).position(at + 32);
    }
    dbf.put((byte) 0x0D);
    for (Row row : rows) {
      dbf.put((byte) ' ');
      for (String value : row.values()) {
        byte[] text = value.getBytes(charset);
        if (text.length > COLUMN_BYTES) {
          throw new IllegalArgumentException("longer than " + COLUMN_BYTES + " bytes: " + value);
        }
        dbf.put(text);
        for (int i = text.length; i < COLUMN_BYTES; i++) {
          dbf.put((byte) ' ');
        }
      }
    }
    dbf.put((byte) 0x1A);
    files.put(stem + ".dbf", dbf.array());
  }
}
