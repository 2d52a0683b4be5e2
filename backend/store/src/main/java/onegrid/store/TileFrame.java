package onegrid.store;

import java.util.Map;

/**
 * Where a tile lies: its box in metres of web mercator, and the box in degrees that holds all it
 * may draw.
 */
final class TileFrame {
  /** Half the width of the web-mercator square, in its metres. */
  private static final double HALF_WORLD = 20_037_508.342789244;

  /** A tile is drawn 256 pixels wide; lines may stray by a quarter of one. */
  private static final double PIXELS = 256;

  private static final double STRAY_PIXELS = 0.25;

  /** What is drawn beyond the edge, as a share of the width: 64 of 4096. */
  private static final double MARGIN = 64 / 4096.0;

  private final Map<String, Object> values;

  TileFrame(TileAddress tile) {
    double tiles = 1L << tile.z();
    double pixelDegrees = 360 / tiles / PIXELS;
    values =
        Map.ofEntries(
            Map.entry("west", lon((tile.x() - MARGIN) / tiles)),
            Map.entry("east", lon((tile.x() + 1 + MARGIN) / tiles)),
            Map.entry("north", lat((tile.y() - MARGIN) / tiles)),
            Map.entry("south", lat((tile.y() + 1 + MARGIN) / tiles)),
            Map.entry("minX", mercator(tile.x() / tiles)),
            Map.entry("maxX", mercator((tile.x() + 1) / tiles)),
            Map.entry("maxY", -mercator(tile.y() / tiles)),
            Map.entry("minY", -mercator((tile.y() + 1) / tiles)),
            Map.entry("pixel", pixelDegrees),
            Map.entry("stray", pixelDegrees * STRAY_PIXELS),
            Map.entry("zoom", tile.z()));
  }

  /** The parameters that every tile's SQL may name. */
  Map<String, Object> values() {
    return values;
  }

  private static double lon(double share) {
    return Math.max(-180, Math.min(180, share * 360 - 180));
  }

  private static double lat(double share) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * share))));
  }

  private static double mercator(double share) {
    return (2 * share - 1) * HALF_WORLD;
  }
}
