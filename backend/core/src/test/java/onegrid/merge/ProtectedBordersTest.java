package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.place.Indivisible;
import onegrid.plan.Plan;
import onegrid.plan.PlanArc;
import onegrid.plan.PlanStart;
import onegrid.plan.StartCells;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Road centres and rivers stay where they are and stay borders. */
class ProtectedBordersTest {
  private static ProtectedBorder border(String wkt) {
    return new ProtectedBorder("路", Districts.shape(wkt));
  }

  private static UnifiedGround merge(
      double tolerance, String border, List<Indivisible> whole, DepartmentLayer... layers) {
    return SquareCases.merge(
        tolerance,
        new MergeInput(Districts.FRAME, Optional.of(SquareCases.SQUARE), List.of(layers), whole)
            .protecting(List.of(border(border))));
  }

  /** The units, without the points along their borders where those only pass others' corners. */
  private static List<String> units(UnifiedGround ground) {
    return ground.mosaic().units().stream()
        .map(
            u ->
                u.sources().get(0).orElse("-")
                    + " "
                    + DouglasPeuckerSimplifier.simplify(u.polygon().norm(), 0))
        .toList();
  }

  private static DepartmentLayer halves(double x) {
    return SquareCases.halves("综治", "1", "2", x);
  }

  @Test
  void layersSettleOnARoad() {
    assertEquals(
        List.of(
            "1 POLYGON ((0 0, 0 200, 103 200, 103 0, 0 0))",
            "2 POLYGON ((103 0, 103 200, 200 200, 200 0, 103 0))"),
        units(merge(5, "LINESTRING (103 -10, 103 210)", List.of(), halves(100))));
  }

  @Test
  void theMosaicKnowsWhichBordersAreProtected() {
    UnifiedGround ground = merge(5, "LINESTRING (103 -10, 103 210)", List.of(), halves(100));
    List<Arc> inner =
        ground.mosaic().arcs().stream().filter(a -> a.left() >= 0 && a.right() >= 0).toList();
    assertEquals(1, inner.size());
    assertTrue(inner.get(0).isProtected());
    Plan plan =
        PlanStart.of(
            Districts.FRAME,
            ground.mosaic(),
            StartCells.ofAreas(ground.mosaic()),
            List.of(),
            List.of());
    assertEquals(1, plan.arcs().stream().filter(a -> a.hold() == PlanArc.Hold.PROTECTED).count());
  }

  @Test
  void aRiverThatNobodyDrewDividesACell() {
    assertEquals(
        List.of(
            "1 POLYGON ((0 0, 0 80, 200 80, 200 0, 0 0))",
            "1 POLYGON ((0 80, 0 200, 200 200, 200 80, 0 80))"),
        units(
            merge(
                5,
                "LINESTRING (-10 80, 210 80)",
                List.of(),
                Districts.layer("综治", "1", "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"))));
  }

  @Test
  void aSliverStaysOnItsSideOfTheRoad() {
    // Two metres between the road and the border as drawn: more than the tolerance, both stand.
    UnifiedGround ground = merge(1, "LINESTRING (100 -10, 100 210)", List.of(), halves(102));
    assertEquals(
        List.of(
            "1 POLYGON ((0 0, 0 200, 100 200, 100 0, 0 0))",
            "1 POLYGON ((100 0, 100 200, 102 200, 102 0, 100 0))",
            "2 POLYGON ((102 0, 102 200, 200 200, 200 0, 102 0))"),
        units(ground));
    // Nine centimetres are a sliver; the longer border would be that to the road, which is a wall.
    assertEquals(
        List.of(
            "1 POLYGON ((0 0, 0 200, 100 200, 100 0, 0 0))",
            "2 POLYGON ((100 0, 100 200, 200 200, 200 0, 100 0))"),
        units(
            merge(
                0.1,
                "LINESTRING (100 -10, 100 210)",
                List.of(),
                Districts.layer(
                    "综治",
                    "1",
                    "POLYGON ((0 0, 100.09 0, 100.09 200, 0 200, 0 0))",
                    "2",
                    "POLYGON ((100.09 0, 200 0, 200 200, 100.09 200, 100.09 0))"))));
  }

  @Test
  void anEndThatClosesOffNothingDividesNothing() {
    assertEquals(
        List.of("1 POLYGON ((0 0, 0 200, 200 200, 200 0, 0 0))"),
        units(
            merge(
                1,
                "LINESTRING (50 -10, 50 120)",
                List.of(),
                Districts.layer("综治", "1", "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"))));
  }

  @Test
  void aBuildingAcrossARoadIsListedAndTheRoadStays() {
    Indivisible building =
        new Indivisible(
            "b", Districts.shape("POLYGON ((95 90, 115 90, 115 110, 95 110, 95 90))"), 10, 30);
    UnifiedGround ground =
        merge(1, "LINESTRING (100 -10, 100 210)", List.of(building), halves(100));
    assertEquals(2, ground.mosaic().units().size());
    assertEquals(30, ground.mosaic().units().get(1).people());
    assertTrue(
        ground.findings().stream().anyMatch(f -> f.code() == FindingCode.BUILDING_CUT_BY_BORDER));
  }

  @Test
  void aGapIsNotFilledAcrossARoad() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 96 0, 96 200, 0 200, 0 0))",
            "2",
            "POLYGON ((106 0, 200 0, 200 200, 106 200, 106 0))");
    assertEquals(
        List.of(
            "1 POLYGON ((0 0, 0 200, 101 200, 101 0, 0 0))",
            "2 POLYGON ((101 0, 101 200, 200 200, 200 0, 101 0))"),
        units(merge(1, "LINESTRING (101 -10, 101 210)", List.of(), layer)));
  }

  @Test
  void oneLineWrittenTwiceAndInPiecesIsOneLine() {
    assertEquals(
        List.of(
            "1 POLYGON ((0 0, 0 200, 100 200, 100 0, 0 0))",
            "2 POLYGON ((100 0, 100 200, 200 200, 200 0, 100 0))"),
        units(
            merge(
                5,
                "MULTILINESTRING ((100 -10, 100 210), (100 150, 100 20, 100 150), (100 90, 100 90))",
                List.of(),
                halves(102))));
  }

  @Test
  void everyMergeKeepsTheLawsWithRandomRoads() {
    for (long seed = 1; seed <= 60; seed++) {
      String what = "seed " + seed;
      MergeInput plain = Districts.input(SmallDistrict.of(seed));
      MergeInput input = plain.protecting(roads(plain, new Random(seed)));
      try {
        UnifiedGround ground = Districts.merge(input);
        MosaicLaws.check(what, input, ground);
        if (seed <= 15) {
          MergeInput again = Districts.rewritten(input, seed);
          MergeLawsTest.assertSame(what, ground, Districts.merge(again));
          handedInAgain(what, input, new Random(seed));
        }
      } catch (RuntimeException e) {
        throw new AssertionError(what, e);
      }
    }
  }

  private static void handedInAgain(String what, MergeInput input, Random random) {
    MergePolicy policy = MergePolicy.automatic();
    StandingMerge standing = StandingMerge.of(input, policy, MergeProgress.SILENT);
    int at = random.nextInt(input.layers().size());
    DepartmentLayer again = Districts.again(input.layers().get(at), random);
    if (again.cells().isEmpty()) {
      return;
    }
    List<DepartmentLayer> layers = new ArrayList<>(input.layers());
    layers.set(at, again);
    StandingMerge with = standing.with(again, MergeProgress.SILENT);
    UnifiedGround anew =
        GridMerge.merge(
            input.withLayers(layers), policy.knowing(with.measures()), MergeProgress.SILENT);
    MergeLawsTest.assertSame(what, anew, with.ground());
  }

  /** Crooked lines across the district, and some of the borders that a layer drew. */
  private static List<ProtectedBorder> roads(MergeInput input, Random random) {
    Envelope box = new Envelope();
    input
        .area()
        .orElseThrow()
        .cells()
        .forEach(c -> box.expandToInclude(c.shape().getEnvelopeInternal()));
    List<ProtectedBorder> roads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Coordinate[] at = new Coordinate[2 + random.nextInt(5)];
      for (int k = 0; k < at.length; k++) {
        at[k] =
            new Coordinate(
                Math.round(100 * (box.getMinX() + box.getWidth() * k / (at.length - 1))) / 100.0,
                Math.round(100 * (box.getMinY() + box.getHeight() * random.nextDouble())) / 100.0);
      }
      LineString line = Districts.FACTORY.createLineString(at);
      roads.add(new ProtectedBorder("路" + i, line));
    }
    List<DepartmentCell> cells = input.layers().get(0).cells();
    for (int i = 0; i < 3 && !cells.isEmpty(); i++) {
      DepartmentCell cell = cells.get(random.nextInt(cells.size()));
      roads.add(new ProtectedBorder(cell.code(), cell.shape()));
    }
    return roads;
  }

  @Test
  void unitsOfBothSidesKeepTheirPeople() {
    List<Indivisible> houses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      houses.add(
          new Indivisible(
              "h" + i,
              Districts.shape(
                  "POLYGON ((%1$d 10, %2$d 10, %2$d 20, %1$d 20, %1$d 10))"
                      .formatted(10 + 50 * i, 20 + 50 * i)),
              1,
              i + 1));
    }
    UnifiedGround ground = merge(1, "LINESTRING (100 -10, 100 210)", houses, halves(100));
    assertEquals(List.of(3, 7), ground.mosaic().units().stream().map(BasicUnit::people).toList());
  }
}
