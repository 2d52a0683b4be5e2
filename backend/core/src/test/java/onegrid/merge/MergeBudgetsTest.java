package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentLayer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Inputs that are no map of borders, or hardly one: each ends in a result that keeps the laws, or
 * in a refusal that says where and why. The time limits are those beyond which something hangs.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MergeBudgetsTest {
  private static final DepartmentLayer SQUARE =
      Districts.layer("社区", "C", "POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))");
  private static final DepartmentLayer HALVES =
      Districts.layer(
          "综治",
          "1",
          "POLYGON ((0 0, 500 0, 500 1000, 0 1000, 0 0))",
          "2",
          "POLYGON ((500 0, 1000 0, 1000 1000, 500 1000, 500 0))");

  private static MergeInput input(DepartmentLayer... layers) {
    return new MergeInput(Districts.FRAME, Optional.of(SQUARE), List.of(layers), List.of());
  }

  private static UnifiedGround merge(double tolerance, MergeInput input) {
    MergePolicy policy =
        new MergePolicy(tolerance > 0 ? OptionalDouble.of(tolerance) : OptionalDouble.empty(), 1);
    UnifiedGround ground = GridMerge.merge(input, policy, MergeProgress.SILENT);
    MosaicLaws.check("case", input, ground);
    return ground;
  }

  private static MergeRefused refused(MergeInput input) {
    MergeRefused refused = assertThrows(MergeRefused.class, () -> merge(0.1, input));
    assertEquals(FindingCode.TOO_MANY_CROSSINGS, refused.finding().code());
    assertTrue(refused.finding().words().zh().contains("1000000"), refused.getMessage());
    assertTrue(refused.finding().at().isPresent(), "says where");
    return refused;
  }

  /** A ring of n corners, each joined with those opposite. */
  private static String star(int n) {
    StringBuilder wkt = new StringBuilder("POLYGON ((");
    for (int i = 0; i <= n; i++) {
      double angle = 2 * Math.PI * ((long) i * (n / 2) % n) / n;
      wkt.append(i == 0 ? "" : ", ")
          .append(500 + 490 * Math.cos(angle))
          .append(' ')
          .append(500 + 490 * Math.sin(angle));
    }
    return wkt.append("))").toString();
  }

  /** A back along one side and n teeth across the square. */
  private static String comb(int n, boolean lying) {
    StringBuilder wkt = new StringBuilder("POLYGON ((");
    double step = 1000.0 / (2 * n);
    wkt.append("0 0");
    for (int i = 0; i < n; i++) {
      append(wkt, 2 * i * step, 990, lying);
      append(wkt, (2 * i + 1) * step, 990, lying);
      append(wkt, (2 * i + 1) * step, 5, lying);
      append(wkt, (2 * i + 2) * step, 5, lying);
    }
    append(wkt, 1000, 0, lying);
    return wkt.append(", 0 0))").toString();
  }

  private static void append(StringBuilder wkt, double x, double y, boolean lying) {
    wkt.append(", ").append(lying ? y : x).append(' ').append(lying ? x : y);
  }

  @Test
  void layersThatHoldNothingOrOnePolygon() {
    assertEquals(2, merge(0, input(HALVES, Districts.layer("空"))).mosaic().units().size());
    DepartmentLayer one =
        Districts.layer("应急", "x", "POLYGON ((100 100, 200 100, 200 200, 100 200, 100 100))");
    assertEquals(2, merge(0, input(one)).mosaic().units().size());
    MergeInput alone = new MergeInput(Districts.FRAME, Optional.empty(), List.of(one), List.of());
    assertEquals(1, merge(0, alone).mosaic().units().size());
  }

  @Test
  void aLayerInAnotherProvinceIsListedCellByCell() {
    DepartmentLayer far =
        Districts.layer(
            "错",
            "x",
            "POLYGON ((13172000 4171000, 13172100 4171000, 13172100 4171100, 13172000 4171000))");
    if (Math.abs(13172100.0 * 100) < onegrid.geo.LocalFrame.LIMIT_CELLS) {
      UnifiedGround ground = merge(0, input(HALVES, far));
      assertTrue(
          ground.findings().stream().anyMatch(f -> f.code() == FindingCode.SOURCE_NOT_PLACED));
      assertTrue(ground.findings().stream().anyMatch(f -> f.code() == FindingCode.OUTSIDE_AREA));
    } else {
      MergeRefused refused = assertThrows(MergeRefused.class, () -> merge(0, input(HALVES, far)));
      assertEquals(FindingCode.CRS_CONTRADICTS, refused.finding().code());
      assertEquals("错", refused.finding().layer());
    }
  }

  @Test
  void degreesTakenForMetresAreRefusedOrListed() {
    DepartmentLayer degrees =
        Districts.layer(
            "度", "x", "POLYGON ((118.331 35.061, 118.333 35.061, 118.333 35.064, 118.331 35.061))");
    UnifiedGround ground = merge(0, input(HALVES, degrees));
    assertTrue(
        ground.findings().stream()
            .anyMatch(f -> f.layer().equals("度") && f.code() == FindingCode.CELL_TOO_SMALL));
    MergeInput asArea =
        new MergeInput(Districts.FRAME, Optional.of(degrees), List.of(HALVES), List.of());
    MergeRefused refused = assertThrows(MergeRefused.class, () -> merge(0, asArea));
    assertEquals(FindingCode.NOTHING_TO_MERGE, refused.finding().code());
  }

  @Test
  void anAreaAcrossTheContinentIsMerged() {
    DepartmentLayer wide =
        Districts.layer("国", "C", "POLYGON ((0 0, 5000000 0, 5000000 4000000, 0 4000000, 0 0))");
    MergeInput input =
        new MergeInput(Districts.FRAME, Optional.of(wide), List.of(HALVES), List.of());
    assertEquals(3, merge(1, input).mosaic().units().size());
  }

  @Test
  void aThinPolygonWiderThanTheToleranceLives() {
    DepartmentLayer thin =
        Districts.layer(
            "细",
            "a",
            "POLYGON ((0 0, 400 0, 400 1000, 0 1000, 0 0))",
            "细",
            "POLYGON ((400 0, 405 0, 405 1000, 400 1000, 400 0))",
            "b",
            "POLYGON ((405 0, 1000 0, 1000 1000, 405 1000, 405 0))");
    UnifiedGround ground = merge(4, input(HALVES, thin));
    assertTrue(
        ground.mosaic().units().stream()
            .anyMatch(u -> u.sources().get(1).equals(Optional.of("细"))));
  }

  @Test
  void identicalLayersFindATinyToleranceAndGiveTheirCells() {
    DepartmentLayer[] layers = new DepartmentLayer[5];
    for (int k = 0; k < layers.length; k++) {
      layers[k] = new DepartmentLayer("层" + k, Districts.FRAME, HALVES.cells());
    }
    UnifiedGround ground = merge(0, input(layers));
    assertEquals(2, ground.mosaic().units().size());
    assertEquals(List.of(), ground.conflicts());
  }

  @Test
  void smallStarsAndCombsAreMerged() {
    merge(0.1, input(Districts.layer("星", "x", star(61))));
    merge(
        0.1,
        input(
            Districts.layer("竖", "x", comb(20, false)), Districts.layer("横", "y", comb(20, true))));
    merge(
        5,
        input(
            Districts.layer("竖", "x", comb(20, false)), Districts.layer("横", "y", comb(20, true))));
  }

  @Test
  void aStarWhoseEdgesAllCrossIsRefusedByTheNameOfItsLayer() {
    assertEquals("星", refused(input(Districts.layer("星", "x", star(4001)))).finding().layer());
    MergeInput alone =
        new MergeInput(
            Districts.FRAME,
            Optional.empty(),
            List.of(Districts.layer("星", "x", star(30_001))),
            List.of());
    assertEquals("星", refused(alone).finding().layer());
    MergeInput asArea =
        new MergeInput(
            Districts.FRAME,
            Optional.of(Districts.layer("星区", "x", star(4001))),
            List.of(HALVES),
            List.of());
    assertEquals("星区", refused(asArea).finding().layer());
  }

  @Test
  void combsThatInterleaveAreRefusedBeforeTheyAreCut() {
    refused(
        input(
            Districts.layer("竖", "x", comb(600, false)),
            Districts.layer("横", "y", comb(600, true))));
  }

  /** A fine pattern of blocks, drawn twice so that every side crosses itself and leaves slivers. */
  private static DepartmentLayer blocks(String name, int n, double off) {
    List<String> cells = new ArrayList<>();
    double step = 1000.0 / n;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        cells.add(name + i + "-" + j);
        StringBuilder ring = new StringBuilder("POLYGON ((");
        point(ring, i, j, n, step, off);
        point(ring.append(", "), i + 1, j, n, step, off);
        point(ring.append(", "), i + 1, j + 1, n, step, off);
        point(ring.append(", "), i, j + 1, n, step, off);
        point(ring.append(", "), i, j, n, step, off);
        cells.add(ring.append("))").toString());
      }
    }
    return Districts.layer(name, cells.toArray(new String[0]));
  }

  private static void point(StringBuilder ring, int i, int j, int n, double step, double off) {
    double side = (i + j) % 2 == 0 ? off : -off;
    ring.append(i * step + (i == 0 || i == n ? 0 : side))
        .append(' ')
        .append(j * step + (j == 0 || j == n ? 0 : side));
  }

  @Test
  @Tag("slow")
  void aHundredThousandSliversAreGivenAway() {
    DepartmentLayer one = blocks("甲", 160, 0.3);
    DepartmentLayer other = blocks("乙", 160, -0.3);
    MergeInput input = input(one, other);
    UnifiedGround ground =
        GridMerge.merge(input, new MergePolicy(OptionalDouble.of(0.02), 2), MergeProgress.SILENT);
    long strips = ground.conflicts().stream().filter(c -> c.kind() == ConflictKind.STRIP).count();
    System.out.printf(
        "slivers: %d units, %d strips, phases %s%n",
        ground.report().units(), strips, ground.report().phases());
    assertTrue(ground.report().units() > 0);
  }

  @Test
  void aMergeIsCalledOffWithinASecondInsideOneTile() {
    DepartmentLayer one = blocks("甲", 120, 0.3);
    DepartmentLayer other = blocks("乙", 120, -0.3);
    long best = Long.MAX_VALUE;
    // A busy machine may be late once; three times it is not the machine.
    for (int round = 0; round < 3 && best > 1_000_000_000; round++) {
      long[] calledOff = {0};
      MergeProgress soon =
          (phase, share) -> {
            if (phase == MergePhase.CONFLATE && calledOff[0] == 0) {
              calledOff[0] = System.nanoTime();
            }
            return calledOff[0] == 0 || System.nanoTime() - calledOff[0] < 100_000_000;
          };
      MergePolicy policy = new MergePolicy(OptionalDouble.of(0.02), 1);
      assertThrows(
          CancellationException.class, () -> GridMerge.merge(input(one, other), policy, soon));
      best = Math.min(best, System.nanoTime() - calledOff[0] - 100_000_000);
    }
    assertTrue(best <= 1_000_000_000, best / 1e9 + " s after it was called off");
  }
}
