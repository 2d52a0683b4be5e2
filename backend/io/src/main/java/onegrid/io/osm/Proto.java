package onegrid.io.osm;

import java.nio.charset.StandardCharsets;
import onegrid.io.FileRefused;

/** A protobuf message, field by field. Every read stays inside the message or is refused. */
final class Proto {
  private final byte[] bytes;
  private int at;
  private final int end;

  /** The field that was read last. */
  int field;

  private int wire;

  Proto(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** On to the next field; false at the end. */
  boolean next() {
    if (at >= end) {
      return false;
    }
    long key = varint();
    field = (int) (key >>> 3);
    wire = (int) key & 7;
    return true;
  }

  boolean more() {
    return at < end;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= end) {
        throw broken();
      }
      byte b = bytes[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw broken();
  }

  int int32() {
    return (int) varint();
  }

  long sint() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** The message, or packed list, that the field holds. */
  Proto message() {
    int length = length();
    Proto inner = new Proto(bytes, at, at + length);
    at += length;
    return inner;
  }

  byte[] copy() {
    int length = length();
    byte[] copy = java.util.Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return copy;
  }

  /** All of the message as a text. */
  String whole() {
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }

  String text() {
    int length = length();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  private int length() {
    long length = wire == 2 ? varint() : -1;
    if (length < 0 || length > end - at) {
      throw broken();
    }
    return (int) length;
  }

  void skip() {
    switch (wire) {
      case 0 -> varint();
      case 1 -> jump(8);
      case 2 -> jump(length());
      case 5 -> jump(4);
      default -> throw broken();
    }
  }

  private void jump(int length) {
    if (length > end - at) {
      throw broken();
    }
    at += length;
  }

  static FileRefused broken() {
    return FileRefused.broken("PBF 数据块已损坏", "a block of the PBF is damaged");
  }
}
