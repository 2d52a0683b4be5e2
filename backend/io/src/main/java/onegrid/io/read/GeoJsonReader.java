package onegrid.io.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.ReadNotice;
import onegrid.io.crs.SourceCrs;
import onegrid.io.table.FeatureTable;
import onegrid.io.table.TableBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON in one pass, members in any order, no tree. Reads RFC 7946 and, with a notice, the {@code
 * crs} member of its predecessor; a bare geometry or collection of geometries counts as features
 * without values. A repeated key, a NaN, a wrong type or deep nesting refuses the file.
 */
final class GeoJsonReader {
  private static final int LONGEST_NUMBER = 60;

  private final TableBuilder table;
  private final JsonParser json;
  private final GeoJsonGeometry geometry;
  private final ReadLimits limits;
  private Optional<SourceCrs> stated = Optional.empty();

  private GeoJsonReader(JsonParser json, ReadLimits limits) {
    this.json = json;
    this.limits = limits;
    this.table = new TableBuilder(limits);
    this.geometry = new GeoJsonGeometry(json, limits);
  }

  static FeatureTable read(Path file, String name, ReadLimits limits) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(in, name, limits);
    }
  }

  static FeatureTable read(InputStream in, String name, ReadLimits limits) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.nesting())
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(limits.textLength())
                    .maxNameLength(1_000)
                    .build())
            .build();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), in)) {
      GeoJsonReader reader = new GeoJsonReader(json, limits);
      try {
        reader.document();
      } catch (JacksonException e) {
        throw reader.refused(e);
      }
      return reader.table.build(name, "GeoJSON", reader.stated, true);
    }
  }

  private void document() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw GeoJsonGeometry.wrong(0, "最外层应是对象 {…}", "the outermost value must be an object");
    }
    collection();
    if (json.nextToken() != null) {
      throw GeoJsonGeometry.wrong(
          table.feature(), "结尾之后还有内容", "something follows the end of the document");
    }
  }

  /** The outermost object, whose kind may come last. */
  private void collection() {
    String type = "";
    boolean features = false;
    boolean bare = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "type" -> type = text("type");
        case "crs" -> crs();
        case "features" -> {
          features = true;
          array("features");
          while (json.nextToken() != JsonToken.END_ARRAY) {
            feature();
          }
        }
        case "geometries" -> {
          array("geometries");
          while (json.nextToken() != JsonToken.END_ARRAY) {
            table.beginFeature();
            geometry.read(table);
            table.endFeature();
          }
        }
        case "geometry" -> {
          beginBare(bare);
          bare = true;
          geometry.read(table);
        }
        case "properties" -> {
          beginBare(bare);
          bare = true;
          properties();
        }
        case "coordinates" -> {
          beginBare(bare);
          bare = true;
          geometry.coordinates(table);
        }
        default -> json.skipChildren();
      }
    }
    if (bare) {
      geometry.finishBare(table, type);
      table.endFeature();
    }
    if (type.equals("Topology")) {
      throw FileRefused.unsupported(
          "这是 TopoJSON，请转换为 GeoJSON", "this is TopoJSON; convert it to GeoJSON");
    }
    if (features && !type.equals("FeatureCollection")) {
      throw GeoJsonGeometry.wrong(
          0,
          "有 features 却没有 \"type\":\"FeatureCollection\"",
          "features without the type FeatureCollection");
    }
  }

  private void beginBare(boolean begun) {
    if (!begun) {
      table.beginFeature();
    }
  }

  private void feature() {
    table.beginFeature();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw GeoJsonGeometry.wrong(table.feature(), "要素应是对象 {…}", "a feature must be an object");
    }
    String type = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "type" -> type = text("type");
        case "geometry" -> geometry.read(table);
        case "properties" -> properties();
        default -> json.skipChildren();
      }
    }
    if (!type.equals("Feature")) {
      throw GeoJsonGeometry.wrong(
          table.feature(), "缺少 \"type\":\"Feature\"", "the type Feature is missing");
    }
    table.endFeature();
  }

  private void properties() {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw GeoJsonGeometry.wrong(
          table.feature(), "properties 应是对象或 null", "properties must be an object or null");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      int column = table.column(json.currentName());
      JsonToken token = json.nextToken();
      if (token.isScalarValue()) {
        if (token != JsonToken.VALUE_NULL) {
          table.value(column, json.getString());
        }
      } else {
        json.skipChildren();
      }
    }
  }

  private void crs() {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    String name = "";
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean properties = json.currentName().equals("properties");
        if (json.nextToken() == JsonToken.START_OBJECT && properties) {
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isName = json.currentName().equals("name");
            if (json.nextToken() == JsonToken.VALUE_STRING && isName) {
              name = json.getString();
            } else {
              json.skipChildren();
            }
          }
        } else {
          json.skipChildren();
        }
      }
    } else {
      name = json.getString();
      json.skipChildren();
    }
    if (name.isEmpty()) {
      throw FileRefused.needsAnswer(
          "crs 成员没有写明名称，请用 --crs 说明坐标系", "the crs member gives no name; state the system");
    }
    SourceCrs system = SourceCrs.parse(name);
    stated = Optional.of(system);
    table.notice(
        ReadNotice.of(
            FindingCode.OLD_CRS_MEMBER,
            0,
            new Words("文件带有旧式 crs 成员：" + name, "the file has the old crs member: " + name),
            new Words("按 " + system.name() + " 读取", "read as " + system.name())));
  }

  private void array(String key) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw GeoJsonGeometry.wrong(0, key + " 应是数组 […]", key + " must be an array");
    }
  }

  private String text(String key) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw GeoJsonGeometry.wrong(table.feature(), key + " 应是文字", key + " must be text");
    }
    return json.getString();
  }

  private FileRefused refused(JacksonException e) {
    int feature = table.feature();
    String where = feature == 0 ? "第一个要素之前" : "第 " + feature + " 个要素";
    String whereEn = feature == 0 ? "before the first feature" : "feature " + feature;
    if (e.getLocation() != null) {
      where += "，第 " + e.getLocation().getLineNr() + " 行第 " + e.getLocation().getColumnNr() + " 列";
      whereEn +=
          ", line " + e.getLocation().getLineNr() + " column " + e.getLocation().getColumnNr();
    }
    FileRefused refused;
    String said = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      refused =
          FileRefused.broken(
              "嵌套过深，或某个名称、数字、文字过长（" + where + "，嵌套上限 " + limits.nesting() + "）",
              "nested too deeply, or a name, number or text too long (" + whereEn + ")");
    } else if (said.contains("Duplicate")) {
      refused =
          FileRefused.broken("同一对象里键名重复（" + where + "）", "a key is repeated (" + whereEn + ")");
    } else if (said.contains("UTF-8")) {
      refused =
          FileRefused.broken(
              "文字编码不是 UTF-8（" + where + "），请另存为 UTF-8",
              "the text is not UTF-8 (" + whereEn + "); save it as UTF-8");
    } else if (e instanceof tools.jackson.core.exc.UnexpectedEndOfInputException) {
      refused =
          FileRefused.broken(
              "文件不完整，在中途截断（" + where + "）", "the file ends half-way (" + whereEn + ")");
    } else {
      refused =
          FileRefused.broken("不是合格的 JSON(" + where + ")", "not well-formed JSON (" + whereEn + ")");
    }
    refused.initCause(e);
    return refused;
  }
}
