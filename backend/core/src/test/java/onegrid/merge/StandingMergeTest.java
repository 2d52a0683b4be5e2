package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onegrid.layer.DepartmentLayer;
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
      for (int round = 0; round < 3; round++) {
        int layer = random.nextInt(input.layers().size());
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
