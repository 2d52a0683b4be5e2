package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import onegrid.store.TileReader.Feature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TileStoreTest {
  private static final DataSource SOURCE = TestDatabase.empty();
  private static final Stores STORES = Stores.open(SOURCE);
  private static final Database DATABASE = new Database(SOURCE);
  private static final SquareCity CITY = new SquareCity(100, 100);
  private static long workspace;
  private static long layer;
  private static long mosaic;

  @BeforeAll
  static void fill() {
    workspace = STORES.workspaces().create("兰山", true, "test").id();
    STORES.places().load(workspace, CITY.baseMap(), "test");
    Layer area = STORES.layers().save(CITY.area(workspace), "test");
    Layer drawn = STORES.layers().save(CITY.layer(workspace, "综治"), "test");
    layer = drawn.id();
    List<MosaicInput> inputs =
        List.of(
            MosaicInput.of(area, SquareCity.report("社区")),
            MosaicInput.of(drawn, SquareCity.report("综治")));
    mosaic = STORES.mosaics().save(CITY.mosaic(workspace, inputs, 0), "test").id();
    DATABASE.sql("ANALYZE").update();
  }

  @Test
  void theGroundIsDrawn() {
    Map<String, List<Feature>> tile = read(STORES.tiles().base(workspace, tile(16, 1, 0)));
    assertEquals(
        Set.of(
            "subdistrict",
            "community",
            "compound",
            "building",
            "water",
            "railway",
            "barrier",
            "road",
            "place"),
        tile.keySet());
    assertEquals("兰山街道", layer(tile, "subdistrict").get(0).value("name"));
    assertEquals(Map.of("name", "阳光小区", "age", "OLD"), layer(tile, "compound").get(0).values());
    assertEquals(6L, layer(tile, "building").get(0).value("floors"));
    assertEquals(Map.of("class", 1L, "name", "沂蒙路"), layer(tile, "road").get(0).values());
    assertEquals(
        Set.of("SCHOOL", "STATION"),
        layer(tile, "place").stream().map(f -> f.value("kind")).collect(Collectors.toSet()));
  }

  @Test
  void anotherWorkspaceDrawsNothingOfIt() {
    long other = STORES.workspaces().create("河东", false, "test").id();
    for (int z = 10; z <= 18; z++) {
      assertTrue(STORES.tiles().base(other, tile(z, 1, 0)).isEmpty(), "zoom " + z);
    }
  }

  @Test
  void farAwayOnlyTheLargeIsDrawn() {
    assertEquals(
        Set.of("subdistrict", "railway", "road"),
        read(STORES.tiles().base(workspace, tile(10, 0, 0))).keySet());
    assertTrue(STORES.tiles().base(workspace, new TileAddress(5, 26, 12)).isEmpty());
  }

  @Test
  void aSquareIsWhereItShouldBe() {
    TileAddress address = tile(17, 40, 40);
    Map<String, List<Feature>> tile = read(STORES.tiles().mosaic(mosaic, address));
    double tiles = 1 << 17;
    double west = ((SquareCity.WEST + 40 * SquareCity.SIDE + 180) / 360 * tiles - address.x());
    Feature unit =
        layer(tile, "unit").stream()
            .filter(f -> f.value("id").toString().endsWith("-4040"))
            .findFirst()
            .orElseThrow();
    assertEquals(30L, unit.value("people"));
    assertEquals(Math.max(west * 4096, -64), unit.minX(), 2);
    assertEquals(SquareCity.SIDE / 360 * tiles * 4096, unit.maxX() - unit.minX(), 3);
  }

  @Test
  void arcsSayWhoDrewThem() {
    Map<String, List<Feature>> tile = read(STORES.tiles().mosaic(mosaic, tile(14, 5, 0)));
    Set<Map<String, Object>> kinds =
        layer(tile, "arc").stream().map(Feature::values).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            Map.of("area", true, "layers", 3L, "outer", true),
            Map.of("area", true, "layers", 3L, "outer", false),
            Map.of("area", false, "layers", 2L, "outer", false),
            Map.of("area", false, "layers", 1L, "outer", false)),
        kinds);
  }

  @Test
  void fromAfarCommunitiesStandForTheirUnits() {
    List<Feature> units = layer(read(STORES.tiles().mosaic(mosaic, tile(11, 50, 50))), "unit");
    assertTrue(units.size() <= 100);
    assertEquals(3000L, units.get(0).value("people"));
  }

  @Test
  void noTileHasTooMuch() {
    for (int z = 9; z <= 16; z++) {
      for (byte[] bytes :
          List.of(
              STORES.tiles().base(workspace, tile(z, 50, 50)).orElseThrow(),
              STORES.tiles().layer(workspace, layer, tile(z, 50, 50)).orElse(new byte[0]),
              STORES.tiles().mosaic(mosaic, tile(z, 50, 50)).orElseThrow())) {
        int zoom = z;
        TileReader.read(bytes)
            .forEach((name, features) -> assertTrue(features.size() < 2000, name + " at " + zoom));
      }
    }
  }

  @Test
  void cellsAreDrawnWithTheirTints() {
    List<Feature> cells =
        layer(read(STORES.tiles().layer(workspace, layer, tile(16, 1, 0))), "cell");
    Feature first =
        cells.stream().filter(f -> f.value("code").equals("综治0")).findFirst().orElseThrow();
    assertEquals("首格", first.value("name"));
    long tint = (Long) first.value("n");
    assertTrue(tint >= 0 && tint < 6);
    // The bow-tie is there, too.
    assertTrue(cells.stream().anyMatch(f -> f.value("code").equals("综治1")));
    assertTrue(STORES.tiles().layer(workspace + 1, layer, tile(16, 0, 0)).isEmpty());
  }

  @Test
  void oneBadRowDoesNotCostTheTile() {
    long poor = STORES.workspaces().create("坏行", true, "test").id();
    long id = STORES.layers().save(new SquareCity(3, 3).layer(poor, "城管"), "test").id();
    DATABASE.sql("ALTER TABLE onegrid.cell DROP CONSTRAINT cell_shape_sound").update();
    try {
      DATABASE
          .sql(
              """
              INSERT INTO onegrid.cell SELECT layer_id, 90, 'bad', '', 1, 0,
                ST_Multi(ST_SetSRID(ST_MakePolygon(ST_MakeLine(ARRAY[
                  ST_MakePoint(118.3, 35.05), ST_MakePoint(118.31, 95), ST_MakePoint(1e300, 35.06),
                  ST_MakePoint(118.3, 35.05)])), 4490))
              FROM onegrid.cell WHERE layer_id = :id AND seq = 0
              """)
          .param("id", id)
          .update();
      List<Feature> cells = layer(read(STORES.tiles().layer(poor, id, tile(16, 0, 0))), "cell");
      assertTrue(cells.stream().anyMatch(f -> f.value("code").equals("城管0")));
      assertFalse(cells.stream().anyMatch(f -> f.value("code").equals("bad")));
    } finally {
      DATABASE.sql("DELETE FROM onegrid.cell WHERE seq = 90").update();
    }
  }

  @Test
  void nothingDrawnIsNoTile() {
    assertTrue(STORES.tiles().base(workspace, tile(16, 2000, 2000)).isEmpty());
    assertTrue(STORES.tiles().mosaic(-1, tile(16, 0, 0)).isEmpty());
  }

  @Test
  void equalContentsGiveEqualBytes() {
    for (int z : new int[] {11, 15}) {
      assertArrayEquals(
          STORES.tiles().mosaic(mosaic, tile(z, 5, 5)).orElseThrow(),
          STORES.tiles().mosaic(mosaic, tile(z, 5, 5)).orElseThrow());
    }
  }

  @Test
  void everyTileIsFoundByTheIndex() {
    assertNoScan(TileSql.BASE, "building", "road", "compound", "station");
    assertNoScan(TileSql.CELL, "cell");
    assertNoScan(TileSql.MOSAIC, "unit", "arc");
    assertNoScan(TileSql.MOSAIC_FROM_AFAR, "cell", "arc");
  }

  private static void assertNoScan(String sql, String... tables) {
    Map<String, Object> values = new HashMap<>(new TileFrame(tile(17, 50, 50)).values());
    values.putAll(Map.of("workspace", workspace, "layer", layer, "mosaic", mosaic));
    String plan =
        DATABASE.write(
            () -> {
              // Small tables are read whole by choice; forbid it, and see that an index serves.
              DATABASE.sql("SET LOCAL enable_seqscan = off").update();
              return String.join(
                  "\n", DATABASE.sql("EXPLAIN " + sql).params(values).query(String.class).list());
            });
    for (String table : tables) {
      assertTrue(
          plan.contains(" on " + table + "_shape") || plan.contains("using " + table + "_shape"),
          plan);
      assertFalse(plan.contains("Seq Scan on " + table + " "), plan);
    }
  }

  private static List<Feature> layer(Map<String, List<Feature>> tile, String name) {
    return tile.getOrDefault(name, List.of());
  }

  private static Map<String, List<Feature>> read(Optional<byte[]> tile) {
    return TileReader.read(tile.orElseThrow());
  }

  /** The tile that holds the middle of a square. */
  private static TileAddress tile(int z, int column, int row) {
    LonLat at = CITY.middle(column, row);
    double tiles = 1 << z;
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(at.lat()) / 2));
    return new TileAddress(
        z, (int) ((at.lon() + 180) / 360 * tiles), (int) ((1 - y / Math.PI) / 2 * tiles));
  }
}
