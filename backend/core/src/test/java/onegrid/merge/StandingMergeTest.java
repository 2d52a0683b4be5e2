package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.BasicUnit;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;

/** One layer handed in again gives what merging all anew gives, and does not compute all anew. */
class StandingMergeTest {
  private static final int DISTRICTS = Integer.getInteger("onegrid.districts", 500) / 10;
  private static final MergePolicy POLICY = MergePolicy.automatic();

  @Test
  void handingALayerInAgainEqualsMergingAllAnew() {
    int parts = 0;
    int computed = 0;
    for (long seed = 1; seed <= DISTRICTS; seed++) {
      Random random = new Random(seed);
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      StandingMerge standing = StandingMerge.of(input, POLICY, MergeProgress.SILENT);
      parts += standing.partsComputed();
      int firstLayer = random.nextInt(input.layers().size());
      for (int round = 0; round < 3; round++) {
        // Several layers in turn, and now and then one of them twice.
        int layer = (firstLayer + round * random.nextInt(3)) % input.layers().size();
        DepartmentLayer again = Districts.again(input.layers().get(layer), random);
        if (again.cells().isEmpty()) {
          continue;
        }
        List<DepartmentLayer> layers = new ArrayList<>(input.layers());
        layers.set(layer, again);
        input = new MergeInput(input.frame(), input.area(), layers, input.whole());
        standing = standing.with(again, MergeProgress.SILENT);
        computed += standing.partsComputed();
        UnifiedGround anew =
            GridMerge.merge(input, POLICY.knowing(standing.measures()), MergeProgress.SILENT);
        MergeLawsTest.assertSame("seed " + seed + ", round " + round, anew, standing.ground());
        assertEquals(anew.report().layers(), standing.ground().report().layers(), "seed " + seed);
      }
    }
    assertTrue(computed < 3 * parts, computed + " parts computed of " + 3 * parts);
  }

  @Test
  void aMergeWithoutAnAreaCanStandToo() {
    for (long seed = 1; seed <= DISTRICTS / 5; seed++) {
      MergeInput district = Districts.input(SmallDistrict.of(seed));
      DepartmentLayer again = Districts.again(district.layers().get(0), new Random(seed));
      List<DepartmentLayer> layers = new ArrayList<>(district.layers());
      MergeInput input =
          new MergeInput(district.frame(), Optional.empty(), layers, district.whole());
      StandingMerge standing =
          StandingMerge.of(input, POLICY, MergeProgress.SILENT).with(again, MergeProgress.SILENT);
      layers.set(0, again);
      MergeInput now = new MergeInput(district.frame(), Optional.empty(), layers, district.whole());
      UnifiedGround anew =
          GridMerge.merge(now, POLICY.knowing(standing.measures()), MergeProgress.SILENT);
      MergeLawsTest.assertSame("seed " + seed, anew, standing.ground());
      assertEquals(anew.report().layers(), standing.ground().report().layers(), "seed " + seed);
    }
  }

  /** A division in two parts, another between them: units of the second part are numbered on. */
  @Test
  void unitsOfAKeptPartAreNumberedOnFromThoseOfAPartMadeAnew() {
    DepartmentLayer area =
        Districts.layer(
            "社区",
            "C1",
            "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)),"
                + " ((200 0, 300 0, 300 100, 200 100, 200 0)))",
            "C2",
            "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))");
    String middle = "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))";
    String right = "POLYGON ((200 0, 300 0, 300 100, 200 100, 200 0))";
    DepartmentLayer whole =
        Districts.layer(
            "综治", "a", "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))", "m", middle, "r", right);
    DepartmentLayer halved =
        Districts.layer(
            "综治",
            "a",
            "POLYGON ((0 0, 50 0, 50 100, 0 100, 0 0))",
            "b",
            "POLYGON ((50 0, 100 0, 100 100, 50 100, 50 0))",
            "m",
            middle,
            "r",
            right);
    MergeInput input =
        new MergeInput(Districts.FRAME, Optional.of(area), List.of(whole), List.of());
    StandingMerge before = StandingMerge.of(input, POLICY, MergeProgress.SILENT);
    StandingMerge after = before.with(halved, MergeProgress.SILENT);
    assertEquals(List.of("C1-1", "C1-2", "C2-1"), ids(before));
    assertEquals(List.of("C1-1", "C1-2", "C1-3", "C2-1"), ids(after));
    assertTrue(after.partsComputed() < 3, after.partsComputed() + " parts");
    MergeInput now = new MergeInput(Districts.FRAME, input.area(), List.of(halved), List.of());
    MergeLawsTest.assertSame(
        "halved",
        GridMerge.merge(now, POLICY.knowing(after.measures()), MergeProgress.SILENT),
        after.ground());
  }

  private static List<String> ids(StandingMerge merge) {
    return merge.ground().mosaic().units().stream().map(BasicUnit::id).toList();
  }

  @Test
  void theSameLayerAgainComputesNothing() {
    MergeInput input = Districts.input(SmallDistrict.of(3));
    StandingMerge standing = StandingMerge.of(input, POLICY, MergeProgress.SILENT);
    StandingMerge again = standing.with(input.layers().get(1), MergeProgress.SILENT);
    assertEquals(0, again.partsComputed());
    MergeLawsTest.assertSame("seed 3", standing.ground(), again.ground());
  }

  @Test
  void aLayerInAnotherPlaceIsMeasuredAnew() {
    MergeInput input = Districts.input(SmallDistrict.of(4));
    StandingMerge standing = StandingMerge.of(input, POLICY, MergeProgress.SILENT);
    DepartmentLayer moved = Districts.moved(input, 900, -700).layers().get(1);
    StandingMerge again = standing.with(moved, MergeProgress.SILENT);
    List<DepartmentLayer> layers = new ArrayList<>(input.layers());
    layers.set(1, moved);
    MergeInput now = new MergeInput(input.frame(), input.area(), layers, input.whole());
    StandingMerge anew = StandingMerge.of(now, POLICY, MergeProgress.SILENT);
    MergeLawsTest.assertSame("seed 4", anew.ground(), again.ground());
    assertEquals(anew.measures(), again.measures());
    assertEquals(anew.partsComputed(), again.partsComputed());
  }

  @Test
  void anUnknownLayerIsRefused() {
    MergeInput input = Districts.input(SmallDistrict.of(5));
    StandingMerge standing = StandingMerge.of(input, POLICY, MergeProgress.SILENT);
    DepartmentLayer other = new DepartmentLayer("别的", input.frame(), input.layers().get(0).cells());
    assertThrows(IllegalArgumentException.class, () -> standing.with(other, MergeProgress.SILENT));
  }
}
