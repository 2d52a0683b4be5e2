package onegrid.io.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.crs.SourceCrs;
import onegrid.io.table.FeatureTable;
import onegrid.io.table.ShapeBuilder;
import onegrid.io.table.TableBuilder;

/**
 * ESRI Shapefile, as described in ESRI's white paper of July 1998. Polygons and points with or
 * without heights; other kinds are noted and left out.
 */
final class ShapefileReader {
  private static final int MAGIC = 9994;
  private static final int HEADER_BYTES = 100;

  private final ByteBuffer shp;
  private final TableBuilder table;

  private ShapefileReader(byte[] shp, TableBuilder table) {
    this.shp = ByteBuffer.wrap(shp);
    this.table = table;
  }

  static FeatureTable read(ShapefileParts parts, String name, ReadLimits limits) {
    Optional<SourceCrs> stated =
        parts
            .prj()
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip())
            .filter(wkt -> !wkt.isEmpty())
            .map(SourceCrs::ofWkt);
    DbfValues values = DbfValues.read(parts.dbf(), parts.cpg());
    TableBuilder table = new TableBuilder(limits);
    values.columns().forEach(table::column);
    values.charsetNotice(parts.cpg().isPresent()).ifPresent(table::notice);
    new ShapefileReader(parts.shp(), table).records(values);
    return table.build(name, "Shapefile", stated, false);
  }

  private void records(DbfValues values) {
    if (shp.limit() < HEADER_BYTES || shp.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC) {
      throw FileRefused.broken(".shp 不是 Shapefile", "the .shp is not a Shapefile");
    }
    shp.position(HEADER_BYTES);
    int row = 0;
    while (shp.remaining() >= 8) {
      shp.order(ByteOrder.BIG_ENDIAN).getInt();
      int bytes = 2 * shp.getInt();
      if (bytes < 4 || bytes > shp.remaining()) {
        throw broken(row + 1);
      }
      int next = shp.position() + bytes;
      if (row >= values.rows()) {
        throw countsDiffer(values.rows(), row + 1);
      }
      table.beginFeature();
      shape(shp.slice(shp.position(), bytes).order(ByteOrder.LITTLE_ENDIAN), row + 1);
      values.put(row, table);
      table.endFeature();
      shp.position(next);
      row++;
    }
    if (shp.hasRemaining()) {
      throw FileRefused.broken(".shp 不完整，在中途截断", "the .shp ends half-way");
    }
    if (row != values.rows()) {
      throw countsDiffer(values.rows(), row);
    }
  }

  private void shape(ByteBuffer record, int number) {
    int kind = record.getInt();
    ShapeBuilder shape = table.shape();
    switch (kind) {
      case 0 -> {}
      case 1, 11, 21 -> {
        require(record, 16, number);
        if (kind != 1) {
          shape.heights();
        }
        shape.point(record.getDouble(), record.getDouble());
      }
      case 5, 15, 25 -> {
        if (kind != 5) {
          shape.heights();
        }
        parts(record, number, false);
      }
      case 3, 13, 23 -> {
        if (shape.takesLines()) {
          parts(record, number, true);
        } else {
          shape.otherKind();
        }
      }
      case 8, 18, 28, 31 -> shape.otherKind();
      default -> throw broken(number);
    }
  }

  private void parts(ByteBuffer record, int number, boolean lines) {
    require(record, 40, number);
    record.position(record.position() + 32);
    int parts = record.getInt();
    int points = record.getInt();
    if (parts < 0 || points < 0 || 4L * parts + 16L * points > record.remaining()) {
      throw broken(number);
    }
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = record.getInt();
    }
    starts[parts] = points;
    ShapeBuilder shape = table.shape();
    for (int part = 0; part < parts; part++) {
      if (starts[part] < 0 || starts[part] > starts[part + 1] || starts[part + 1] > points) {
        throw broken(number);
      }
      for (int i = starts[part]; i < starts[part + 1]; i++) {
        shape.vertex(record.getDouble(), record.getDouble());
      }
      if (lines) {
        shape.endLine();
      } else {
        shape.endRing();
      }
    }
    if (!lines) {
      shape.endHeap();
    }
  }

  private static void require(ByteBuffer record, int bytes, int number) {
    if (record.remaining() < bytes) {
      throw broken(number);
    }
  }

  private static FileRefused broken(int number) {
    return FileRefused.broken(
        ".shp 的第 " + number + " 条记录已损坏或被截断",
        "record " + number + " of the .shp is damaged or cut off");
  }

  private static FileRefused countsDiffer(int rows, int shapes) {
    return FileRefused.broken(
        ".shp 与 .dbf 条数不一致（.dbf 有 " + rows + " 条，.shp 至少 " + shapes + " 条），属性会错位",
        ".shp and .dbf differ in number ("
            + rows
            + " rows, "
            + shapes
            + " shapes): values would slip");
  }
}
