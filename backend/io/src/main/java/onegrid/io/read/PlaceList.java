package onegrid.io.read;

import onegrid.io.FileRefused;
import onegrid.io.table.ShapeBuilder;

/**
 * Places as {@code x,y[,z]} with white space between, as KML writes them; a semicolon parts them as
 * well, as people do in tables.
 */
final class PlaceList {
  /** Someone who takes places. */
  interface Taker {
    void take(double x, double y);
  }

  private PlaceList() {}

  static void each(String text, int feature, ShapeBuilder shape, Taker taker) {
    int at = 0;
    int n = text.length();
    while (at < n) {
      while (at < n && isGap(text.charAt(at))) {
        at++;
      }
      int end = at;
      while (end < n && !isGap(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        place(text, at, end, feature, shape, taker);
      }
      at = end;
    }
  }

  private static void place(
      String text, int at, int end, int feature, ShapeBuilder shape, Taker taker) {
    int comma = text.indexOf(',', at);
    if (comma < 0 || comma >= end) {
      throw wrong(text.substring(at, end), feature);
    }
    int second = text.indexOf(',', comma + 1);
    int yEnd = second < 0 || second > end ? end : second;
    if (yEnd < end - 2) {
      shape.heights();
    }
    try {
      taker.take(
          Double.parseDouble(text.substring(at, comma)),
          Double.parseDouble(text.substring(comma + 1, yEnd)));
    } catch (NumberFormatException e) {
      FileRefused refused = wrong(text.substring(at, end), feature);
      refused.initCause(e);
      throw refused;
    }
  }

  private static boolean isGap(char c) {
    return c <= ' ' || c == ';' || c == ';';
  }

  private static FileRefused wrong(String place, int feature) {
    String shown = place.substring(0, Math.min(40, place.length()));
    return FileRefused.broken(
        "第 " + feature + " 个要素的坐标看不懂：" + shown,
        "feature " + feature + " has a place that cannot be read: " + shown);
  }
}
