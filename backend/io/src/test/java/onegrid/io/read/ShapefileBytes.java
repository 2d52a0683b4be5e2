package onegrid.io.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.List;

/** Small Shapefiles, byte by byte. */
final class ShapefileBytes {
  private ShapefileBytes() {}

  /** Polygons, each a list of rings of x, y, x, y…; an empty list is a null shape. */
  static byte[] shp(List<List<double[]>> polygons) {
    return shp(5, polygons);
  }

  /** Lines, each a list of parts. */
  static byte[] lines(List<List<double[]>> lines) {
    return shp(3, lines);
  }

  private static byte[] shp(int type, List<List<double[]>> shapes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(100);
    header.putInt(0, 9994);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    out.writeBytes(header.array());
    int number = 1;
    for (List<double[]> rings : shapes) {
      int points = rings.stream().mapToInt(ring -> ring.length / 2).sum();
      int bytes = rings.isEmpty() ? 4 : 44 + 4 * rings.size() + 16 * points;
      ByteBuffer record = ByteBuffer.allocate(8 + bytes);
      record.putInt(number++).putInt(bytes / 2).order(ByteOrder.LITTLE_ENDIAN);
      record.putInt(rings.isEmpty() ? 0 : type);
      if (!rings.isEmpty()) {
        record.position(record.position() + 32);
        record.putInt(rings.size()).putInt(points);
        int start = 0;
        for (double[] ring : rings) {
          record.putInt(start);
          start += ring.length / 2;
        }
        for (double[] ring : rings) {
          for (double value : ring) {
            record.putDouble(value);
          }
        }
      }
      out.writeBytes(record.array());
    }
    return out.toByteArray();
  }

  /**
   * A table of text columns of a width; the columns' types are C, or N where the name ends in #.
   */
  static byte[] dbf(
      List<String> columns, int width, Charset charset, int ldid, List<List<String>> rows) {
    int headerBytes = 33 + 32 * columns.size();
    int recordBytes = 1 + width * columns.size();
    ByteBuffer out =
        ByteBuffer.allocate(headerBytes + recordBytes * rows.size() + 1)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(0, (byte) 3).putInt(4, rows.size()).putShort(8, (short) headerBytes);
    out.putShort(10, (short) recordBytes).put(29, (byte) ldid);
    int at = 32;
    for (String column : columns) {
      boolean number = column.endsWith("#");
      byte[] name = column.replace("#", "").getBytes(charset);
      out.put(at, name, 0, Math.min(10, name.length));
      out.put(at + 11, (byte) (number ? 'N' : 'C')).put(at + 16, (byte) width);
      at += 32;
    }
    out.put(at, (byte) 13);
    at = headerBytes;
    for (List<String> row : rows) {
      out.put(at++, (byte) ' ');
      for (String value : row) {
        byte[] text = value.getBytes(charset);
        for (int i = 0; i < width; i++) {
          out.put(at++, i < text.length ? text[i] : (byte) ' ');
        }
      }
    }
    return out.array();
  }
}
