package onegrid.io.osm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Extracts in the binary format of OpenStreetMap, written byte by byte. */
public final class PbfBytes {
  private PbfBytes() {}

  /** The smallest there is: a street of two nodes, from 118.33, 35.06 by so many nanodegrees. */
  public static byte[] street(long northNanodegrees, long eastNanodegrees) {
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    for (String text : new String[] {"", "highway", "residential"}) {
      bytes(texts, 1, text.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream dense = new ByteArrayOutputStream();
    bytes(dense, 1, packed(zigzag(1), zigzag(1)));
    bytes(dense, 8, packed(zigzag(350_600_000), zigzag(northNanodegrees / 100)));
    bytes(dense, 9, packed(zigzag(1_183_300_000), zigzag(eastNanodegrees / 100)));
    ByteArrayOutputStream way = new ByteArrayOutputStream();
    field(way, 1, 7);
    bytes(way, 2, packed(1));
    bytes(way, 3, packed(2));
    bytes(way, 8, packed(zigzag(1), zigzag(1)));
    ByteArrayOutputStream group = new ByteArrayOutputStream();
    bytes(group, 2, dense.toByteArray());
    bytes(group, 3, way.toByteArray());
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    bytes(block, 1, texts.toByteArray());
    bytes(block, 2, group.toByteArray());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(blob("OSMHeader", new byte[0]));
    all.writeBytes(blob("OSMData", block.toByteArray()));
    return all.toByteArray();
  }

  static byte[] blob(String type, byte[] message) {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    field(blob, 2, message.length);
    bytes(blob, 3, deflate(message));
    return wrapped(type, blob.toByteArray());
  }

  /** A message as it stands in a file: behind a header that says what it is and how long. */
  static byte[] wrapped(String type, byte[] blob) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    bytes(header, 1, type.getBytes(StandardCharsets.UTF_8));
    field(header, 3, blob.length);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int n = header.size();
    all.writeBytes(new byte[] {(byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n});
    all.writeBytes(header.toByteArray());
    all.writeBytes(blob);
    return all.toByteArray();
  }

  static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length / 2 + 1000];
    int n = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, n);
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static byte[] packed(long... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long value : values) {
      varint(out, value);
    }
    return out.toByteArray();
  }

  static void field(ByteArrayOutputStream out, int number, long value) {
    varint(out, (long) number << 3);
    varint(out, value);
  }

  static void bytes(ByteArrayOutputStream out, int number, byte[] value) {
    varint(out, (long) number << 3 | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
