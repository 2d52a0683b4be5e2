package onegrid.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The smallest extract in the binary format of OpenStreetMap: two nodes and a street. */
final class PbfBytes {
  private PbfBytes() {}

  /** A street of {@code eastNanodegrees} from 118.33, 35.06 eastwards. */
  static byte[] street(long eastNanodegrees) {
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    for (String text : new String[] {"", "highway", "residential"}) {
      bytes(texts, 1, text.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream dense = new ByteArrayOutputStream();
    bytes(dense, 1, packed(zigzag(1), zigzag(1)));
    bytes(dense, 8, packed(zigzag(350_600_000), zigzag(0)));
    bytes(dense, 9, packed(zigzag(1_183_300_000), zigzag(eastNanodegrees / 100)));
    ByteArrayOutputStream way = new ByteArrayOutputStream();
    number(way, 1, 7);
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

  private static byte[] blob(String type, byte[] message) {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    bytes(blob, 1, message);
    number(blob, 2, message.length);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    bytes(header, 1, type.getBytes(StandardCharsets.UTF_8));
    number(header, 3, blob.size());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int n = header.size();
    all.writeBytes(new byte[] {(byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n});
    all.writeBytes(header.toByteArray());
    all.writeBytes(blob.toByteArray());
    return all.toByteArray();
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

  private static void number(ByteArrayOutputStream out, int field, long value) {
    varint(out, (long) field << 3);
    varint(out, value);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, (long) field << 3 | 2);
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
