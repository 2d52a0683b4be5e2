package onegrid.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onegrid.server.Browser.Part;

/** Small layers to hand in: squares in a made-up place, in degrees. */
final class Drawings {
  static final double WEST = 118.35;
  static final double SOUTH = 35.05;

  private final List<Map<String, Object>> features = new ArrayList<>();

  /** Adds a rectangle, its corner and sides in thousandths of a degree from the south-west. */
  Drawings cell(String code, double x, double y, double width, double height) {
    double west = WEST + x / 1000;
    double south = SOUTH + y / 1000;
    double east = west + width / 1000;
    double north = south + height / 1000;
    return ring(
        code,
        List.of(
            List.of(west, south),
            List.of(east, south),
            List.of(east, north),
            List.of(west, north),
            List.of(west, south)));
  }

  Drawings ring(String code, List<List<Double>> ring) {
    features.add(
        Map.of(
            "type",
            "Feature",
            "properties",
            Map.of("code", code, "name", "第" + code + "格"),
            "geometry",
            Map.of("type", "Polygon", "coordinates", List.of(ring))));
    return this;
  }

  String json() {
    return Browser.JSON.writeValueAsString(
        Map.of("type", "FeatureCollection", "features", features));
  }

  List<Part> file(String name) {
    return List.of(new Part(name, json().getBytes(StandardCharsets.UTF_8)));
  }

  /** A tile that covers the place, as part of an address. */
  static String tile(int zoom) {
    int n = 1 << zoom;
    double lat = Math.toRadians(SOUTH + 0.003);
    int x = (int) ((WEST + 0.003 + 180) / 360 * n);
    int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * n);
    return String.format(Locale.ROOT, "%d/%d/%d", zoom, x, y);
  }
}
