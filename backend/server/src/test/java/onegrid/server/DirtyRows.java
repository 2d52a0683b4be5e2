package onegrid.server;

import static onegrid.server.BadFiles.feature;
import static onegrid.server.BadFiles.features;
import static onegrid.server.BadFiles.polygon;
import static onegrid.server.BadFiles.utf8;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of the catalogue of bad inputs that a merge would mend: dirty drawings. Handed in
 * strictly each is refused with its row and place; handed in to be mended each is taken, with a
 * finding.
 */
final class DirtyRows {
  static final String WGS =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]";

  private static final String SQUARE =
      area("[118.35,35.05],[118.36,35.05],[118.36,35.06],[118.35,35.06],[118.35,35.05]");
  private static final String HALF =
      area("[118.35,35.05],[118.355,35.05],[118.355,35.06],[118.35,35.06],[118.35,35.05]");

  /** It touches no border of the square. */
  private static final String INNER =
      area("[118.353,35.053],[118.356,35.053],[118.356,35.056],[118.353,35.056],[118.353,35.053]");

  /** Of the square it has 3 m² at its north-eastern corner. */
  private static final String NEIGHBOUR =
      area(
          "[118.35998,35.059984],[118.37,35.059984],[118.37,35.07],[118.35998,35.07],[118.35998,35.059984]");

  /**
   * A dirty file.
   *
   * @param code the column of codes, empty when it is the usual one
   * @param finding the kind of fault, in either answer
   * @param says what the refusal must say besides
   */
  record Dirty(String id, String fileName, byte[] file, String code, String finding, String says) {}

  private DirtyRows() {}

  static List<Dirty> all() {
    List<Dirty> rows =
        new ArrayList<>(
            List.of(
                drawn(
                    "B03",
                    polygon("[[[118.35,35.05],[118.36,35.05],[118.36,35.06],[118.35,35.06]]]"),
                    "RING_NOT_CLOSED",
                    ""),
                drawn(
                    "B03 hole not closed",
                    polygon(
                        "[[[118.35,35.05],[118.36,35.05],[118.36,35.06],[118.35,35.06],[118.35,35.05]],"
                            + "[[118.352,35.052],[118.354,35.052],[118.354,35.054]]]"),
                    "RING_NOT_CLOSED",
                    ""),
                drawn(
                    "B07",
                    polygon(
                        "[[[118.35,35.05],[118.36,35.05],[118.36,35.06],[118.35,35.05]],"
                            + "[[118.4,35.1],[118.41,35.1],[118.41,35.11],[118.4,35.1]]]"),
                    "RING_CROSSES_ITSELF",
                    "第 1 个"),
                drawn(
                    "B07 hole across the shell",
                    polygon(
                        "[[[118.35,35.05],[118.36,35.05],[118.36,35.06],[118.35,35.06],[118.35,35.05]],"
                            + "[[118.355,35.055],[118.365,35.055],[118.365,35.058],[118.355,35.055]]]"),
                    "RING_CROSSES_ITSELF",
                    "第 1 个"),
                drawn(
                    "B07 bow-tie",
                    polygon(
                        "[[[118.35,35.05],[118.36,35.06],[118.36,35.05],[118.35,35.06],[118.35,35.05]]]"),
                    "RING_CROSSES_ITSELF",
                    "第 1 个"),
                drawn("B08", feature(many(SQUARE, HALF)), "RING_CROSSES_ITSELF", "第 1 个"),
                drawn(
                    "B08 the same twice",
                    feature(many(SQUARE, SQUARE)),
                    "RING_CROSSES_ITSELF",
                    "第 1 个"),
                drawn(
                    "B10",
                    polygon(
                        "[[[35.05,118.35],[35.05,118.36],[35.06,118.36],[35.06,118.35],[35.05,118.35]]]"),
                    "AXES_SWAPPED",
                    ""),
                drawn("B18", withCrs("EPSG:4490"), "OLD_CRS_MEMBER", ""),
                drawn("B18 urn", withCrs("urn:ogc:def:crs:EPSG::4490"), "OLD_CRS_MEMBER", ""),
                drawn("B23", two("1", SQUARE, "2", SQUARE), "CELLS_OVERLAP", "第 1 个与第 2 个"),
                drawn(
                    "B23 reversed",
                    two(
                        "1",
                        SQUARE,
                        "2",
                        area(
                            "[118.35,35.05],[118.35,35.06],[118.36,35.06],[118.36,35.05],[118.35,35.05]")),
                    "CELLS_OVERLAP",
                    "第 1 个与第 2 个"),
                drawn("I01", two("1", SQUARE, "2", NEIGHBOUR), "CELLS_OVERLAP", "MultiPolygon"),
                drawn(
                    "I01 one in the other",
                    two("1", SQUARE, "2", HALF),
                    "CELLS_OVERLAP",
                    "MultiPolygon"),
                drawn(
                    "I01 one in the middle of the other",
                    two("1", SQUARE, "2", INNER),
                    "CELLS_OVERLAP",
                    "MultiPolygon"),
                drawn("I14", two("7", SQUARE, "7", east()), "CODE_REPEATED", "1, 2"),
                drawn(
                    "I15",
                    features("\"code\":\"1\",\"日期\":\"2023年2月30日\"", SQUARE),
                    "DATE_IMPOSSIBLE",
                    "第 1 个"),
                drawn(
                    "I15 without a year",
                    features("\"code\":\"1\",\"日期\":\"2月30日\"", SQUARE),
                    "DATE_IMPOSSIBLE",
                    "第 1 个"),
                drawn(
                    "I15 1900",
                    features("\"code\":\"1\",\"note\":\"1900-02-29\"", SQUARE),
                    "DATE_IMPOSSIBLE",
                    "1900-02-29"),
                drawn(
                    "I15 digits",
                    features("\"code\":\"1\",\"date\":\"20231301\"", SQUARE),
                    "DATE_IMPOSSIBLE",
                    "20231301")));
    for (String number : List.of("****", "1.#INF", "NaN", "1e400", "--", "12a")) {
      rows.add(
          new Dirty(
              "I06 " + number,
              "a.zip",
              BadFiles.shapefile("households", 'N', utf8(number), WGS),
              "households",
              "NUMBER_UNREADABLE",
              "第 1 个"));
    }
    rows.add(
        new Dirty(
            "I15 dbf",
            "a.zip",
            BadFiles.shapefile("built", 'D', utf8("20230230"), WGS),
            "built",
            "DATE_IMPOSSIBLE",
            "第 1 个"));
    return rows;
  }

  static HttpResponse<byte[]> hand(Browser someone, String layers, Dirty dirty, boolean mend) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", "行" + dirty.id());
    fields.put("role", "DEPARTMENT");
    if (!dirty.code().isEmpty()) {
      fields.put("code", dirty.code());
    }
    if (mend) {
      fields.put("mend", "true");
    }
    return someone.upload(
        layers, fields, List.of(new Browser.Part(dirty.fileName(), dirty.file())));
  }

  private static Dirty drawn(String id, byte[] file, String finding, String says) {
    return new Dirty(id, "a.geojson", file, "", finding, says);
  }

  private static byte[] withCrs(String name) {
    return utf8(
        "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
            + name
            + "\"}},"
            + new String(feature(SQUARE), StandardCharsets.UTF_8).substring(1));
  }

  private static byte[] two(String code, String shape, String otherCode, String otherShape) {
    String first = new String(features("\"code\":\"" + code + "\"", shape), StandardCharsets.UTF_8);
    String second =
        new String(features("\"code\":\"" + otherCode + "\"", otherShape), StandardCharsets.UTF_8);
    return utf8(
        first.substring(0, first.length() - 2) + "," + second.substring(second.indexOf('[') + 1));
  }

  /** East of the square, apart from it. */
  private static String east() {
    return area("[118.37,35.05],[118.38,35.05],[118.38,35.06],[118.37,35.06],[118.37,35.05]");
  }

  private static String area(String ring) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}";
  }

  private static String many(String... polygons) {
    StringBuilder all = new StringBuilder();
    for (String polygon : polygons) {
      all.append(all.isEmpty() ? "" : ",");
      all.append(polygon, polygon.indexOf("[["), polygon.length() - 1);
    }
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + all + "]}";
  }
}
