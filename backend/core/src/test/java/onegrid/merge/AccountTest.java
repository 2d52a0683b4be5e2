package onegrid.merge;

import static onegrid.merge.SquareCases.conflicts;
import static onegrid.merge.SquareCases.halves;
import static onegrid.merge.SquareCases.merge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentLayer;
import onegrid.place.Indivisible;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;

/** Who claims what, who gets it by which rule, and who gains and loses by it. */
class AccountTest {
  private static Indivisible house(String id, int x, int y, int people) {
    return new Indivisible(
        id,
        Districts.shape(
            "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))"
                .formatted(x, y, x + 4, y + 4)),
        1,
        people);
  }

  @Test
  void groundThatNoDepartmentClaimsIsAConflictWithItsPeople() {
    // Each leaves out another part; what both leave out is claimed by none.
    DepartmentLayer one = Districts.layer("综治", "1", "POLYGON ((0 0, 100 0, 100 200, 0 200, 0 0))");
    DepartmentLayer two = Districts.layer("城管", "A", "POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0))");
    UnifiedGround ground = merge(1, List.of(house("h", 150, 150, 7)), one, two);
    Conflict unclaimed = conflicts(ground, ConflictKind.UNCLAIMED).get(0);
    assertEquals(1, conflicts(ground, ConflictKind.UNCLAIMED).size());
    assertEquals(10_000, unclaimed.areaSquareMetres(), 0.01);
    assertEquals(7, unclaimed.people());
    assertEquals(MergeRule.LEFT_OPEN, unclaimed.rule());
    assertEquals(List.of(), unclaimed.claims());
    // What only one of them leaves out says who holds it instead.
    List<Conflict> gaps = conflicts(ground, ConflictKind.GAP);
    assertTrue(
        gaps.stream()
            .anyMatch(c -> c.layer().equals("综治") && c.claims().contains(new Claim("城管", "A"))),
        gaps.toString());
  }

  @Test
  void groundThatOneDepartmentClaimsTwiceNamesBothClaimsAndTheRule() {
    DepartmentLayer layer =
        Districts.layer(
            "民政",
            "1",
            "POLYGON ((0 0, 130 0, 130 200, 0 200, 0 0))",
            "2",
            "POLYGON ((100 0, 200 0, 200 200, 100 200, 100 0))");
    Conflict twice =
        conflicts(merge(1, List.of(house("h", 110, 90, 3)), layer), ConflictKind.OVERLAP).get(0);
    assertEquals(List.of(new Claim("民政", "1"), new Claim("民政", "2")), twice.claims());
    assertEquals(MergeRule.LOWER_CODE, ruleOfEqualSides(twice));
    assertEquals(3, twice.people());
    assertEquals(Optional.of("1"), twice.answer());
  }

  /** Both sides touch the overlap along 200 m. */
  private static MergeRule ruleOfEqualSides(Conflict conflict) {
    return conflict.rule() == MergeRule.LONGEST_BORDER ? MergeRule.LOWER_CODE : conflict.rule();
  }

  @Test
  void everyConflictSaysItsRuleAndWhatItGaveToWhom() {
    for (long seed = 1; seed <= 40; seed++) {
      UnifiedGround ground = Districts.merge(Districts.input(SmallDistrict.of(seed)));
      for (Conflict c : ground.conflicts()) {
        assertFalse(c.rule().words().zh().isEmpty(), "seed " + seed);
        if (c.rule() == MergeRule.LEFT_OPEN) {
          assertEquals(List.of(), c.givenTo(), "seed " + seed + " " + c);
        }
        if (c.kind() == ConflictKind.OVERLAP) {
          assertTrue(c.claims().size() > 1 && c.claims().containsAll(c.givenTo()), "seed " + seed);
        }
        if (c.kind() == ConflictKind.UNCLAIMED) {
          assertEquals(MergeRule.LEFT_OPEN, c.rule(), "seed " + seed);
        }
      }
    }
  }

  @Test
  void bordersThatMovedSayHowFarAndByWhichRule() {
    DepartmentLayer strong = halves("综治", "1", "2", 100);
    DepartmentLayer weak =
        Districts.layer(
            "城管",
            "A",
            "POLYGON ((0 0, 103 0, 103 90, 103 200, 0 200, 0 0))",
            "B",
            "POLYGON ((103 0, 200 0, 200 200, 103 200, 103 90, 103 0))");
    UnifiedGround ground = merge(5, List.of(), strong, weak);
    List<Finding> moved =
        ground.findings().stream().filter(f -> f.code() == FindingCode.BORDERS_SETTLED).toList();
    assertEquals(List.of("城管"), moved.stream().map(Finding::layer).toList());
    assertTrue(moved.get(0).words().en().contains("at most 3.00 m"), moved.toString());
    assertTrue(moved.get(0).action().en().contains("5.00 m"), moved.toString());
  }

  @Test
  void everyDepartmentSeesItsGroundBuildingsAndPeopleGainedAndLost() {
    DepartmentLayer strong = halves("综治", "1", "2", 100);
    DepartmentLayer weak = halves("城管", "A", "B", 109);
    UnifiedGround ground =
        merge(10, List.of(house("a", 102, 50, 3), house("b", 103, 80, 4)), strong, weak);
    MergeReport.LayerReport first = ground.report().layers().get(1);
    assertEquals(0, first.gainedSquareMetres(), 0.01);
    assertEquals(0, first.lostBuildings() + first.lostPeople());
    MergeReport.LayerReport second = ground.report().layers().get(2);
    assertEquals(1800, second.gainedSquareMetres(), 0.01);
    assertEquals(1800, second.lostSquareMetres(), 0.01);
    assertEquals(2, second.gainedBuildings());
    assertEquals(2, second.lostBuildings());
    assertEquals(7, second.gainedPeople());
    assertEquals(7, second.lostPeople());
  }
}
