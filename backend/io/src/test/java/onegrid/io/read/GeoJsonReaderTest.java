package onegrid.io.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import onegrid.finding.FindingCode;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonReaderTest {
  private static final String SQUARE = "[[[118,35],[118.1,35],[118.1,35.1],[118,35.1],[118,35]]]";
  private static final String POLYGON = "{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}";

  @Test
  void membersComeInAnyOrder() {
    FeatureTable table =
        read(
            "{\"features\":[{\"geometry\":{\"coordinates\":"
                + SQUARE
                + ",\"type\":\"Polygon\"},\"properties\":{\"code\":\"01\",\"n\":12345678901234567890,"
                + "\"deep\":{\"a\":[1]},\"no\":null,\"yes\":true},\"type\":\"Feature\"}],"
                + "\"type\":\"FeatureCollection\"}");
    assertEquals(1, table.rows().size());
    assertEquals("01", table.rows().get(0).values().get(table.column("CODE").getAsInt()));
    assertEquals(
        "12345678901234567890", table.rows().get(0).values().get(table.column("n").getAsInt()));
    assertEquals(
        "POLYGON ((118 35, 118.1 35, 118.1 35.1, 118 35.1, 118 35))",
        table.rows().get(0).shape().toText());
  }

  @Test
  void multiPolygonsKeepTheirHoles() {
    FeatureTable table =
        read(
            collection(
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,0]],[[5,2],[7,2],"
                    + "[7,4],[5,2]]],[[[20,0],[21,0],[21,1],[20,0]]]]}"));
    assertEquals(
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (5 2, 7 2, 7 4, 5 2)), ((20 0, 21 0, 21 1, 20 0)))",
        table.rows().get(0).shape().toText());
  }

  @Test
  void bareGeometriesAreFeatures() {
    assertEquals(1, read(POLYGON).rows().size());
    assertEquals(
        2,
        read("{\"type\":\"GeometryCollection\",\"geometries\":[" + POLYGON + "," + POLYGON + "]}")
            .rows()
            .size());
    assertEquals(
        1,
        read("{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":" + POLYGON + "}")
            .rows()
            .size());
  }

  @Test
  void openRingsHeightsAndTheOldCrsMemberAreNoted() {
    FeatureTable table =
        read(
            "\uFEFF{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                + "\"urn:ogc:def:crs:EPSG::4548\"}},\"features\":[{\"type\":\"Feature\",\"properties\":null,"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[500000,3882000,7],"
                + "[500100,3882000,7],[500100,3882100,7]]]}}]}");
    assertEquals(
        java.util.Set.of(
            FindingCode.OLD_CRS_MEMBER, FindingCode.HEIGHTS_DROPPED, FindingCode.RING_NOT_CLOSED),
        java.util.Set.copyOf(table.notices().stream().map(notice -> notice.code()).toList()));
    assertEquals(4548, table.statedCrs().orElseThrow().epsgCode().getAsInt());
    assertEquals(4, table.rows().get(0).shape().getNumPoints());
  }

  @Test
  void featuresWithoutAreaAreNotedAndTheRestRead() {
    FeatureTable table =
        read(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null},"
                + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\","
                + "\"coordinates\":[[1,2],[3,4]]}},"
                + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[]}},"
                + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                + POLYGON
                + "}]}");
    assertEquals(4, table.rows().get(0).number());
    assertEquals(FindingCode.GEOMETRY_EMPTY, table.notices().get(0).code());
    assertEquals(FindingCode.GEOMETRY_NOT_AREA, table.notices().get(1).code());
    assertEquals(2, table.notices().get(1).feature());
    assertEquals(FindingCode.GEOMETRY_EMPTY, table.notices().get(2).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "7",
        "{\"type\":\"FeatureCollection\",\"features\":{}}",
        "{\"type\":\"FeatureCollection\",\"features\":[]}",
        "{\"type\":\"FeatureCollection\",\"features\":[7]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[NaN,1],[2,3],[4,5]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[\"118\",35],[2,3],[4,5]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1e308,1],[2,3],[4,5]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,1],[2,3],[4,5]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1],[2,3],[4,5]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[[3,4]]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4],[5,6]]}",
        "{\"type\":\"Polygon\",\"coordinates\":\"x\"}",
        "{\"type\":\"Polygon\"}",
        "{\"type\":\"Circle\",\"coordinates\":[[[1,2],[3,4],[5,6]]]}",
        "{\"type\":7,\"coordinates\":[[[1,2],[3,4],[5,6]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[5,6]]]} trailing",
        "{\"type\":\"Polygon\",\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[5,6]]]}",
        "{\"type\":\"Polygon\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"x\"}},"
            + "\"coordinates\":[[[1,2],[3,4],[5,6]]]}",
        "{\"type\":\"Topology\",\"objects\":{}}"
      })
  void brokenFilesAreRefusedWhole(String text) {
    FileRefused refused = assertThrows(FileRefused.class, () -> read(text));
    assertTrue(refused.words().zh().length() > 3);
    assertTrue(refused.words().en().length() > 3);
  }

  @Test
  void refusalsNameTheFeature() {
    String second =
        "{\"type\":\"Feature\",\"properties\":{\"a\":1,\"a\":2},\"geometry\":" + POLYGON + "}";
    String text =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
            + "\"geometry\":"
            + POLYGON
            + "},"
            + second
            + "]}";
    FileRefused refused = assertThrows(FileRefused.class, () -> read(text));
    assertTrue(refused.words().zh().contains("第 2 个要素"), refused.words().zh());
    assertTrue(refused.words().zh().contains("重复"), refused.words().zh());
  }

  @Test
  void depthAndLengthAreLimited() {
    assertThrows(FileRefused.class, () -> read("[".repeat(100_000)));
    assertThrows(
        FileRefused.class,
        () -> read("{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(100_000)));
    assertThrows(FileRefused.class, () -> read("{\"x\":" + "{\"x\":".repeat(100_000)));
    String collections = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(2_000);
    assertThrows(FileRefused.class, () -> read(collections));
    String digits = "9".repeat(100_000);
    assertThrows(
        FileRefused.class,
        () -> read("{\"type\":\"Polygon\",\"coordinates\":[[[" + digits + ",1],[2,3],[4,5]]]}"));
    String longName = "{\"properties\":{\"a\":\"" + "x".repeat(1_000_000) + "\"}}";
    assertThrows(FileRefused.class, () -> read(longName));
  }

  @Test
  void aRingBeyondTheLimitIsTooLarge() {
    ReadLimits few = new ReadLimits(1_000_000, 10, 10, 1000, 100, 64, 1000);
    String text =
        "{\"type\":\"Polygon\",\"coordinates\":[[" + "[118.5,35.5],".repeat(101) + "[118,35]]]}";
    FileRefused refused =
        assertThrows(
            FileRefused.class,
            () -> GeoJsonReader.read(stream(text.getBytes(StandardCharsets.UTF_8)), "x", few));
    assertEquals(FileRefused.Reason.TOO_LARGE, refused.reason());
  }

  @Test
  void anotherEncodingIsSaidSo() {
    byte[] gbk =
        collection(POLYGON).replace("\"c\"", "\"编码\"").getBytes(Charset.forName("GB18030"));
    FileRefused refused =
        assertThrows(
            FileRefused.class, () -> GeoJsonReader.read(stream(gbk), "x", ReadLimits.GENEROUS));
    assertTrue(refused.words().zh().contains("UTF-8"), refused.words().zh());
  }

  private static String collection(String geometry) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
        + "{\"c\":\"1\"},\"geometry\":"
        + geometry
        + "}]}";
  }

  private static FeatureTable read(String text) {
    return GeoJsonReader.read(
        stream(text.getBytes(StandardCharsets.UTF_8)), "x.geojson", ReadLimits.GENEROUS);
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
