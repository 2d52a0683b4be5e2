package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.place.Indivisible;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;

/** Compounds declared whole are cut by no border, whoever draws it. */
class WholeShapesTest {
  private static final DepartmentLayer LEFT_RIGHT = SquareCases.halves("综治", "左", "右", 100);
  private static final DepartmentLayer DOWN_UP =
      Districts.layer(
          "城管",
          "下",
          "POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0))",
          "上",
          "POLYGON ((0 100, 200 100, 200 200, 0 200, 0 100))");

  private static Indivisible whole(String id, String wkt, int people) {
    return new Indivisible(id, Districts.shape(wkt), people, people);
  }

  private static UnifiedGround merge(List<Indivisible> whole, DepartmentLayer... layers) {
    return SquareCases.merge(1, whole, layers);
  }

  private static List<String> units(UnifiedGround ground) {
    return ground.mosaic().units().stream()
        .map(
            u ->
                String.join("|", u.sources().stream().map(s -> s.orElse("-")).toList())
                    + " "
                    + Math.round(u.areaSquareMetres())
                    + " "
                    + u.people())
        .sorted()
        .toList();
  }

  @Test
  void aCompoundThatTwoLayersCutGoesWholeToWhoHoldsMostOfIt() {
    UnifiedGround ground =
        merge(
            List.of(whole("园", "POLYGON ((60 60, 160 60, 160 160, 60 160, 60 60))", 9)),
            LEFT_RIGHT,
            DOWN_UP);
    assertEquals(List.of("右|上 16400 9", "右|下 7600 0", "左|上 7600 0", "左|下 8400 0"), units(ground));
    Conflict cut =
        ground.conflicts().stream()
            .filter(c -> c.kind() == ConflictKind.CUT_BUILDING)
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(new Claim("综治", "左"), new Claim("城管", "下")),
        cut.claims().stream().sorted((a, b) -> b.layer().compareTo(a.layer())).toList());
    assertEquals(List.of(new Claim("综治", "右"), new Claim("城管", "上")), cut.givenTo());
    assertEquals(MergeRule.MOST_OF_BUILDING, cut.rule());
    assertEquals(10_000, cut.areaSquareMetres(), 0.1);
  }

  @Test
  void itsBuildingsStayWithIt() {
    List<Indivisible> whole = new ArrayList<>();
    whole.add(whole("园", "POLYGON ((60 60, 160 60, 160 160, 60 160, 60 60))", 0));
    whole.add(whole("一号楼", "POLYGON ((70 70, 90 70, 90 90, 70 90, 70 70))", 5));
    whole.add(whole("二号楼", "POLYGON ((95 95, 105 95, 105 105, 95 105, 95 95))", 7));
    whole.add(whole("门房", "POLYGON ((55 100, 65 100, 65 106, 55 106, 55 100))", 1));
    assertEquals(
        List.of("右|上 16430 13", "右|下 7600 0", "左|上 7570 0", "左|下 8400 0"),
        units(merge(whole, LEFT_RIGHT, DOWN_UP)));
  }

  @Test
  void aCourtInsideACompoundIsNotPartOfIt() {
    UnifiedGround ground =
        merge(
            List.of(
                whole(
                    "园",
                    "POLYGON ((60 60, 160 60, 160 160, 60 160, 60 60),"
                        + " (80 80, 80 120, 120 120, 120 80, 80 80))",
                    9)),
            LEFT_RIGHT);
    // The court keeps the border that was drawn through it.
    assertEquals(List.of("右 23200 9", "左 16000 0", "左 800 0"), units(ground));
  }

  @Test
  void aCellThatLiesInsideACompoundIsListedWithTheReason() {
    DepartmentLayer layer =
        Districts.layer(
            "消防",
            "大",
            "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0), (90 90, 90 110, 110 110, 110 90, 90 90))",
            "小",
            "POLYGON ((90 90, 110 90, 110 110, 90 110, 90 90))");
    UnifiedGround ground =
        merge(List.of(whole("园", "POLYGON ((60 60, 160 60, 160 160, 60 160, 60 60))", 9)), layer);
    assertEquals(List.of("大 40000 9"), units(ground));
    Finding lost =
        ground.findings().stream()
            .filter(f -> f.code() == FindingCode.SOURCE_NOT_PLACED)
            .findFirst()
            .orElseThrow();
    assertEquals("小", lost.sourceCode());
    assertTrue(lost.action().zh().startsWith(MergeRule.MOST_OF_BUILDING.words().zh()));
  }

  @Test
  void aCompoundAcrossTheAreaBorderIsListedAndTheBorderStays() {
    UnifiedGround ground =
        merge(
            List.of(whole("园", "POLYGON ((150 60, 250 60, 250 160, 150 160, 150 60))", 9)),
            LEFT_RIGHT);
    assertTrue(
        ground.findings().stream()
            .anyMatch(
                f ->
                    f.code() == FindingCode.BUILDING_OUTSIDE
                        || f.code() == FindingCode.BUILDING_CUT_BY_AREA));
    assertEquals(40_000, ground.report().areaSquareMetres(), 0.01);
  }

  /** Random compounds over the laws: no border inside a division runs through one. */
  @Test
  void everyMergeKeepsTheLawsWithRandomCompounds() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      MergeInput plain = Districts.input(SmallDistrict.of(seed));
      List<Indivisible> whole = new ArrayList<>(plain.whole());
      List<DepartmentCell> cells = plain.layers().get(0).cells();
      for (int i = 0; i < 6 && !cells.isEmpty(); i++) {
        var middle = cells.get(random.nextInt(cells.size())).shape().getEnvelopeInternal().centre();
        int x = (int) middle.x + random.nextInt(80) - 40;
        int y = (int) middle.y + random.nextInt(80) - 40;
        int w = 20 + random.nextInt(80);
        int h = 20 + random.nextInt(80);
        whole.add(
            whole(
                "园" + i,
                "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))"
                    .formatted(x, y, x + w, y + h),
                0));
      }
      MergeInput input = new MergeInput(plain.frame(), plain.area(), plain.layers(), whole);
      try {
        MosaicLaws.check("seed " + seed, input, Districts.merge(input));
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }
}
