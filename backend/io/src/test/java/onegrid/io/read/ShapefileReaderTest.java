package onegrid.io.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapefileReaderTest {
  private static final Charset GBK = Charset.forName("GBK");

  /** Clockwise, as shells are. */
  private static final double[] SHELL = {0, 0, 0, 9, 9, 9, 9, 0, 0, 0};

  /** Counter-clockwise, as holes are. */
  private static final double[] HOLE = {2, 2, 4, 2, 4, 4, 2, 4, 2, 2};

  private static final double[] ISLAND = {20, 0, 20, 5, 25, 5, 25, 0, 20, 0};

  @Test
  void ringsFindTheirShells() {
    FeatureTable table = read(ShapefileBytes.shp(List.of(List.of(ISLAND, HOLE, SHELL))), dbf("a"));
    assertEquals(
        "MULTIPOLYGON (((20 0, 20 5, 25 5, 25 0, 20 0)), "
            + "((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2)))",
        table.rows().get(0).shape().toText());
  }

  @Test
  void linesAreReadWhereTheyAreAskedFor(@TempDir Path folder) throws Exception {
    double[] street = {0, 0, 10, 0, 10, 5};
    double[] rest = {20, 0, 30, 0};
    Path shp = folder.resolve("roads.shp");
    Files.write(shp, ShapefileBytes.lines(List.of(List.of(street), List.of(street, rest))));
    Files.write(
        folder.resolve("roads.dbf"),
        ShapefileBytes.dbf(List.of("id"), 4, GBK, 0x4d, List.of(List.of("R1"), List.of("R2"))));
    FeatureTable table = FeatureFiles.read(shp, ReadLimits.UPLOAD.withLines());
    assertEquals("LINESTRING (0 0, 10 0, 10 5)", table.rows().get(0).shape().toText());
    assertEquals(
        "MULTILINESTRING ((0 0, 10 0, 10 5), (20 0, 30 0))", table.rows().get(1).shape().toText());
    assertEquals(List.of("R2"), table.rows().get(1).values());
    assertThrows(FileRefused.class, () -> FeatureFiles.read(shp, ReadLimits.UPLOAD));
  }

  @Test
  void shellsDrawnTheWrongWayAreShells() {
    FeatureTable table = read(ShapefileBytes.shp(List.of(List.of(HOLE))), dbf("a"));
    assertEquals(4, table.rows().get(0).shape().getArea());
  }

  @Test
  void nullShapesAreNoted() {
    FeatureTable table =
        read(ShapefileBytes.shp(List.of(List.of(), List.of(SHELL))), dbf("a", "b"));
    assertEquals(2, table.rows().get(0).number());
    assertEquals("b", table.rows().get(0).values().get(0));
    assertEquals(FindingCode.GEOMETRY_EMPTY, table.notices().get(0).code());
  }

  @ParameterizedTest
  @CsvSource({
    "GBK,,0",
    "GBK,GBK,0",
    "GBK,936,0",
    "GBK,,77",
    "UTF-8,,0",
    "UTF-8,UTF-8,0",
    "UTF-8,,77",
    "Big5,Big5,0"
  })
  void chineseIsReadInWhateverCharset(String charset, String cpg, int ldid) {
    String heading = charset.equals("Big5") ? "名稱" : "名称";
    String name = charset.equals("Big5") ? "南關社區第一網格" : "南关社区第一网格";
    byte[] dbf =
        ShapefileBytes.dbf(
            List.of("code", heading),
            40,
            Charset.forName(charset),
            ldid,
            List.of(List.of("01", name)));
    FeatureTable table =
        ShapefileReader.read(
            new ShapefileParts(
                ShapefileBytes.shp(List.of(List.of(SHELL))),
                dbf,
                Optional.empty(),
                Optional.ofNullable(cpg).map(text -> text.getBytes(StandardCharsets.US_ASCII))),
            "x",
            ReadLimits.GENEROUS);
    assertEquals(List.of("code", heading), table.columns());
    assertEquals(List.of("01", name), table.rows().get(0).values());
  }

  @Test
  void aCharacterCutByTheFieldsWidthIsDropped() {
    byte[] dbf =
        ShapefileBytes.dbf(List.of("name"), 8, StandardCharsets.UTF_8, 0, List.of(List.of("南关社区")));
    FeatureTable table = read(ShapefileBytes.shp(List.of(List.of(SHELL))), dbf);
    assertEquals("南关", table.rows().get(0).values().get(0));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] dbf = ShapefileBytes.dbf(List.of("name"), 8, GBK, 0, List.of(List.of("abcd")));
    dbf[dbf.length - 9] = (byte) 0xFF;
    dbf[dbf.length - 8] = 'x';
    FileRefused refused =
        assertThrows(
            FileRefused.class, () -> read(ShapefileBytes.shp(List.of(List.of(SHELL))), dbf));
    assertTrue(refused.words().zh().contains("编码"), refused.words().zh());
  }

  @Test
  void numbersThatAreNoneAreNoted() {
    byte[] dbf =
        ShapefileBytes.dbf(
            List.of("code", "户数#"),
            10,
            GBK,
            0,
            List.of(List.of("1", "****"), List.of("2", "1.#INF"), List.of("3", "12.000")));
    FeatureTable table =
        read(ShapefileBytes.shp(List.of(List.of(SHELL), List.of(ISLAND), List.of(SHELL))), dbf);
    assertEquals(
        List.of(
            FindingCode.ENCODING_UNDECLARED,
            FindingCode.NUMBER_UNREADABLE,
            FindingCode.NUMBER_UNREADABLE),
        table.notices().stream().map(notice -> notice.code()).toList());
    assertEquals("12", table.rows().get(2).values().get(1));
  }

  @Test
  void differentCountsAreRefused() {
    byte[] two = ShapefileBytes.shp(List.of(List.of(SHELL), List.of(ISLAND)));
    assertThrows(FileRefused.class, () -> read(two, dbf("a")));
    assertThrows(FileRefused.class, () -> read(two, dbf("a", "b", "c")));
  }

  @Test
  void anyCutIsNoticed() {
    byte[] shp = ShapefileBytes.shp(List.of(List.of(SHELL), List.of(SHELL, HOLE)));
    for (int length = 0; length < shp.length; length++) {
      byte[] cut = Arrays.copyOf(shp, length);
      assertThrows(FileRefused.class, () -> read(cut, dbf("a", "b")), "cut at " + length);
    }
    byte[] dbf = dbf("a", "b");
    for (int length = 0; length < dbf.length - 1; length++) {
      byte[] cut = Arrays.copyOf(dbf, length);
      assertThrows(FileRefused.class, () -> read(shp, cut), "cut at " + length);
    }
  }

  @Test
  void damagedBytesNeverEscapeAsAnotherException() {
    byte[] shp = ShapefileBytes.shp(List.of(List.of(SHELL), List.of(SHELL, HOLE)));
    for (int at = 100; at < shp.length; at++) {
      for (int value : new int[] {0x7F, 0xFF, 0x80}) {
        byte[] damaged = shp.clone();
        damaged[at] = (byte) value;
        try {
          assertFalse(read(damaged, dbf("a", "b")).rows().isEmpty());
        } catch (FileRefused expected) {
          assertFalse(expected.words().zh().isEmpty());
        }
      }
    }
  }

  @Test
  void companionsAreFoundBesideIt(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("网格.shp"), ShapefileBytes.shp(List.of(List.of(SHELL))));
    FileRefused refused =
        assertThrows(FileRefused.class, () -> FeatureFiles.read(folder.resolve("网格.shp")));
    assertTrue(refused.words().zh().contains(".dbf"), refused.words().zh());
    Files.write(folder.resolve("网格.DBF"), dbf("a"));
    Files.writeString(
        folder.resolve("网格.prj"),
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]]");
    FeatureTable table = FeatureFiles.read(folder.resolve("网格.shp"));
    assertTrue(table.statedCrs().orElseThrow().inDegrees());
  }

  private static byte[] dbf(String... codes) {
    return ShapefileBytes.dbf(
        List.of("code"), 10, GBK, 0, Arrays.stream(codes).map(List::of).toList());
  }

  private static FeatureTable read(byte[] shp, byte[] dbf) {
    return ShapefileReader.read(
        new ShapefileParts(shp, dbf, Optional.empty(), Optional.empty()), "x", ReadLimits.GENEROUS);
  }
}
