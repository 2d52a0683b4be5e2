package onegrid.store;

/**
 * The SQL of vector tiles. Shapes are found by the index on degrees, thinned in degrees to a
 * quarter of a pixel, and only then projected.
 *
 * <p>What is smaller than a pixel is left out; of the rest the largest {@link #MOST_FEATURES} areas
 * are drawn, the smallest on top. Lines that look alike are one feature.
 */
final class TileSql {
  static final int MOST_FEATURES = 1900;

  /** Up to this zoom a community stands for its units, which are hardly a pixel wide there. */
  static final int COARSEST_UNITS = 13;

  /** What stands in the tile, by the index. */
  static final String INSIDE = " shape && ST_MakeEnvelope(:west, :south, :east, :north, 4490) ";

  private static final String WIDE =
      " greatest(ST_XMax(shape) - ST_XMin(shape), ST_YMax(shape) - ST_YMin(shape)) > :pixel ";

  private static final String BOX =
      "ST_MakeBox2D(ST_MakePoint(:minX, :minY), ST_MakePoint(:maxX, :maxY))";

  static final String CELL =
      """
      SELECT coalesce(ST_AsMVT(t, 'cell', 4096, 'shape'), '') FROM (
        SELECT code, name, tint AS n, onegrid.tile_cell(shape, :stray, %s) AS shape FROM (
          SELECT c.* FROM onegrid.cell c JOIN onegrid.layer l ON l.id = c.layer_id
          WHERE l.id = :layer AND l.workspace_id = :workspace AND %s AND %s
          ORDER BY ST_Area(shape) DESC, seq LIMIT %d) c) t
      WHERE shape IS NOT NULL
      """
          .formatted(BOX, "c." + INSIDE.strip(), WIDE, MOST_FEATURES);

  private static final String UNIT =
      """
      SELECT coalesce(ST_AsMVT(t, 'unit', 4096, 'shape'), '') FROM (
        SELECT code AS id, cell, people, tint AS n, %s AS shape FROM (
          SELECT * FROM onegrid.unit WHERE mosaic_id = :mosaic AND %s AND %s
          ORDER BY ST_Area(shape) DESC, seq LIMIT %d) u) t
      WHERE shape IS NOT NULL
      """
          .formatted(drawn("shape"), INSIDE, WIDE, MOST_FEATURES);

  /** Empty where the merge had no area, or its area layer is gone. */
  private static final String AREA =
      """
      SELECT coalesce(ST_AsMVT(t, 'unit', 4096, 'shape'), '') FROM (
        SELECT code AS id, people, n, onegrid.tile_cell(shape, :stray, %s) AS shape FROM (
          SELECT c.code, c.tint AS n, c.shape, c.seq, coalesce(u.people, 0)::integer AS people
          FROM onegrid.mosaic_input i JOIN onegrid.cell c ON c.layer_id = i.layer_id
          LEFT JOIN (SELECT area_code, sum(people) AS people FROM onegrid.unit
            WHERE mosaic_id = :mosaic GROUP BY area_code) u ON u.area_code = c.code
          WHERE i.mosaic_id = :mosaic AND i.role = 'AREA' AND %s AND %s
          ORDER BY ST_Area(shape) DESC, seq LIMIT %d) a) t
      WHERE shape IS NOT NULL
      """
          .formatted(BOX, "c." + INSIDE.strip(), WIDE, MOST_FEATURES);

  private static final String ARC =
      """
      SELECT coalesce(ST_AsMVT(t, 'arc', 4096, 'shape'), '') FROM (
        SELECT area, layers, "outer", %s AS shape FROM (
          SELECT drawn_by & 1 = 1 AS area, layers::integer AS layers,
            left_unit < 0 OR right_unit < 0 AS "outer", ST_Collect(shape) AS shape
          FROM onegrid.arc WHERE mosaic_id = :mosaic AND %s
            AND (%s drawn_by & 1 = 1 OR left_unit < 0 OR right_unit < 0)
          GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) a) t
      WHERE shape IS NOT NULL
      """;

  /** Where a merge was not of one mind; {@code layers} names whose it is and who claims it. */
  private static final String CONFLICT =
      """
      SELECT coalesce(ST_AsMVT(t, 'conflict', 4096, 'shape'), '') FROM (
        SELECT kind, layers, %s AS shape FROM (
          SELECT kind, array_to_string(layer || claim_layers, '|') AS layers, shape
          FROM onegrid.conflict WHERE mosaic_id = :mosaic AND %s AND %s
          ORDER BY ST_Area(shape) DESC, seq LIMIT %d) c) t
      WHERE shape IS NOT NULL
      """
          .formatted(drawn("shape"), INSIDE, WIDE, MOST_FEATURES);

  static final String MOSAIC =
      mosaic(UNIT, ARC.formatted(drawn("shape"), INSIDE, WIDE.strip() + " OR"));

  static final String MOSAIC_FROM_AFAR = mosaic(AREA, ARC.formatted(drawn("shape"), INSIDE, ""));

  /** The order is the order of painting. */
  static final String BASE =
      "SELECT "
          + String.join(
              " || ",
              areas("subdistrict", "code, name", "division", "level = 'SUBDISTRICT'"),
              areas("community", "code, name", "division", "level = 'COMMUNITY' AND :zoom >= 11"),
              areas("water", "name", "water", "true"),
              areas("compound", "name, age", "compound", ":zoom >= 12"),
              areas("building", "floors", "building", ":zoom >= 15"),
              lines("railway", "name", "railway", "true"),
              lines("barrier", "kind, name", "barrier", ":zoom >= 13"),
              lines("road", "class, name", "road", "class <= (:zoom - 6) / 3 OR :zoom >= 16"),
              places());

  /** The reached area from afar to near, then buildings, those that are left out on top. */
  static final String COVERAGE =
      """
      SELECT (SELECT coalesce(ST_AsMVT(t, 'band', 4096, 'shape'), '') FROM (
        SELECT n, ST_AsMVTGeom(ST_Transform(ST_Simplify(ST_ClipByBox2D(shape,
            ST_MakeEnvelope(:west, :south, :east, :north, 4490)), :stray, true), 3857),
          %1$s, 4096, 64, true) AS shape FROM (
          SELECT limit_seconds AS n, shape FROM onegrid.coverage_band
          WHERE coverage_id = :coverage AND %2$s ORDER BY limit_seconds DESC, seq) b) t
      WHERE shape IS NOT NULL)
      || (SELECT coalesce(ST_AsMVT(t, 'served', 4096, 'shape'), '') FROM (
        SELECT code, state, on_paper AS paper, people, %3$s AS shape FROM (
          SELECT * FROM onegrid.coverage_building WHERE coverage_id = :coverage AND :zoom >= 13
            AND %2$s AND %4$s
          ORDER BY state = 1 DESC, ST_Area(shape) DESC, seq LIMIT 4000) u
        ORDER BY state = 1, state = 2, seq) t
      WHERE shape IS NOT NULL)
      """
          .formatted(BOX, INSIDE, drawn("shape"), WIDE);

  private TileSql() {}

  private static String mosaic(String faces, String arcs) {
    return "SELECT (" + faces + ") || (" + arcs + ") || (" + CONFLICT + ")";
  }

  /** A shape of ours in the tile's own numbers. */
  private static String drawn(String shape) {
    return "ST_AsMVTGeom(ST_Transform(ST_Simplify(%s, :stray, true), 3857), %s, 4096, 64, true)"
        .formatted(shape, BOX);
  }

  private static String areas(String layer, String fields, String table, String filter) {
    return """
    (SELECT coalesce(ST_AsMVT(t, '%s', 4096, 'shape'), '') FROM (
      SELECT %s, %s AS shape FROM (
        SELECT * FROM onegrid.%s WHERE workspace_id = :workspace AND %s AND %s AND (%s)
        ORDER BY ST_Area(shape) DESC LIMIT %d) a) t
    WHERE shape IS NOT NULL)
    """
        .formatted(layer, fields, drawn("shape"), table, INSIDE, WIDE, filter, MOST_FEATURES);
  }

  private static String lines(String layer, String fields, String table, String filter) {
    return """
    (SELECT coalesce(ST_AsMVT(t, '%s', 4096, 'shape'), '') FROM (
      SELECT %s, %s AS shape FROM (
        SELECT %s, ST_Collect(shape) AS shape FROM onegrid.%s
        WHERE workspace_id = :workspace AND %s AND (%s) GROUP BY %s ORDER BY %s LIMIT %d) a) t
    WHERE shape IS NOT NULL)
    """
        .formatted(
            layer,
            fields,
            drawn("shape"),
            fields,
            table,
            INSIDE,
            filter,
            fields,
            fields,
            MOST_FEATURES);
  }

  private static String places() {
    return """
    (SELECT coalesce(ST_AsMVT(t, 'place', 4096, 'shape'), '') FROM (
      SELECT kind, name, ST_AsMVTGeom(ST_Transform(shape, 3857), %1$s, 4096, 64, true) AS shape
      FROM (
        SELECT kind, name, shape, seq::text AS code FROM onegrid.landmark
        WHERE workspace_id = :workspace AND %2$s AND :zoom >= 15
        UNION ALL
        SELECT 'STATION', name, shape, code FROM onegrid.station
        WHERE workspace_id = :workspace AND %2$s AND :zoom >= 15
        ORDER BY kind, code LIMIT %3$d) p) t
    WHERE shape IS NOT NULL)
    """
        .formatted(BOX, INSIDE, MOST_FEATURES);
  }
}
