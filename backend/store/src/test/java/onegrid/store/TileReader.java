package onegrid.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads Mapbox vector tiles (specification 2.1), as far as tests need it: layers, the attributes of
 * their features, and the box of each geometry.
 */
public final class TileReader {

  /** One feature: its attributes, and its box in the 4096 units of the tile. */
  public record Feature(Map<String, Object> values, int minX, int minY, int maxX, int maxY) {

    /** An attribute that must be there. */
    public Object value(String name) {
      return Objects.requireNonNull(values.get(name), name);
    }
  }

  private TileReader() {}

  /** The features of each layer, in their order. */
  public static Map<String, List<Feature>> read(byte[] tile) {
    Map<String, List<Feature>> layers = new LinkedHashMap<>();
    ByteBuffer in = ByteBuffer.wrap(tile).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      if (varint(in) != (3 << 3 | 2)) {
        throw new IllegalArgumentException("no layer at " + in.position());
      }
      layer(part(in), layers);
    }
    return layers;
  }

  private static void layer(ByteBuffer in, Map<String, List<Feature>> layers) {
    String name = "";
    List<ByteBuffer> features = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    while (in.hasRemaining()) {
      int tag = (int) varint(in);
      switch (tag >> 3) {
        case 1 -> name = text(part(in));
        case 2 -> features.add(part(in));
        case 3 -> keys.add(text(part(in)));
        case 4 -> values.add(value(part(in)));
        default -> varint(in);
      }
    }
    List<Feature> read = features.stream().map(f -> feature(f, keys, values)).toList();
    if (layers.put(name, read) != null) {
      throw new IllegalArgumentException("layer twice: " + name);
    }
  }

  private static Object value(ByteBuffer in) {
    int tag = (int) varint(in);
    return switch (tag >> 3) {
      case 1 -> text(part(in));
      case 2 -> (double) in.getFloat();
      case 3 -> in.getDouble();
      case 4, 5 -> varint(in);
      case 6 -> zigzag(varint(in));
      case 7 -> varint(in) != 0;
      default -> throw new IllegalArgumentException("no value: " + tag);
    };
  }

  private static Feature feature(ByteBuffer in, List<String> keys, List<Object> values) {
    Map<String, Object> attributes = new HashMap<>();
    int[] box = new int[4];
    while (in.hasRemaining()) {
      int tag = (int) varint(in);
      switch (tag >> 3) {
        case 2 -> {
          ByteBuffer pairs = part(in);
          while (pairs.hasRemaining()) {
            attributes.put(keys.get((int) varint(pairs)), values.get((int) varint(pairs)));
          }
        }
        case 4 -> box = box(part(in));
        default -> varint(in);
      }
    }
    return new Feature(attributes, box[0], box[1], box[2], box[3]);
  }

  private static int[] box(ByteBuffer in) {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    int x = 0;
    int y = 0;
    while (in.hasRemaining()) {
      int command = (int) varint(in);
      if ((command & 7) == 7) {
        continue;
      }
      for (int i = 0; i < command >> 3; i++) {
        x += (int) zigzag(varint(in));
        y += (int) zigzag(varint(in));
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
    }
    return box;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static long zigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  private static ByteBuffer part(ByteBuffer in) {
    int length = (int) varint(in);
    ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return part;
  }

  private static String text(ByteBuffer part) {
    return StandardCharsets.UTF_8.decode(part).toString();
  }
}
