package onegrid.io.osm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import onegrid.io.FileRefused;

/** Reads OpenStreetMap PBF. Sizes are those that the format itself allows. */
final class OsmPbf {
  private static final int MOST_HEADER_BYTES = 64 << 10;
  private static final int MOST_BLOB_BYTES = 32 << 20;

  private final OsmData data;
  private final TagUses uses;
  private long[] nodes = new long[2048];

  private OsmPbf(OsmData data) {
    this.data = data;
    this.uses = new TagUses(data);
  }

  static void read(Path file, OsmData data) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18))) {
      new OsmPbf(data).read(in);
    }
  }

  private void read(DataInputStream in) throws IOException {
    boolean any = false;
    for (int size = size(in); size >= 0; size = size(in)) {
      if (size > MOST_HEADER_BYTES) {
        throw FileRefused.broken(
            "不是 OSM PBF：块头长 " + (size & 0xFFFFFFFFL) + " 字节，超过格式允许的 64 KB",
            "not an OSM PBF: a block header of " + size + " bytes, the format allows 64 KB");
      }
      byte[] header = take(in, size);
      String type = "";
      long length = -1;
      Proto fields = new Proto(header, 0, header.length);
      while (fields.next()) {
        switch (fields.field) {
          case 1 -> type = fields.text();
          case 3 -> length = fields.varint();
          default -> fields.skip();
        }
      }
      if (length < 0 || length > MOST_BLOB_BYTES) {
        throw FileRefused.broken(
            "不是 OSM PBF：数据块长 " + length + " 字节，超过格式允许的 32 MB",
            "not an OSM PBF: a block of " + length + " bytes, the format allows 32 MB");
      }
      byte[] blob = take(in, (int) length);
      if (!any && !type.equals("OSMHeader")) {
        throw FileRefused.broken("不是 OSM PBF：没有文件头", "not an OSM PBF: it has no header");
      }
      any = true;
      if (type.equals("OSMHeader")) {
        header(unpacked(blob));
      } else if (type.equals("OSMData")) {
        block(unpacked(blob));
      }
    }
    if (!any) {
      throw FileRefused.broken("文件是空的", "the file is empty");
    }
  }

  /** The length of the next header, -1 at the end of the file; a negative one is too large. */
  private static int size(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return -1;
    }
    byte[] rest = take(in, 3);
    int size = first << 24 | (rest[0] & 0xFF) << 16 | (rest[1] & 0xFF) << 8 | (rest[2] & 0xFF);
    return size < 0 ? Integer.MAX_VALUE : size;
  }

  private static byte[] take(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      FileRefused refused =
          FileRefused.broken("PBF 文件不完整，在中途截断", "the PBF ends half-way: it was cut off");
      refused.initCause(new EOFException());
      throw refused;
    }
    return bytes;
  }

  private static byte[] unpacked(byte[] blob) {
    byte[] raw = null;
    byte[] packed = null;
    long size = -1;
    Proto fields = new Proto(blob, 0, blob.length);
    while (fields.next()) {
      switch (fields.field) {
        case 1 -> raw = fields.copy();
        case 2 -> size = fields.varint();
        case 3 -> packed = fields.copy();
        default -> fields.skip();
      }
    }
    if (raw != null) {
      return raw;
    }
    if (packed == null) {
      throw FileRefused.unsupported(
          "PBF 使用了 zlib 以外的压缩方式，请用 osmium 转存", "the PBF is packed by other means than zlib");
    }
    if (size < 0 || size > MOST_BLOB_BYTES) {
      throw FileRefused.broken(
          "PBF 数据块解压后为 " + size + " 字节，超过格式允许的 32 MB",
          "a block of the PBF unpacks to " + size + " bytes, the format allows 32 MB");
    }
    return inflated(packed, (int) size);
  }

  private static byte[] inflated(byte[] packed, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] out = new byte[size];
      int at = 0;
      while (at < size && !inflater.finished()) {
        int n = inflater.inflate(out, at, size - at);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw Proto.broken();
        }
        at += n;
      }
      boolean over = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (at != size || over) {
        throw FileRefused.broken(
            "PBF 数据块解压后的长度与所写不符", "a block of the PBF unpacks to another size than it says");
      }
      return out;
    } catch (DataFormatException e) {
      FileRefused refused = Proto.broken();
      refused.initCause(e);
      throw refused;
    } finally {
      inflater.end();
    }
  }

  private void header(byte[] bytes) {
    Proto fields = new Proto(bytes, 0, bytes.length);
    while (fields.next()) {
      switch (fields.field) {
        case 1 -> bounds(fields.message());
        case 4 -> {
          String feature = fields.text();
          if (!List.of("OsmSchema-V0.6", "DenseNodes").contains(feature)) {
            throw FileRefused.unsupported(
                "PBF 需要本程序没有的功能：" + feature, "the PBF asks for what is not here: " + feature);
          }
        }
        default -> fields.skip();
      }
    }
  }

  private void bounds(Proto box) {
    long[] sides = new long[5];
    while (box.next()) {
      if (box.field >= 1 && box.field <= 4) {
        sides[box.field] = box.sint();
      } else {
        box.skip();
      }
    }
    data.bounds(sides[1] / 1e9, sides[4] / 1e9, sides[2] / 1e9, sides[3] / 1e9);
  }

  private void block(byte[] bytes) {
    Texts texts = new Texts();
    List<Proto> groups = new ArrayList<>();
    long granularity = 100;
    long latOffset = 0;
    long lonOffset = 0;
    uses.clear();
    Proto fields = new Proto(bytes, 0, bytes.length);
    while (fields.next()) {
      switch (fields.field) {
        case 1 -> texts = Texts.of(fields.message());
        case 2 -> groups.add(fields.message());
        case 17 -> granularity = fields.varint();
        case 19 -> latOffset = fields.varint();
        case 20 -> lonOffset = fields.varint();
        default -> fields.skip();
      }
    }
    for (Proto group : groups) {
      while (group.next()) {
        switch (group.field) {
          case 1 -> node(group.message(), texts, granularity, lonOffset, latOffset);
          case 2 -> dense(group.message(), texts, granularity, lonOffset, latOffset);
          case 3 -> way(group.message(), texts);
          default -> group.skip();
        }
      }
    }
  }

  private void node(Proto node, Texts texts, long granularity, long lonOffset, long latOffset) {
    long id = 0;
    long lat = 0;
    long lon = 0;
    Proto keys = null;
    Proto values = null;
    while (node.next()) {
      switch (node.field) {
        case 1 -> id = node.sint();
        case 2 -> keys = node.message();
        case 3 -> values = node.message();
        case 8 -> lat = node.sint();
        case 9 -> lon = node.sint();
        default -> node.skip();
      }
    }
    data.node(id, (lonOffset + granularity * lon) / 1e9, (latOffset + granularity * lat) / 1e9);
    data.nodeTags(id, tags(keys, values, texts));
  }

  private void dense(Proto dense, Texts texts, long granularity, long lonOffset, long latOffset) {
    Proto ids = null;
    Proto lats = null;
    Proto lons = null;
    Proto tags = null;
    while (dense.next()) {
      switch (dense.field) {
        case 1 -> ids = dense.message();
        case 8 -> lats = dense.message();
        case 9 -> lons = dense.message();
        case 10 -> tags = dense.message();
        default -> dense.skip();
      }
    }
    if (ids == null || lats == null || lons == null) {
      return;
    }
    long id = 0;
    long lat = 0;
    long lon = 0;
    while (ids.more()) {
      id += ids.sint();
      lat += lats.sint();
      lon += lons.sint();
      data.node(id, (lonOffset + granularity * lon) / 1e9, (latOffset + granularity * lat) / 1e9);
      if (tags != null && tags.more()) {
        Map<String, String> found = Map.of();
        int key = tags.int32();
        while (key != 0) {
          int value = tags.int32();
          if (texts.isKept(key)) {
            found = found.isEmpty() ? new HashMap<>() : found;
            found.put(texts.get(key), texts.get(value));
          }
          key = tags.int32();
        }
        if (!found.isEmpty()) {
          data.nodeTags(id, found);
        }
      }
    }
  }

  private void way(Proto way, Texts texts) {
    long id = 0;
    Proto keys = null;
    Proto values = null;
    Proto refs = null;
    while (way.next()) {
      switch (way.field) {
        case 1 -> id = way.varint();
        case 2 -> keys = way.message();
        case 3 -> values = way.message();
        case 8 -> refs = way.message();
        default -> way.skip();
      }
    }
    if (refs == null || keys == null || values == null) {
      return;
    }
    OsmData.Use use = uses.of(keys, values, texts);
    if (use == null) {
      return;
    }
    long ref = 0;
    int n = 0;
    while (refs.more()) {
      ref += refs.sint();
      if (n == nodes.length) {
        nodes = java.util.Arrays.copyOf(nodes, n * 2);
      }
      nodes[n++] = ref;
    }
    data.way(id, java.util.Arrays.copyOf(nodes, n), use);
  }

  private static Map<String, String> tags(
      @org.jspecify.annotations.Nullable Proto keys,
      @org.jspecify.annotations.Nullable Proto values,
      Texts texts) {
    if (keys == null || values == null) {
      return Map.of();
    }
    Map<String, String> tags = Map.of();
    while (keys.more()) {
      int key = keys.int32();
      int value = values.int32();
      if (texts.isKept(key)) {
        tags = tags.isEmpty() ? new HashMap<>(8) : tags;
        tags.put(texts.get(key), texts.get(value));
      }
    }
    return tags;
  }
}
