package onegrid.io.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final byte[] SHP =
      ShapefileBytes.shp(List.of(List.of(new double[] {118, 35, 118, 36, 119, 36, 118, 35})));
  private static final byte[] DBF =
      ShapefileBytes.dbf(List.of("code"), 8, StandardCharsets.UTF_8, 0, List.of(List.of("a")));

  private final Path folder;

  ArchiveTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aZippedShapefileIsRead() throws Exception {
    Path zip = zip(StandardCharsets.UTF_8, Map.of("in/综治.shp", SHP, "in/综治.dbf", DBF));
    assertEquals(1, FeatureFiles.read(zip).rows().size());
  }

  @Test
  void namesInGbkAreRead() throws Exception {
    Path zip = zip(Charset.forName("GBK"), Map.of("综治.shp", SHP, "综治.dbf", DBF));
    assertEquals(1, FeatureFiles.read(zip).rows().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../evil.shp",
        "/etc/evil.shp",
        "a/../../evil.shp",
        "..\\evil.shp",
        "C:\\x.shp"
      })
  void namesThatLeaveTheFolderAreRefused(String name) throws Exception {
    Path zip = zip(StandardCharsets.UTF_8, Map.of(name, SHP, "a.dbf", DBF));
    refused(zip, FileRefused.Reason.BROKEN);
  }

  @Test
  void aShapefileWithoutItsTableIsRefused() throws Exception {
    refused(zip(StandardCharsets.UTF_8, Map.of("a.shp", SHP)), FileRefused.Reason.BROKEN);
  }

  @Test
  void severalLayersAreAskedAbout() throws Exception {
    Path zip =
        zip(StandardCharsets.UTF_8, Map.of("a.shp", SHP, "a.dbf", DBF, "b.shp", SHP, "b.dbf", DBF));
    refused(zip, FileRefused.Reason.NEEDS_ANSWER);
  }

  @Test
  void textEmptinessAndCutsAreRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("t.zip"), "not a zip at all, just text");
    refused(text, FileRefused.Reason.BROKEN);
    Path empty = zip(StandardCharsets.UTF_8, Map.of());
    refused(empty, FileRefused.Reason.BROKEN);
    byte[] whole =
        Files.readAllBytes(zip(StandardCharsets.UTF_8, Map.of("a.shp", SHP, "a.dbf", DBF)));
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length * 9 / 10));
    refused(cut, FileRefused.Reason.BROKEN);
  }

  @Test
  void manyEntriesAndBombsAreRefusedBeforeUnpacking() throws Exception {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 10_001; i++) {
      many.put("f" + i + ".txt", new byte[0]);
    }
    refused(zip(StandardCharsets.UTF_8, many), FileRefused.Reason.TOO_LARGE);
    refused(
        zip(StandardCharsets.UTF_8, Map.of("a.shp", new byte[40_000_000], "a.dbf", DBF)),
        FileRefused.Reason.TOO_LARGE);
    Path zip = zip(StandardCharsets.UTF_8, Map.of("a.shp", new byte[2_000], "a.dbf", DBF));
    ReadLimits small = new ReadLimits(1_000, 10, 10, 100, 100, 10, 100);
    assertThrows(FileRefused.class, () -> FeatureFiles.read(zip, small));
  }

  private static void refused(Path zip, FileRefused.Reason reason) {
    FileRefused refused = assertThrows(FileRefused.class, () -> FeatureFiles.read(zip));
    assertEquals(reason, refused.reason(), refused.words().en());
    assertTrue(refused.words().zh().startsWith(String.valueOf(zip.getFileName())));
  }

  private Path zip(Charset names, Map<String, byte[]> entries) throws IOException {
    Path zip = Files.createTempFile(folder, "z", ".zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file, names)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return zip;
  }
}
