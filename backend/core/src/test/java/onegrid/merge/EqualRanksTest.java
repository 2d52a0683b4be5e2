package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentLayer;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;

/** Layers that rank alike: their order follows from how they are drawn, never from their place. */
class EqualRanksTest {
  private static final int DISTRICTS = 30;

  @Test
  void theirOrderDoesNotMatter() {
    for (long seed = 1; seed <= DISTRICTS; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      sameInAnyOrder("seed " + seed, input, seed);
      MergeInput bare =
          new MergeInput(input.frame(), Optional.empty(), input.layers(), input.whole());
      sameInAnyOrder("no area, seed " + seed, bare, seed);
    }
  }

  private static void sameInAnyOrder(String what, MergeInput input, long seed) {
    List<DepartmentLayer> layers = new ArrayList<>(input.layers());
    List<Integer> alike = Collections.nCopies(layers.size(), 1);
    UnifiedGround once = Districts.merge(input.ranked(alike));
    Collections.shuffle(layers, new Random(seed));
    UnifiedGround again = Districts.merge(input.withLayers(layers).ranked(alike));
    assertEquals(once.layerNames(), again.layerNames(), what);
    MergeLawsTest.assertSame(what, once, again);
    MosaicLaws.check(what, input.inOrder(again.layerNames()), again);
  }

  @Test
  void theBetterDrawnComesFirstAndAFindingSaysSo() {
    String area = "POLYGON ((0 0, 400 0, 400 300, 0 300, 0 0))";
    DepartmentLayer rough =
        Districts.layer("甲", "A", "POLYGON ((2 2, 398 3, 397 298, 3 297, 2 2))");
    DepartmentLayer exact = Districts.layer("乙", "B", area);
    MergeInput input =
        new MergeInput(
                Districts.FRAME,
                Optional.of(Districts.layer("社区", "C", area)),
                List.of(rough, exact),
                List.of())
            .ranked(List.of(1, 1));
    UnifiedGround ground = Districts.merge(input);
    assertEquals(List.of("乙", "甲"), ground.layerNames());
    String told = ranked(ground).orElseThrow().words().zh();
    assertTrue(told.contains("乙 0.10 m, 甲 "), told);
  }

  private static Optional<Finding> ranked(UnifiedGround ground) {
    return ground.findings().stream()
        .filter(f -> f.code() == FindingCode.RANKED_BY_DRAWING)
        .findFirst();
  }

  @Test
  void aStrongerRankGoesBeforeABetterDrawing() {
    MergeInput input = Districts.input(SmallDistrict.of(3, 2, 3, 1));
    List<String> names = input.layers().stream().map(DepartmentLayer::name).toList();
    MergeInput turned = input.ranked(List.of(3, 2, 1));
    assertEquals(
        List.of(names.get(2), names.get(1), names.get(0)), Districts.merge(turned).layerNames());
  }

  @Test
  void oneOfThemHandedInAgainEqualsMergingAllAnew() {
    for (long seed = 1; seed <= DISTRICTS; seed++) {
      MergeInput district = Districts.input(SmallDistrict.of(seed));
      MergeInput input = district.ranked(Collections.nCopies(district.layers().size(), 1));
      MergePolicy policy = MergePolicy.automatic();
      int at = (int) (seed % input.layers().size());
      DepartmentLayer again = Districts.again(input.layers().get(at), new Random(seed));
      StandingMerge standing =
          StandingMerge.of(input, policy, MergeProgress.SILENT).with(again, MergeProgress.SILENT);
      List<DepartmentLayer> layers = new ArrayList<>(input.layers());
      layers.set(at, again);
      MergeInput alike = input.withLayers(layers);
      MergeInput kept = alike.inOrder(standing.ground().layerNames()).rankedAsTheyStand();
      // A drawing at odds with what was measured is measured, and finds its place, anew.
      UnifiedGround anew =
          ranked(standing.ground()).isPresent()
              ? Districts.merge(alike)
              : GridMerge.merge(kept, policy.knowing(standing.measures()), MergeProgress.SILENT);
      MergeLawsTest.assertSame("seed " + seed, anew, standing.ground());
    }
  }

  @Test
  void ranksThatDoNotFitTheLayersAreRefused() {
    MergeInput input = Districts.input(SmallDistrict.of(1, 1, 2, 0));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new MergeInput(
                input.frame(), input.area(), input.layers(), List.of(2, 1), List.of(), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> input.withLayers(List.of(input.layers().get(0), input.layers().get(0))));
  }
}
