package onegrid.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts vector tiles (Mapbox vector tile 2.1, extent 4096, buffer 64) from what is kept.
 *
 * <p>A tile without features is empty. A shape that cannot be drawn is left out and never costs the
 * tile. Equal contents give equal bytes. Tiles below zoom {@value #COARSEST} are empty: a whole
 * province would be read for one.
 */
public final class TileStore {
  /** The coarsest zoom that is drawn. */
  public static final int COARSEST = 8;

  private final Database database;

  TileStore(Database database) {
    this.database = database;
  }

  /**
   * The ground of a workspace: layers {@code subdistrict}, {@code community}, {@code water}, {@code
   * compound}, {@code building}, {@code railway}, {@code road}, {@code place}.
   */
  public Optional<byte[]> base(long workspaceId, TileAddress tile) {
    return cut(TileSql.BASE, tile, Map.of("workspace", workspaceId));
  }

  /** The cells of a layer, as drawn: layer {@code cell}. Empty when it is of another workspace. */
  public Optional<byte[]> layer(long workspaceId, long layerId, TileAddress tile) {
    return cut(TileSql.CELL, tile, Map.of("workspace", workspaceId, "layer", layerId));
  }

  /**
   * The units, arcs and conflicts of a mosaic: layers {@code unit}, {@code arc} and {@code
   * conflict}. From afar each area cell stands for its units, with their people, and only borders
   * of areas are drawn; where there was no area, the units themselves and all arcs as wide as a
   * pixel.
   */
  public Optional<byte[]> mosaic(long mosaicId, TileAddress tile) {
    Map<String, Object> mosaic = Map.of("mosaic", mosaicId);
    if (tile.z() < TileSql.COARSEST_UNITS && hasArea(mosaicId)) {
      return cut(TileSql.MOSAIC_FROM_AFAR, tile, mosaic);
    }
    return cut(TileSql.MOSAIC, tile, mosaic);
  }

  /**
   * Who is reached: layers {@code band} (n: seconds) and, from near, {@code served} (state, paper:
   * whether the radius alone would cover it).
   */
  public Optional<byte[]> coverage(long coverageId, TileAddress tile) {
    return cut(TileSql.COVERAGE, tile, Map.of("coverage", coverageId));
  }

  private boolean hasArea(long mosaicId) {
    return database
        .sql(
            """
            SELECT EXISTS (
              SELECT 1 FROM onegrid.mosaic_input i JOIN onegrid.layer l ON l.id = i.layer_id
              WHERE i.mosaic_id = :mosaic AND i.role = 'AREA')
            """)
        .param("mosaic", mosaicId)
        .query(Boolean.class)
        .single();
  }

  private Optional<byte[]> cut(String sql, TileAddress tile, Map<String, Object> what) {
    if (tile.z() < COARSEST) {
      return Optional.empty();
    }
    Map<String, Object> values = new HashMap<>(new TileFrame(tile).values());
    values.putAll(what);
    byte[] bytes = database.sql(sql).params(values).query(byte[].class).single();
    return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
  }
}
