package onegrid.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes the rows of one binary COPY, field by field, in the order of its columns.
 *
 * <p>The format (PostgreSQL manual, COPY, binary format): a row is the number of its fields, then
 * each field as its length in bytes and its bytes, all big endian. Numbers that are not finite are
 * refused here.
 */
final class CopyRow {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int FLUSH_BYTES = 1 << 16;
  private static final int TEXT_OID = 25;
  private static final int SRID_FLAG = 0x2000_0000;

  private final OutputStream out;
  private byte[] buffer = new byte[2 * FLUSH_BYTES];
  private int length;
  private int rowStart;
  private int fields;

  CopyRow(OutputStream out) {
    this.out = out;
    raw(SIGNATURE, 0);
  }

  /** Begins a row. */
  CopyRow begin() {
    rowStart = length;
    fields = 0;
    shorts(0);
    return this;
  }

  /** Ends a row. */
  void end() throws IOException {
    buffer[rowStart] = (byte) (fields >> 8);
    buffer[rowStart + 1] = (byte) fields;
    if (length > FLUSH_BYTES) {
      flush();
    }
  }

  /** Ends the last row. */
  void finish() throws IOException {
    shorts(-1);
    flush();
  }

  CopyRow bigint(long value) {
    field(Long.BYTES);
    ints((int) (value >> 32));
    ints((int) value);
    return this;
  }

  CopyRow integer(int value) {
    field(Integer.BYTES);
    ints(value);
    return this;
  }

  CopyRow integer(OptionalInt value) {
    return value.isPresent() ? integer(value.getAsInt()) : none();
  }

  CopyRow smallint(int value) {
    field(Short.BYTES);
    shorts(value);
    return this;
  }

  CopyRow bool(boolean value) {
    field(1);
    raw(new byte[] {(byte) (value ? 1 : 0)}, 0);
    return this;
  }

  CopyRow real(double value) {
    return bigint(Double.doubleToRawLongBits(Numbers.finite("number", value)));
  }

  CopyRow text(String value) {
    byte[] bytes = utf8(value);
    field(bytes.length);
    raw(bytes, 0);
    return this;
  }

  CopyRow none() {
    field(-1);
    return this;
  }

  CopyRow text(Optional<String> value) {
    return value.isPresent() ? text(value.get()) : none();
  }

  CopyRow texts(List<String> values) {
    return maybeTexts(values.stream().map(Optional::of).toList());
  }

  CopyRow maybeTexts(List<Optional<String>> values) {
    int lengthAt = length;
    field(0);
    ints(values.isEmpty() ? 0 : 1);
    ints(values.stream().anyMatch(Optional::isEmpty) ? 1 : 0);
    ints(TEXT_OID);
    if (!values.isEmpty()) {
      ints(values.size());
      ints(1);
    }
    for (Optional<String> value : values) {
      if (value.isEmpty()) {
        ints(-1);
      } else {
        byte[] bytes = utf8(value.get());
        ints(bytes.length);
        raw(bytes, 0);
      }
    }
    int end = length;
    length = lengthAt;
    ints(end - lengthAt - Integer.BYTES);
    length = end;
    return this;
  }

  /** A shape; one that has no SRID is given ours on the way, without a copy. */
  CopyRow shape(Geometry shape) {
    byte[] wkb = Shapes.wkb(shape);
    if ((wkb[1] & SRID_FLAG >>> 24) != 0) {
      field(wkb.length);
      raw(wkb, 0);
      return this;
    }
    field(wkb.length + Integer.BYTES);
    wkb[1] |= (byte) (SRID_FLAG >>> 24);
    room(5);
    System.arraycopy(wkb, 0, buffer, length, 5);
    length += 5;
    ints(Shapes.EPSG);
    raw(wkb, 5);
    return this;
  }

  private static byte[] utf8(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("text with a NUL character: " + value.replace('\0', '?'));
    }
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private void field(int bytes) {
    fields++;
    ints(bytes);
  }

  private void shorts(int value) {
    room(Short.BYTES);
    buffer[length++] = (byte) (value >> 8);
    buffer[length++] = (byte) value;
  }

  private void ints(int value) {
    shorts(value >> 16);
    shorts(value);
  }

  private void raw(byte[] bytes, int from) {
    int count = bytes.length - from;
    room(count);
    System.arraycopy(bytes, from, buffer, length, count);
    length += count;
  }

  private void room(int bytes) {
    if (length + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + bytes));
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }
}
