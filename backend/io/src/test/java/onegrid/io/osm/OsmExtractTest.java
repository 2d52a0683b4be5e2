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
    OsmExtract extract = OsmExtract.read(file("a.osm.pbf", PbfBytes.street(1_000_000, 0)));
    CrsGate gate = extract.gate();
    List<WalkWay> ways = extract.ways(gate);
    assertEquals(1, ways.size());
    assertEquals(WayKind.STREET, ways.get(0).kind());
    // A thousandth of a degree north is 111 m.
    assertEquals(11_090, ways.get(0).ys()[1] - ways.get(0).ys()[0], 10);
  }

  @Test
  void readsTheSameFromXml() throws IOException {
    OsmExtract pbf = OsmExtract.read(file("a.osm.pbf", PbfBytes.street(1_000_000, 0)));
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
    byte[] whole = PbfBytes.street(1_000_000, 0);
    int headerEnds = PbfBytes.blob("OSMHeader", new byte[0]).length;
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
    byte[] whole = PbfBytes.street(1_000_000, 0);
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
    byte[] packed = PbfBytes.deflate(zeros);
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    PbfBytes.field(blob, 2, zeros.length);
    PbfBytes.bytes(blob, 3, packed);
    assertTrue(
        refusal(file("bomb.osm.pbf", PbfBytes.wrapped("OSMHeader", blob.toByteArray())))
            .words()
            .en()
            .contains("32 MB"));
    // The same bomb that lies about its size.
    ByteArrayOutputStream liar = new ByteArrayOutputStream();
    PbfBytes.field(liar, 2, 100);
    PbfBytes.bytes(liar, 3, packed);
    assertTrue(
        refusal(file("liar.osm.pbf", PbfBytes.wrapped("OSMHeader", liar.toByteArray())))
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
}
