package onegrid.merge;

import static onegrid.merge.SquareCases.conflicts;
import static onegrid.merge.SquareCases.merge;
import static onegrid.merge.SquareCases.sources;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.BasicUnit;
import onegrid.place.Indivisible;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Long gaps between cells that should meet are divided along their middle; others are not. */
class LongGapsTest {
  private static final String LEFT = "POLYGON ((0 0, 96 0, 96 200, 0 200, 0 0))";
  private static final String RIGHT = "POLYGON ((106 0, 200 0, 200 200, 106 200, 106 0))";
  private static final DepartmentLayer GAP = Districts.layer("民政", "1", LEFT, "2", RIGHT);

  private static List<String> shapes(UnifiedGround ground) {
    return ground.mosaic().units().stream()
        .map(u -> u.sources().get(0).orElse("-") + " " + u.polygon().norm())
        .toList();
  }

  private static void assertRule(MergeRule rule, UnifiedGround ground, String... cells) {
    List<Conflict> gaps = conflicts(ground, ConflictKind.GAP);
    assertEquals(1, gaps.size(), gaps.toString());
    assertEquals(rule, gaps.get(0).rule());
    assertEquals(List.of(cells), gaps.get(0).givenTo().stream().map(Claim::sourceCode).toList());
  }

  @Test
  void aLongGapIsDividedAlongItsMiddle() {
    UnifiedGround ground = merge(1, GAP);
    // The line begins and ends at points that stand on the border of the area already.
    assertEquals(
        List.of(
            "1 POLYGON ((0 0, 0 200, 96 200, 101 196.43, 101 3.57, 96 0, 0 0))",
            "2 POLYGON ((96 0, 101 3.57, 101 196.43, 96 200, 106 200, 200 200, 200 0, 106 0,"
                + " 96 0))"),
        shapes(ground));
    assertRule(MergeRule.MIDDLE_LINE, ground, "1", "2");
    assertEquals(2000, conflicts(ground, ConflictKind.GAP).get(0).areaSquareMetres(), 0.01);
  }

  @Test
  void aLensBetweenTwoCellsIsDividedFromEndToEnd() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 100 0, 96 20, 96 180, 100 200, 0 200, 0 0))",
            "2",
            "POLYGON ((100 0, 200 0, 200 200, 100 200, 106 180, 106 20, 100 0))");
    UnifiedGround ground = merge(1, layer);
    assertRule(MergeRule.MIDDLE_LINE, ground, "1", "2");
    for (Coordinate c : ground.mosaic().units().get(0).polygon().getCoordinates()) {
      assertTrue(c.x == 0 || Math.abs(c.x - 100.5) <= 0.5, c.toString());
    }
  }

  @Test
  void everyCellOnTheBanksGetsWhatLiesBeforeIt() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 96 0, 96 100, 0 100, 0 0))",
            "1b",
            "POLYGON ((0 100, 96 100, 96 200, 0 200, 0 100))",
            "2",
            "POLYGON ((106 0, 200 0, 200 140, 106 140, 106 0))",
            "2b",
            "POLYGON ((106 140, 200 140, 200 200, 106 200, 106 140))");
    UnifiedGround ground = merge(1, layer);
    assertRule(MergeRule.MIDDLE_LINE, ground, "1", "1b", "2", "2b");
    assertEquals(List.of("1 10092", "1b 10091", "2 13869", "2b 5948"), sources(ground));
  }

  @Test
  void aGapAroundACornerIsFollowed() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 96 0, 96 106, 200 106, 200 200, 0 200, 0 0))",
            "2",
            "POLYGON ((106 0, 200 0, 200 96, 106 96, 106 0))");
    UnifiedGround ground = merge(1, layer);
    assertRule(MergeRule.MIDDLE_LINE, ground, "1", "2");
    assertEquals(List.of("1 30002", "2 9998"), sources(ground));
  }

  @Test
  void aShortGapGoesToTheLongestBorder() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 100 0, 100 90, 92 90, 92 104, 100 104, 100 200, 0 200, 0 0))",
            "2",
            "POLYGON ((100 0, 200 0, 200 200, 100 200, 100 0))");
    UnifiedGround ground = merge(1, layer);
    assertRule(MergeRule.LONGEST_BORDER, ground, "1");
    assertEquals(List.of("1 20000", "2 20000"), sources(ground));
  }

  @Test
  void aWideGapStaysOpen() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 90 0, 90 200, 0 200, 0 0))",
            "2",
            "POLYGON ((110 0, 200 0, 200 200, 110 200, 110 0))");
    assertEquals(List.of("1 18000", "- 4000", "2 18000"), sources(merge(1, layer)));
  }

  @Test
  void theBorderIsWhereOthersDrewItToo() {
    for (double x : new double[] {96, 102, 106}) {
      UnifiedGround ground = merge(1, SquareCases.halves("综治", "甲", "乙", x), GAP);
      Conflict gap = conflicts(ground, ConflictKind.GAP).get(0);
      assertEquals(MergeRule.OTHERS_DREW_BORDER, gap.rule());
      assertEquals(
          List.of("甲|1 " + Math.round(200 * x), "乙|2 " + Math.round(200 * (200 - x))),
          sources(ground));
    }
  }

  @Test
  void anOverlapEndsWhereOthersDrewTheBorder() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 110 0, 110 200, 0 200, 0 0))",
            "2",
            "POLYGON ((100 0, 200 0, 200 200, 100 200, 100 0))");
    for (double x : new double[] {100, 110}) {
      UnifiedGround ground = merge(1, SquareCases.halves("综治", "甲", "乙", x), layer);
      assertEquals(
          List.of("甲|1 " + Math.round(200 * x), "乙|2 " + Math.round(200 * (200 - x))),
          sources(ground));
    }
  }

  @Test
  void aBuildingInTheWayIsNotCut() {
    Indivisible building =
        new Indivisible(
            "b", Districts.shape("POLYGON ((98 90, 104 90, 104 110, 98 110, 98 90))"), 10, 30);
    UnifiedGround ground = merge(1, List.of(building), GAP);
    assertEquals(2, ground.mosaic().units().size());
    assertRule(MergeRule.LONGEST_BORDER, ground, "1");
  }

  @Test
  void tilesAgreeOnTheirBorderWhereAGapCrossesIt() {
    DepartmentLayer area =
        Districts.layer(
            "社区",
            "C1",
            "POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0))",
            "C2",
            "POLYGON ((0 100, 200 100, 200 200, 0 200, 0 100))");
    MergeInput input = new MergeInput(Districts.FRAME, Optional.of(area), List.of(GAP), List.of());
    UnifiedGround ground = merge(1, input);
    TreeSet<Double> onBorder = new TreeSet<>();
    for (BasicUnit unit : ground.mosaic().units()) {
      for (Coordinate c : unit.polygon().getCoordinates()) {
        if (c.y == 100) {
          onBorder.add(c.x);
        }
      }
    }
    assertEquals(new TreeSet<>(List.of(0.0, 96.0, 106.0, 200.0)), onBorder);
    assertEquals(4, ground.mosaic().units().size());
  }

  /** Two banks that wander, cells along them, streets of another layer across. */
  private static MergeInput wandering(long seed) {
    Random random = new Random(seed);
    StringBuilder left = new StringBuilder("POLYGON ((0 0");
    StringBuilder right = new StringBuilder("POLYGON ((200 200, 200 0");
    List<String> lefts = new ArrayList<>();
    for (int y = 0; y <= 200; y += 20) {
      double x = 100 + 15 * Math.sin(y / 40.0 + seed) + random.nextInt(3);
      double width = 2 + random.nextInt(10);
      left.append(", ").append(x).append(' ').append(y);
      lefts.add(0, (x + width) + " " + y);
    }
    for (int i = lefts.size() - 1; i >= 0; i--) {
      right.append(", ").append(lefts.get(i));
    }
    DepartmentLayer banks =
        Districts.layer(
            "民政", "1", left.append(", 0 200, 0 0))").toString(), "2", right + ", 200 200))");
    int low = 30 + random.nextInt(60);
    int high = low + 20 + random.nextInt(80);
    DepartmentLayer across =
        Districts.layer(
            "城管",
            "下",
            "POLYGON ((0 0, 200 0, 200 %1$d, 0 %2$d, 0 0))".formatted(low, high),
            "上",
            "POLYGON ((0 %2$d, 200 %1$d, 200 200, 0 200, 0 %2$d))".formatted(low, high));
    return new MergeInput(
        Districts.FRAME, Optional.of(SquareCases.SQUARE), List.of(banks, across), List.of());
  }

  @Test
  void wanderingGapsAreDividedWithoutSpikesWhereverTheyLie() {
    MergePolicy policy = new MergePolicy(OptionalDouble.of(1), 1);
    int divided = 0;
    for (long seed = 1; seed <= 150; seed++) {
      String what = "seed " + seed;
      MergeInput input = wandering(seed);
      UnifiedGround ground = merge(1, input);
      Conflict gap = conflicts(ground, ConflictKind.GAP).get(0);
      divided += gap.rule() == MergeRule.MIDDLE_LINE ? 1 : 0;
      for (BasicUnit unit : ground.mosaic().units()) {
        assertTrue(sharpest(unit.polygon().getExteriorRing().getCoordinates()) > 12, what);
      }
      UnifiedGround again =
          GridMerge.merge(Districts.rewritten(input, seed), policy, MergeProgress.SILENT);
      MergeLawsTest.assertSame(what, ground, again);
      UnifiedGround there =
          GridMerge.merge(Districts.moved(input, 4321, -987), policy, MergeProgress.SILENT);
      AffineTransformation back = AffineTransformation.translationInstance(-43.21, 9.87);
      for (int i = 0; i < ground.mosaic().units().size(); i++) {
        assertTrue(
            ground
                .mosaic()
                .units()
                .get(i)
                .polygon()
                .equalsExact(back.transform(there.mosaic().units().get(i).polygon()), 1e-6),
            what);
      }
      StandingMerge standing = StandingMerge.of(input, policy, MergeProgress.SILENT);
      DepartmentLayer other = wandering(seed + 1).layers().get(0);
      UnifiedGround with = standing.with(other, MergeProgress.SILENT).ground();
      MergeInput now = input.withLayers(List.of(other, input.layers().get(1)));
      MergeLawsTest.assertSame(
          what,
          GridMerge.merge(now, policy.knowing(standing.measures()), MergeProgress.SILENT),
          with);
    }
    assertTrue(divided >= 120, divided + " of 150 divided");
  }

  /** The sharpest corner of a ring, in degrees. */
  private static double sharpest(Coordinate[] ring) {
    double sharpest = 180;
    for (int i = 0; i + 1 < ring.length; i++) {
      Coordinate before = ring[i == 0 ? ring.length - 2 : i - 1];
      double angle = Math.toDegrees(Angle.angleBetween(before, ring[i], ring[i + 1]));
      sharpest = Math.min(sharpest, angle);
    }
    return sharpest;
  }
}
