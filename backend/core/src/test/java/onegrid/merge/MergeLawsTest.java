package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The promises of {@link GridMerge}, line by line, over random small districts. */
class MergeLawsTest {
  /** {@code -Donegrid.districts=10000} for a night's run. */
  private static final int DISTRICTS = Integer.getInteger("onegrid.districts", 500);

  private static final long FIRST_SEED = Long.getLong("onegrid.seed", 1);

  @Test
  void everyMergeKeepsTheLaws() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + DISTRICTS; seed++) {
      MosaicLaws.check("seed " + seed, Districts.input(SmallDistrict.of(seed)));
    }
  }

  @Test
  void withoutAnAreaTheLawsHoldToo() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + 40; seed++) {
      MergeInput with = Districts.input(SmallDistrict.of(seed));
      MergeInput input =
          new MergeInput(with.frame(), Optional.empty(), with.layers(), with.whole());
      MosaicLaws.check("no area, seed " + seed, input);
    }
  }

  /**
   * At one cell of the grid; at a wider tolerance its points may settle on each other once more.
   */
  @Test
  void mergingTheResultAgainChangesNothing() {
    for (long seed = 1; seed <= 60; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      List<BasicUnit> units = Districts.merge(input).mosaic().units();
      MergePolicy oneCell = new MergePolicy(OptionalDouble.of(LocalFrame.CELL_METRES), 1);
      UnifiedGround again =
          GridMerge.merge(Districts.merged(input, units), oneCell, MergeProgress.SILENT);
      assertEquals(shapes(units), shapes(again.mosaic().units()), "seed " + seed);
      assertEquals(List.of(), again.conflicts(), "seed " + seed);
      UnifiedGround found = Districts.merge(Districts.merged(input, units));
      assertEquals(units.size(), found.mosaic().units().size(), "tolerance found, seed " + seed);
    }
  }

  private static Set<String> shapes(List<BasicUnit> units) {
    return units.stream().map(u -> u.polygon().norm().toText()).collect(Collectors.toSet());
  }

  @Test
  void howTheFileWasWrittenDoesNotMatter() {
    for (long seed = 1; seed <= 40; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      UnifiedGround once = Districts.merge(input);
      UnifiedGround again = Districts.merge(Districts.rewritten(input, seed));
      assertSame("seed " + seed, once, again);
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    for (long seed = 1; seed <= 20; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      UnifiedGround one =
          GridMerge.merge(input, new MergePolicy(OptionalDouble.empty(), 1), MergeProgress.SILENT);
      UnifiedGround five =
          GridMerge.merge(input, new MergePolicy(OptionalDouble.empty(), 5), MergeProgress.SILENT);
      assertSame("seed " + seed, one, five);
    }
  }

  @Test
  void movingTheInputByWholeCellsMovesTheResult() {
    for (long seed = 1; seed <= 20; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      UnifiedGround here = Districts.merge(input);
      UnifiedGround there = Districts.merge(Districts.moved(input, 123_457, -98_761));
      AffineTransformation back = AffineTransformation.translationInstance(-1234.57, 987.61);
      assertEquals(here.mosaic().units().size(), there.mosaic().units().size(), "seed " + seed);
      for (int i = 0; i < here.mosaic().units().size(); i++) {
        BasicUnit a = here.mosaic().units().get(i);
        BasicUnit b = there.mosaic().units().get(i);
        assertEquals(a.sources(), b.sources(), "seed " + seed);
        assertTrue(a.polygon().equalsExact(back.transform(b.polygon()), 1e-6), "seed " + seed);
      }
    }
  }

  @Test
  void layersWithoutAFaultGiveTheTruth() {
    for (long seed = 1; seed <= 30; seed++) {
      SmallDistrict district = SmallDistrict.of(seed, 3, 3, 0);
      UnifiedGround ground = Districts.merge(Districts.input(district));
      assertEquals(district.truth().units().size(), ground.mosaic().units().size(), "seed " + seed);
    }
  }

  @Test
  void aMergeCanBeCalledOff() {
    MergeInput input = Districts.input(SmallDistrict.of(1));
    assertThrows(
        CancellationException.class,
        () ->
            GridMerge.merge(
                input, MergePolicy.automatic(), (phase, share) -> phase != MergePhase.CONFLATE));
  }

  static void assertSame(String what, UnifiedGround one, UnifiedGround other) {
    assertEquals(one.findings(), other.findings(), what);
    assertEquals(one.crosswalk(), other.crosswalk(), what);
    assertEquals(one.conflicts().toString(), other.conflicts().toString(), what);
    assertEquals(text(one.mosaic().arcs()), text(other.mosaic().arcs()), what);
    assertEquals(one.mosaic().units().toString(), other.mosaic().units().toString(), what);
  }

  private static String text(List<Arc> arcs) {
    return arcs.toString();
  }
}
