package onegrid.merge;

import static onegrid.merge.SquareCases.merge;
import static onegrid.merge.SquareCases.sources;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.BasicUnit;
import onegrid.place.Indivisible;
import org.junit.jupiter.api.Test;

/** Small cases that can be drawn on paper. */
class MergeCasesTest {
  @Test
  void twoDrawingsOfOneStreetBecomeOne() {
    DepartmentLayer strong = SquareCases.halves("综治", "1", "2", 100);
    DepartmentLayer weak =
        Districts.layer(
            "城管",
            "A",
            "POLYGON ((0 0, 103 0, 98 100, 102 200, 0 200, 0 0))",
            "B",
            "POLYGON ((103 0, 200 0, 200 200, 102 200, 98 100, 103 0))");
    assertEquals(List.of("1|A 20000", "2|B 20000"), sources(merge(5, strong, weak)));
  }

  @Test
  void bordersFartherApartThanTheToleranceBothStand() {
    DepartmentLayer strong = SquareCases.halves("综治", "1", "2", 100);
    DepartmentLayer weak = SquareCases.halves("城管", "A", "B", 120);
    assertEquals(List.of("1|A 20000", "2|A 4000", "2|B 16000"), sources(merge(5, strong, weak)));
  }

  @Test
  void aGapInALayerIsFilledAndListed() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 96 0, 96 200, 0 200, 0 0))",
            "2",
            "POLYGON ((106 0, 200 0, 200 200, 106 200, 106 0))");
    UnifiedGround ground = merge(1, layer);
    assertEquals(2, ground.mosaic().units().size());
    assertTrue(ground.conflicts().stream().anyMatch(c -> c.kind() == ConflictKind.GAP));
  }

  @Test
  void anOverlapKeepsBothClaimsInTheList() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 110 0, 110 200, 0 200, 0 0))",
            "2",
            "POLYGON ((100 0, 200 0, 200 200, 100 200, 100 0))");
    UnifiedGround ground = merge(1, layer);
    assertEquals(2, ground.mosaic().units().size());
    Conflict overlap =
        ground.conflicts().stream()
            .filter(c -> c.kind() == ConflictKind.OVERLAP)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(new Claim("民政", "1"), new Claim("民政", "2")), overlap.claims());
    assertEquals(2000, overlap.areaSquareMetres(), 0.01);
  }

  @Test
  void aBowTieIsReadAsTwoTriangles() {
    DepartmentLayer layer =
        Districts.layer("环保", "X", "POLYGON ((0 0, 200 200, 200 0, 0 200, 0 0))");
    UnifiedGround ground = merge(1, layer);
    assertTrue(
        ground.findings().stream().anyMatch(f -> f.code() == FindingCode.RING_CROSSES_ITSELF));
    double held =
        ground.mosaic().units().stream()
            .filter(u -> u.sources().get(0).isPresent())
            .mapToDouble(BasicUnit::areaSquareMetres)
            .sum();
    assertEquals(20_000, held, 1);
  }

  @Test
  void aSpikeVanishes() {
    DepartmentLayer layer =
        Districts.layer(
            "环保", "X", "POLYGON ((0 0, 200 0, 200 100, 120 100, 120 150, 120 100, 0 100, 0 0))");
    assertEquals(List.of("X 20000", "- 20000"), sources(merge(1, layer)));
  }

  @Test
  void aLaneOfThreeMetresSurvivesATenMetreTolerance() {
    DepartmentLayer layer =
        Districts.layer(
            "城管",
            "1",
            "POLYGON ((0 0, 100 0, 100 200, 0 200, 0 0))",
            "巷",
            "POLYGON ((100 0, 103 0, 103 200, 100 200, 100 0))",
            "2",
            "POLYGON ((103 0, 200 0, 200 200, 103 200, 103 0))");
    assertEquals(List.of("1 20000", "巷 600", "2 19400"), sources(merge(10, layer)));
  }

  @Test
  void aBorderIsLedAroundABuilding() {
    DepartmentLayer layer = SquareCases.halves("综治", "1", "2", 100);
    Indivisible building =
        new Indivisible(
            "b", Districts.shape("POLYGON ((95 90, 115 90, 115 110, 95 110, 95 90))"), 10, 30);
    UnifiedGround ground = merge(1, List.of(building), layer);
    assertEquals(List.of("1 19900", "2 20100"), sources(ground));
    assertEquals(30, ground.mosaic().units().get(1).people());
    assertTrue(ground.conflicts().stream().anyMatch(c -> c.kind() == ConflictKind.CUT_BUILDING));
  }

  @Test
  void identicalLayersGiveTheirCells() {
    String[] cells = {
      "1", "POLYGON ((0 0, 70 0, 70 200, 0 200, 0 0))",
      "2", "POLYGON ((70 0, 200 0, 200 200, 70 200, 70 0))"
    };
    assertEquals(
        List.of("1|1|1 14000", "2|2|2 26000"),
        sources(
            merge(
                5,
                Districts.layer("a", cells),
                Districts.layer("b", cells),
                Districts.layer("c", cells))));
  }

  @Test
  void aLayerWhollyOutsideIsListedAsSuch() {
    DepartmentLayer layer =
        Districts.layer("应急", "远", "POLYGON ((900 0, 1000 0, 1000 100, 900 100, 900 0))");
    UnifiedGround ground = merge(1, layer);
    assertEquals(List.of("- 40000"), sources(ground));
    assertTrue(ground.findings().stream().anyMatch(f -> f.code() == FindingCode.SOURCE_NOT_PLACED));
    assertEquals(10_000, ground.crosswalk().get(0).areaSquareMetres(), 0.01);
  }

  @Test
  void anEmptyLayerChangesNothing() {
    DepartmentLayer layer =
        Districts.layer("综治", "1", "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))");
    assertEquals(List.of("1|- 40000"), sources(merge(1, layer, Districts.layer("空"))));
  }

  @Test
  void anEmptyAreaIsRefused() {
    MergeInput input =
        new MergeInput(Districts.FRAME, Optional.of(Districts.layer("社区")), List.of(), List.of());
    MergeRefused refused = assertThrows(MergeRefused.class, () -> Districts.merge(input));
    assertEquals(FindingCode.NOTHING_TO_MERGE, refused.finding().code());
  }

  @Test
  void aStarWhoseEdgesAllCrossIsRefusedWithThePlace() {
    int n = 4001;
    StringBuilder wkt = new StringBuilder("POLYGON ((");
    for (int i = 0; i <= n; i++) {
      double angle = 2 * Math.PI * ((long) i * (n / 2) % n) / n;
      wkt.append(i == 0 ? "" : ", ")
          .append(100 + 90 * Math.cos(angle))
          .append(' ')
          .append(100 + 90 * Math.sin(angle));
    }
    DepartmentLayer star = Districts.layer("星", "x", wkt.append("))").toString());
    MergeRefused refused = assertThrows(MergeRefused.class, () -> merge(0.1, star));
    assertEquals(FindingCode.TOO_MANY_CROSSINGS, refused.finding().code());
    assertTrue(refused.finding().at().isPresent());
  }
}
