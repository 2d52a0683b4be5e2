package onegrid.io.read;

import java.util.Arrays;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.ShapeBuilder;
import onegrid.io.table.TableBuilder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One geometry object. Its coordinates may come before its type, so they are first taken down with
 * their brackets and only then made into rings.
 */
final class GeoJsonGeometry {
  private static final int MOST_NESTED_COLLECTIONS = 8;

  private final JsonParser json;
  private final int mostNumbers;
  private double[] numbers = new double[1024];
  private int count;
  private int[] ends = new int[64];
  private int endCount;
  private int depth;
  private boolean heights;
  private boolean seen;
  private boolean anyNumber;

  GeoJsonGeometry(JsonParser json, ReadLimits limits) {
    this.json = json;
    this.mostNumbers = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * limits.verticesOfFeature() + 2);
  }

  static FileRefused wrong(int feature, String zh, String en) {
    return feature == 0
        ? FileRefused.broken("不是合格的 GeoJSON:" + zh, "not GeoJSON: " + en)
        : FileRefused.broken(
            "第 " + feature + " 个要素不是合格的 GeoJSON:" + zh,
            "feature " + feature + " is not GeoJSON: " + en);
  }

  /** Reads the geometry that the parser stands on into the feature. */
  void read(TableBuilder table) {
    read(table, 0);
  }

  private void read(TableBuilder table, int nested) {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(table.feature(), "geometry 应是对象或 null", "geometry must be an object or null");
    }
    if (nested > MOST_NESTED_COLLECTIONS) {
      throw wrong(table.feature(), "图形集合嵌套过深", "geometry collections nested too deeply");
    }
    String type = "";
    boolean collection = false;
    reset();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken token = json.nextToken();
      if (key.equals("type")) {
        if (token != JsonToken.VALUE_STRING) {
          throw wrong(table.feature(), "type 应是文字", "type must be text");
        }
        type = json.getString();
      } else if (key.equals("coordinates")) {
        coordinates(table);
      } else if (key.equals("geometries")) {
        if (token != JsonToken.START_ARRAY) {
          throw wrong(table.feature(), "geometries 应是数组", "geometries must be an array");
        }
        collection = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
          read(table, nested + 1);
        }
        reset();
      } else {
        json.skipChildren();
      }
    }
    if (collection && type.equals("GeometryCollection")) {
      return;
    }
    draw(table, type);
  }

  /** Takes down the value of {@code coordinates}. */
  void coordinates(TableBuilder table) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(table.feature(), "coordinates 应是数组", "coordinates must be an array");
    }
    reset();
    seen = true;
    array(table, 1);
  }

  /** Draws what {@link #coordinates} took down, when type came from outside. */
  void finishBare(TableBuilder table, String type) {
    if (seen && !type.equals("Feature")) {
      draw(table, type);
    }
  }

  private void reset() {
    count = 0;
    endCount = 0;
    depth = 0;
    heights = false;
    seen = false;
    anyNumber = false;
  }

  private void array(TableBuilder table, int level) {
    if (level > 4) {
      throw wrong(table.feature(), "坐标数组嵌套过深", "coordinates nested too deeply");
    }
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      position(table, level);
      return;
    }
    while (token != JsonToken.END_ARRAY) {
      if (token != JsonToken.START_ARRAY) {
        throw wrong(
            table.feature(), "坐标应是数字，这里是 " + token, "a coordinate must be a number, not " + token);
      }
      array(table, level + 1);
      token = json.nextToken();
    }
    end(level);
  }

  private void position(TableBuilder table, int level) {
    if (anyNumber && level != depth) {
      throw wrong(table.feature(), "坐标数组层数不一致", "coordinates nested unevenly");
    }
    anyNumber = true;
    depth = level;
    if (count + 2 > mostNumbers) {
      throw FileRefused.tooLarge(
          "第 " + table.feature() + " 个要素顶点过多，请先抽稀",
          "feature " + table.feature() + " has too many vertices");
    }
    if (count + 2 > numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    numbers[count++] = json.getDoubleValue();
    number(table, json.nextToken());
    numbers[count++] = json.getDoubleValue();
    JsonToken token = json.nextToken();
    while (token != JsonToken.END_ARRAY) {
      number(table, token);
      heights = true;
      token = json.nextToken();
    }
  }

  private static void number(TableBuilder table, JsonToken token) {
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw wrong(
          table.feature(), "坐标应是数字，这里是 " + token, "a coordinate must be a number, not " + token);
    }
  }

  /** Notes that an array of this level ended after so many numbers. */
  private void end(int level) {
    if (endCount + 2 > ends.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    ends[endCount++] = level;
    ends[endCount++] = count;
  }

  private void draw(TableBuilder table, String type) {
    int wanted =
        switch (type) {
          case "Point" -> 1;
          case "MultiPoint", "LineString" -> 2;
          case "Polygon", "MultiLineString" -> 3;
          case "MultiPolygon" -> 4;
          default ->
              throw wrong(
                  table.feature(),
                  "不认识的图形类型“" + shown(type) + "”",
                  "unknown geometry type " + shown(type));
        };
    if (!seen) {
      throw wrong(table.feature(), "图形没有 coordinates", "the geometry has no coordinates");
    }
    if (anyNumber && depth != wanted) {
      throw wrong(
          table.feature(), type + " 的坐标数组层数不对", "coordinates of a " + type + " nested wrongly");
    }
    if (!anyNumber) {
      return;
    }
    ShapeBuilder shape = table.shape();
    if (heights) {
      shape.heights();
    }
    switch (type) {
      case "Point" -> shape.point(numbers[0], numbers[1]);
      case "Polygon" -> {
        rings(shape, 2, 3);
        shape.endPolygon();
      }
      case "MultiPolygon" -> rings(shape, 3, 4);
      case "LineString", "MultiLineString" -> {
        if (shape.takesLines()) {
          lines(shape, type.equals("LineString") ? 1 : 2);
        } else {
          shape.otherKind();
        }
      }
      default -> shape.otherKind();
    }
  }

  private void lines(ShapeBuilder shape, int lineLevel) {
    int at = 0;
    for (int i = 0; i < endCount; i += 2) {
      while (at < ends[i + 1]) {
        shape.vertex(numbers[at], numbers[at + 1]);
        at += 2;
      }
      if (ends[i] == lineLevel) {
        shape.endLine();
      }
    }
  }

  private void rings(ShapeBuilder shape, int ringLevel, int levels) {
    int at = 0;
    for (int i = 0; i < endCount; i += 2) {
      int level = ends[i];
      while (at < ends[i + 1]) {
        shape.vertex(numbers[at], numbers[at + 1]);
        at += 2;
      }
      if (level == ringLevel) {
        shape.endRing();
      } else if (levels == 4 && level == ringLevel - 1) {
        shape.endPolygon();
      }
    }
  }

  private static String shown(String type) {
    return type.substring(0, Math.min(30, type.length()));
  }
}
