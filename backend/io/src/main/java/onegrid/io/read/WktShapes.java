package onegrid.io.read;

import java.util.Locale;
import onegrid.io.FileRefused;
import onegrid.io.table.ShapeBuilder;

/**
 * Well-known text of polygons and points, straight into a {@link ShapeBuilder}: rings need not be
 * closed, heights are dropped, collections may nest a little. A bare list of places ({@code
 * 118.1,35.0; 118.2,35.0; …}) is a ring.
 */
final class WktShapes {
  private static final int MOST_NESTED = 8;

  private final String text;
  private final int feature;
  private final ShapeBuilder shape;
  private int at;

  private WktShapes(String text, int feature, ShapeBuilder shape) {
    this.text = text;
    this.feature = feature;
    this.shape = shape;
  }

  static void read(String text, int feature, ShapeBuilder shape) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return;
    }
    char first = trimmed.charAt(0);
    if (first == '-' || Character.isDigit(first)) {
      PlaceList.each(trimmed, feature, shape, shape::vertex);
      shape.endRing();
      shape.endPolygon();
      return;
    }
    if (trimmed.regionMatches(true, 0, "SRID=", 0, 5)) {
      trimmed = trimmed.substring(trimmed.indexOf(';') + 1).strip();
    }
    WktShapes wkt = new WktShapes(trimmed, feature, shape);
    wkt.geometry(0);
    wkt.skip();
    if (wkt.at < wkt.text.length()) {
      throw wkt.wrong();
    }
  }

  private void geometry(int nested) {
    String type = word();
    String next = word();
    if (next.equals("Z") || next.equals("M") || next.equals("ZM")) {
      next = word();
    }
    if (next.equals("EMPTY")) {
      return;
    }
    if (!next.isEmpty() || nested > MOST_NESTED) {
      throw wrong();
    }
    switch (type) {
      case "POLYGON" -> polygon();
      case "MULTIPOLYGON" -> list(this::polygon);
      case "POINT" -> {
        expect('(');
        place(shape::point);
        expect(')');
      }
      case "GEOMETRYCOLLECTION" -> list(() -> geometry(nested + 1));
      case "LINESTRING", "MULTILINESTRING", "MULTIPOINT", "CURVEPOLYGON", "MULTISURFACE" -> {
        shape.otherKind();
        pass();
      }
      default -> throw wrong();
    }
  }

  private void polygon() {
    list(
        () -> {
          list(() -> place(shape::vertex));
          shape.endRing();
        });
    shape.endPolygon();
  }

  private void list(Runnable item) {
    expect('(');
    item.run();
    while (peek() == ',') {
      at++;
      item.run();
    }
    expect(')');
  }

  private void place(PlaceList.Taker taker) {
    double x = number();
    double y = number();
    char next = peek();
    while (next != ',' && next != ')') {
      number();
      shape.heights();
      next = peek();
    }
    taker.take(x, y);
  }

  private double number() {
    skip();
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(start, at));
    } catch (NumberFormatException e) {
      FileRefused refused = wrong();
      refused.initCause(e);
      throw refused;
    }
  }

  /** Passes over a bracket that is not read. */
  private void pass() {
    int open = 0;
    do {
      char c = peek();
      if (c == 0) {
        throw wrong();
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    } while (open > 0);
  }

  private String word() {
    skip();
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).toUpperCase(Locale.ROOT);
  }

  private char peek() {
    skip();
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong();
    }
    at++;
  }

  private void skip() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private FileRefused wrong() {
    String near = text.substring(Math.min(at, text.length()), Math.min(text.length(), at + 30));
    return FileRefused.broken(
        "第 " + feature + " 个要素的 WKT 看不懂，从这里起：" + near,
        "feature " + feature + ": the WKT cannot be read from here: " + near);
  }
}
