package onegrid.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small extracts written byte by byte, right and wrong. */
class OsmExtractTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void readsWaysFromPbf() throws IOException {
    OsmExtract extract = OsmExtract.read(file("a.osm.pbf", pbf()));
    CrsGate gate = extract.gate();
    List<WalkWay> ways = extract.ways(gate);
    assertEquals(1, ways.size());
    assertEquals(WayKind.STREET, ways.get(0).kind());
    // A thousandth of a degree north is 111 m.
    assertEquals(11_090, ways.get(0).ys()[1] - ways.get(0).ys()[0], 10);
  }

  @Test
  void readsTheSameFromXml() throws IOException {
    OsmExtract pbf = OsmExtract.read(file("a.osm.pbf", pbf()));
    byte[] text =
        """
        <osm version="0.6"><node id="1" lon="118.33" lat="35.06"/><node id="2" lon="118.33" lat="35.061"/>
        <way id="7"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>
        """
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text);
    }
    OsmExtract xml = OsmExtract.read(file("a.osm.gz", zipped.toByteArray()));
    WalkWay a = pbf.ways(pbf.gate()).get(0);
    WalkWay b = xml.ways(xml.gate()).get(0);
    assertEquals(a.xs()[1], b.xs()[1]);
    assertEquals(a.ys()[1], b.ys()[1]);
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] whole = pbf();
    int headerEnds = blob("OSMHeader", new byte[0]).length;
    for (int length = 1; length < whole.length; length++) {
      if (length == headerEnds) {
        continue;
      }
      Path cut = file("cut.osm.pbf", java.util.Arrays.copyOf(whole, length));
      assertThrows(FileRefused.class, () -> OsmExtract.read(cut), "cut at " + length);
    }
  }

  @Test
  void refusesEveryChangedByteOrReadsIt() throws IOException {
    byte[] whole = pbf();
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit += 3) {
        byte[] changed = whole.clone();
        changed[i] ^= (byte) (1 << bit);
        Path path = file("changed.osm.pbf", changed);
        try {
          OsmExtract extract = OsmExtract.read(path);
          extract.ways(extract.gate());
        } catch (FileRefused e) {
          assertTrue(e.words().zh().length() > 5);
        }
      }
    }
  }

  @Test
  void refusesAHeaderOfTwoGigabytes() throws IOException {
    Path path = file("huge.osm.pbf", new byte[] {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1});
    assertTrue(refusal(path).words().en().contains("64 KB"));
  }

  @Test
  void refusesABlobThatUnpacksToMoreThanItMay() throws IOException {
    byte[] zeros = new byte[64 << 20];
    byte[] packed = deflate(zeros);
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    field(blob, 2, zeros.length);
    bytes(blob, 3, packed);
    assertTrue(
        refusal(file("bomb.osm.pbf", wrapped("OSMHeader", blob.toByteArray())))
            .words()
            .en()
            .contains("32 MB"));
    // The same bomb that lies about its size.
    ByteArrayOutputStream liar = new ByteArrayOutputStream();
    field(liar, 2, 100);
    bytes(liar, 3, packed);
    assertTrue(
        refusal(file("liar.osm.pbf", wrapped("OSMHeader", liar.toByteArray())))
            .words()
            .en()
            .contains("another size"));
  }

  @Test
  void refusesXmlWithADocumentType() throws IOException {
    Path path =
        file(
            "xxe.osm",
            "<!DOCTYPE osm [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><osm>&a;</osm>"
                .getBytes(StandardCharsets.UTF_8));
    assertThrows(FileRefused.class, () -> OsmExtract.read(path));
  }

  @Test
  void refusesAnExtractWithoutWays() throws IOException {
    Path path = file("empty.osm", "<osm/>".getBytes(StandardCharsets.UTF_8));
    assertTrue(refusal(path).words().en().contains("no way"));
  }

  private static FileRefused refusal(Path path) {
    return assertThrows(FileRefused.class, () -> OsmExtract.read(path));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** Two nodes and a street. */
  private static byte[] pbf() {
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    for (String text : new String[] {"", "highway", "residential"}) {
      bytes(texts, 1, text.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream dense = new ByteArrayOutputStream();
    bytes(dense, 1, packed(zigzag(1), zigzag(1)));
    bytes(dense, 8, packed(zigzag(350_600_000), zigzag(10_000)));
    bytes(dense, 9, packed(zigzag(1_183_300_000), zigzag(0)));
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

  private static byte[] blob(String type, byte[] message) {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    field(blob, 2, message.length);
    bytes(blob, 3, deflate(message));
    return wrapped(type, blob.toByteArray());
  }

  private static byte[] wrapped(String type, byte[] blob) {
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

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length / 2 + 1000];
    int n = deflater.deflate(out);
    deflater.end();
    return java.util.Arrays.copyOf(out, n);
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

  private static void field(ByteArrayOutputStream out, int number, long value) {
    varint(out, (long) number << 3);
    varint(out, value);
  }

  private static void bytes(ByteArrayOutputStream out, int number, byte[] value) {
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
