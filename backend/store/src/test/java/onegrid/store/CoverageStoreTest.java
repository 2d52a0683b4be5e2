package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.springframework.dao.DataIntegrityViolationException;

class CoverageStoreTest {
  private static final Stores STORES = TestDatabase.stores();
  private static final byte[] FILE = "id,state\nB1,COVERED\n".getBytes(StandardCharsets.UTF_8);

  private long workspace;
  private long coverage;

  @BeforeEach
  void save() {
    workspace = STORES.workspaces().create("兰山", true, "test").id();
    STORES.places().load(workspace, new SquareCity(4, 2).baseMap(), "test");
    coverage = STORES.coverages().save(draft(2), "小王").id();
  }

  private CoverageDraft draft(int worstState) {
    List<CoverageBuilding> buildings = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      buildings.add(
          new CoverageBuilding(
              "B" + i,
              i == 7 ? worstState : i % 2,
              i < 4,
              "",
              "S1",
              300 + i,
              310.5,
              "S1",
              200.25,
              12,
              30,
              SquareCity.square(i % 4 + 0.3, i / 4 + 0.3, 0.4)));
    }
    return new CoverageDraft(
        workspace,
        "{\"minutes\":10}",
        "network-1",
        "places-1",
        new CoverageDraft.Totals(8, 4, 240, 120, 30),
        "{\"figures\":  []}",
        1.5,
        buildings,
        List.of(
            new CoverageBand(300, (Polygon) SquareCity.square(0, 0, 1)),
            new CoverageBand(600, (Polygon) SquareCity.square(0, 0, 2))),
        List.of(pocket(1, 90, "371302001100"), pocket(2, 30, "371302001100"), pocket(3, 3, "none")),
        List.of(),
        Map.of("buildings.csv", FILE));
  }

  private static CoveragePocket pocket(int seq, int people, String community) {
    return new CoveragePocket(
        seq,
        "阳光小区",
        "C1",
        community,
        "",
        2,
        20,
        people,
        "S1",
        900,
        1080.5,
        "S1",
        400.5,
        "RIVER",
        "沂河",
        new LonLat(118.3, 35.05));
  }

  @Test
  void theNumbersAndFilesComeBack() {
    StoredCoverage found = STORES.coverages().find(coverage).orElseThrow();
    assertEquals(new CoverageDraft.Totals(8, 4, 240, 120, 30), found.totals());
    assertEquals(
        List.of("小王", "network-1", "places-1"),
        List.of(found.createdBy(), found.networkVersion(), found.placesVersion()));
    assertEquals(3, found.pockets());
    assertEquals(List.of(found), STORES.coverages().list(workspace));
    assertEquals(Optional.of("{\"figures\":  []}"), STORES.coverages().reportJson(coverage));
    assertArrayEquals(FILE, STORES.coverages().file(coverage, "buildings.csv").orElseThrow());
    assertTrue(STORES.coverages().file(coverage, "other.csv").isEmpty());
  }

  @Test
  void pocketsComeByPeopleWithTheNameOfTheirCommunity() {
    Page<CoveragePocket> all = STORES.coverages().pockets(coverage, "", new Slice(2, 0));
    assertEquals(3, all.total());
    assertEquals(List.of(90L, 30L), all.items().stream().map(CoveragePocket::people).toList());
    assertTrue(!all.items().get(0).communityName().isEmpty());
    assertEquals(1, STORES.coverages().pockets(coverage, "none", new Slice(10, 0)).total());
  }

  @Test
  void aBuildingIsFoundWhereItStandsAndByItsCode() {
    CoverageBuilding second = STORES.coverages().building(coverage, "B1").orElseThrow();
    var middle = second.footprint().getInteriorPoint();
    assertEquals(
        second.code(),
        STORES
            .coverages()
            .buildingAt(coverage, new LonLat(middle.getX(), middle.getY()))
            .orElseThrow()
            .code());
    assertTrue(STORES.coverages().buildingAt(coverage, new LonLat(10, 10)).isEmpty());
  }

  @Test
  void tilesHoldBandsAndFromNearBuildings() {
    var first = SquareCity.square(0, 0, 1).getInteriorPoint();
    for (int zoom : new int[] {11, 15}) {
      int tiles = 1 << zoom;
      double lat = Math.toRadians(first.getY());
      TileAddress tile =
          new TileAddress(
              zoom,
              (int) ((first.getX() + 180) / 360 * tiles),
              (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * tiles));
      Map<String, ?> layers =
          TileReader.read(STORES.tiles().coverage(coverage, tile).orElseThrow());
      assertTrue(layers.containsKey("band"), "zoom " + zoom);
      assertEquals(zoom == 15, layers.containsKey("served"), "zoom " + zoom);
    }
  }

  @Test
  void aWrongRowLeavesNothingBehind() {
    assertThrows(
        DataIntegrityViolationException.class, () -> STORES.coverages().save(draft(3), "test"));
    assertEquals(1, STORES.coverages().list(workspace).size());
  }
}
