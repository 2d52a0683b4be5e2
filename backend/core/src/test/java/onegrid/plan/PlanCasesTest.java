package onegrid.plan;

import static onegrid.plan.DrawnEdits.applied;
import static onegrid.plan.DrawnEdits.at;
import static onegrid.plan.DrawnEdits.between;
import static onegrid.plan.DrawnEdits.done;
import static onegrid.plan.DrawnEdits.doneOr;
import static onegrid.plan.DrawnEdits.insert;
import static onegrid.plan.DrawnEdits.move;
import static onegrid.plan.DrawnEdits.refused;
import static onegrid.plan.DrawnEdits.transfer;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.mosaic.Arc;
import org.junit.jupiter.api.Test;

/**
 * Every verb and every refusal on a ground that one can draw:
 *
 * <pre>
 *   20 +-----+-----+-----+     A-1 A-2 A-3 below, A-4 A-5 above, community A
 *      | A-4 | A-5 |     |     A-6 an island in A-4
 *   10 +-----+-----+ B-1 |     B-1 of community B
 *      | A-1 | A-2 |     |
 *    0 +-----+-----+-----+
 *      0     10    20    30
 * </pre>
 */
class PlanCasesTest {
  private static final Plan PLAN =
      new DrawnPlan()
          .unit("A-1", "甲", "POLYGON((0 0,10 0,10 10,0 10,0 0))")
          .unit("A-2", "甲", "POLYGON((10 0,20 0,20 10,10 10,10 0))")
          .unit("A-4", "乙", "POLYGON((0 10,10 10,10 20,0 20,0 10),(4 14,4 16,6 16,6 14,4 14))")
          .unit("A-5", "丙", "POLYGON((10 10,20 10,20 20,10 20,10 10))")
          .unit("A-6", "乙", "POLYGON((4 14,6 14,6 16,4 16,4 14))")
          .unit("B-1", "丁", "POLYGON((20 0,30 0,30 20,20 20,20 10,20 0))")
          .building("楼1", 30, "POLYGON((12 3,14 3,14 6,12 6,12 3))")
          .building("楼2", 60, "POLYGON((2 3,4 3,4 6,2 6,2 3))")
          .plan();

  @Test
  void aVertexPutInAndMovedChangesBothSides() {
    Plan bent = done(PLAN, insert(PLAN, "A-1", "A-2", 10, 0, 11, 5));
    assertUnit(bent, "A-1", "POLYGON((0 0,10 0,11 5,10 10,0 10,0 0))");
    assertUnit(bent, "A-2", "POLYGON((10 0,20 0,20 10,10 10,11 5,10 0))");
    Plan moved = done(bent, move(bent, "A-1", "A-2", 11, 5, 9, 5));
    assertUnit(moved, "A-1", "POLYGON((0 0,10 0,9 5,10 10,0 10,0 0))");
    Plan straight = done(moved, new PlanEdit.DeleteVertex(between(moved, "A-1", "A-2"), at(9, 5)));
    assertArrayEquals(PlanBytes.of(PLAN), PlanBytes.of(straight));
  }

  @Test
  void aJunctionTakesAllItsBordersAlong() {
    Plan moved = done(PLAN, move(PLAN, "A-1", "A-2", 10, 10, 11, 12));
    assertUnit(moved, "A-1", "POLYGON((0 0,10 0,11 12,0 10,0 0))");
    assertUnit(moved, "A-5", "POLYGON((11 12,20 10,20 20,10 20,11 12))");
  }

  @Test
  void buildingsFollowTheGround() {
    Plan bent = done(PLAN, insert(PLAN, "A-1", "A-2", 10, 0, 18, 4));
    assertEquals("A-1", bent.building("楼1").orElseThrow().unit());
    PlanComparison moved = PlanComparison.of(PLAN, done(PLAN, transfer("丙", "A-2")));
    assertEquals(30, moved.peopleMoved());
    assertEquals(1, moved.buildingsMoved());
    PlanComparison.Row row = row(moved, "丙");
    assertEquals(0, row.before().orElseThrow().people());
    assertEquals(30, row.after().orElseThrow().people());
    assertEquals(200, row.after().orElseThrow().areaSquareMetres());
    assertTrue(row(moved, "丁").isSame());
  }

  @Test
  void noBuildingIsCut() {
    Finding cut = refused(PLAN, insert(PLAN, "A-1", "A-2", 10, 0, 13, 5));
    assertEquals(FindingCode.BUILDING_CUT, cut.code());
    assertEquals("楼1", cut.sourceCode());
    assertEquals(new Spot(13, 4.5), cut.at().orElseThrow());
    // Along its wall is not through it.
    Plan bent = done(PLAN, insert(PLAN, "A-1", "A-2", 10, 0, 12, 3));
    done(bent, insert(bent, "A-1", "A-2", 12, 3, 12, 6));
    assertEquals(
        FindingCode.BUILDING_CUT,
        refused(PLAN, new PlanEdit.SplitUnit("A-2", List.of(at(13, 0), at(13, 10)))).code());
    done(PLAN, new PlanEdit.SplitUnit("A-2", List.of(at(15, 0), at(15, 10))));
  }

  @Test
  void bordersNeverMeet() {
    assertEquals(
        FindingCode.BORDERS_MEET, refused(PLAN, insert(PLAN, "A-1", "A-2", 10, 0, 25, 5)).code());
    assertEquals(
        FindingCode.BORDERS_MEET, refused(PLAN, move(PLAN, "A-1", "A-2", 10, 10, 5, 14)).code());
    // Onto another vertex, and onto another border.
    assertEquals(
        FindingCode.BORDERS_MEET, refused(PLAN, move(PLAN, "A-4", "A-6", 6, 16, 10, 20)).code());
    assertEquals(
        FindingCode.BORDERS_MEET, refused(PLAN, move(PLAN, "A-4", "A-6", 6, 16, 10, 15)).code());
  }

  @Test
  void aUnitNeverTurnsOverNorJumpsOverItsIsland() {
    Plan bent = done(PLAN, insert(PLAN, "A-4", "A-5", 10, 10, 9, 15));
    // The new border would pass the island on its other side without touching it.
    Finding over = refused(bent, move(bent, "A-4", "A-5", 9, 15, 1, 15));
    assertTrue(
        List.of(FindingCode.UNIT_BROKEN, FindingCode.BORDERS_MEET).contains(over.code()),
        over.toString());
    Plan island = PLAN;
    for (GridPoint corner : List.of(at(4, 14), at(4, 16), at(6, 16))) {
      GridPoint right = new GridPoint(corner.x() + 300, corner.y());
      island =
          doneOr(island, new PlanEdit.MoveVertex(between(island, "A-4", "A-6"), corner, right));
    }
    assertEquals(List.of(), PlanCheck.of(island));
  }

  @Test
  void bordersOfCommunitiesStay() {
    Finding held = refused(PLAN, move(PLAN, "A-2", "B-1", 20, 10, 21, 10));
    assertEquals(FindingCode.BORDER_HELD, held.code());
    assertTrue(held.at().isPresent());
    assertEquals(
        FindingCode.BORDER_HELD,
        refused(PLAN, insert(PLAN, "A-1", PlanArc.OUTSIDE, 0, 0, -1, 5)).code());
    // A vertex exactly on it moves nothing, and can be taken out again.
    EditOutcome.Applied on = applied(PLAN, insert(PLAN, "A-2", "B-1", 20, 0, 20, 4));
    Plan off =
        done(on.plan(), new PlanEdit.DeleteVertex(between(on.plan(), "A-2", "B-1"), at(20, 4)));
    assertArrayEquals(PlanBytes.of(PLAN), PlanBytes.of(off));
    assertArrayEquals(
        PlanBytes.of(PLAN), PlanBytes.of(done(on.plan(), new PlanEdit.Undo(on.diff()))));
  }

  @Test
  void protectedBordersStay() {
    Plan plan =
        new DrawnPlan()
            .unit("A-1", "甲", "POLYGON((0 0,10 0,10 10,0 10,0 0))")
            .unit("A-2", "甲", "POLYGON((10 0,20 0,20 10,10 10,10 0))")
            .plan(arc -> arc.left() >= 0 && arc.right() >= 0);
    assertEquals(
        FindingCode.BORDER_HELD, refused(plan, insert(plan, "A-1", "A-2", 10, 0, 11, 5)).code());
    assertEquals(
        FindingCode.BORDER_HELD,
        refused(plan, new PlanEdit.JoinUnits(List.of("A-1", "A-2"))).code());
    // What is made of the plan knows it, too.
    assertEquals(1, PlanMosaic.of(plan).arcs().stream().filter(Arc::isProtected).count());
  }

  @Test
  void compoundsStayWholeUntilSomebodySaysOtherwise() {
    Plan plan =
        new DrawnPlan()
            .unit("A-1", "甲", "POLYGON((0 0,10 0,10 10,0 10,0 0))")
            .unit("A-2", "甲", "POLYGON((10 0,20 0,20 10,10 10,10 0))")
            .compound("园", "POLYGON((2 2,6 2,6 8,2 8,2 2))")
            .compound("跨", "POLYGON((8 2,12 2,12 4,8 4,8 2))")
            .compound("外", "POLYGON((30 2,32 2,32 4,30 4,30 2))")
            .plan();
    assertEquals(List.of("园"), plan.compounds().stream().map(PlanCompound::id).toList());
    PlanEdit through = new PlanEdit.SplitUnit("A-1", List.of(at(4, 0), at(4, 10)));
    Finding cut = refused(plan, through);
    assertEquals(FindingCode.COMPOUND_CUT, cut.code());
    assertEquals("园", cut.sourceCode());
    assertEquals(new Spot(4, 5), cut.at().orElseThrow());
    // It goes with its ground, along its outline a line may run.
    Plan along = done(plan, new PlanEdit.SplitUnit("A-1", List.of(at(6, 0), at(6, 10))));
    assertEquals("A-1.1", along.compound("园").orElseThrow().unit());
    EditOutcome.Applied freed = applied(plan, new PlanEdit.FreeCompound("园"));
    Plan split = done(freed.plan(), through);
    assertEquals(FindingCode.COMPOUND_CUT, refused(split, new PlanEdit.Undo(freed.diff())).code());
    assertArrayEquals(
        PlanBytes.of(plan), PlanBytes.of(done(freed.plan(), new PlanEdit.Undo(freed.diff()))));
    assertEquals(
        FindingCode.PLAN_PART_UNKNOWN, refused(plan, new PlanEdit.FreeCompound("跨")).code());
    assertEquals(List.of(), PlanCheck.of(along));
  }

  @Test
  void unitsChangeTheirCellInsideTheirCommunity() {
    Plan after = done(PLAN, transfer("丙", "A-2"));
    assertEquals("丙", after.unit("A-2").orElseThrow().cell());
    assertEquals(FindingCode.ACROSS_AREAS, refused(PLAN, transfer("丁", "A-2")).code());
    assertEquals(FindingCode.CELL_EMPTIED, refused(PLAN, transfer("甲", "A-5")).code());
    assertEquals(FindingCode.PLAN_PART_UNKNOWN, refused(PLAN, transfer("戊", "A-5")).code());
    assertEquals(FindingCode.PLAN_PART_UNKNOWN, refused(PLAN, transfer("甲", "A-9")).code());
    assertEquals(FindingCode.EDIT_IDLE, refused(PLAN, transfer("甲", "A-1")).code());
  }

  @Test
  void anExclaveIsToldOrRefusedAsThePlaceWants() {
    // A-6 lies in A-4 alone: given to 丙 it is an exclave of it.
    EditOutcome.Applied told = applied(PLAN, transfer("丙", "A-6"));
    assertEquals(FindingCode.CELL_IN_PARTS, told.findings().get(0).code());
    assertTrue(told.findings().get(0).at().isPresent());
    EditOutcome refused = transfer("丙", "A-6").applyTo(PLAN, new PlanPolicy(true));
    assertEquals(
        FindingCode.CELL_IN_PARTS,
        assertInstanceOf(EditOutcome.Refused.class, refused).findings().get(0).code());
  }

  @Test
  void cellsAreOpenedJoinedAndRenamedAndCodesNeverComeBack() {
    PlanEdit open = new PlanEdit.OpenCell("戊", "新格", PlanCell.Kind.EXCLUSIVE, List.of("A-2"));
    Plan opened = done(PLAN, open);
    assertEquals("A", opened.cell("戊").orElseThrow().areaCode());
    assertEquals(FindingCode.CODE_TAKEN, refused(opened, open).code());
    Plan joined = done(opened, new PlanEdit.JoinCells("甲", "戊"));
    assertTrue(joined.cell("戊").orElseThrow().retired());
    assertEquals(FindingCode.CODE_TAKEN, refused(joined, open).code());
    assertEquals(FindingCode.PLAN_PART_UNKNOWN, refused(joined, transfer("戊", "A-1")).code());
    assertEquals(FindingCode.ACROSS_AREAS, refused(PLAN, new PlanEdit.JoinCells("丁", "甲")).code());
    Plan renamed = done(PLAN, new PlanEdit.Rename("甲", "东门网格"));
    assertEquals("东门网格", renamed.cell("甲").orElseThrow().name());
  }

  @Test
  void whatIsLockedStays() {
    Plan locked = done(PLAN, new PlanEdit.LockCell("甲", true));
    assertEquals(FindingCode.CELL_LOCKED, refused(locked, transfer("乙", "A-1")).code());
    assertEquals(FindingCode.CELL_LOCKED, refused(locked, transfer("甲", "A-5")).code());
    assertEquals(FindingCode.CELL_LOCKED, refused(locked, new PlanEdit.Rename("甲", "别名")).code());
    assertEquals(
        FindingCode.CELL_LOCKED,
        refused(locked, move(locked, "A-1", "A-4", 10, 10, 11, 12)).code());
    done(locked, insert(locked, "A-4", "A-5", 10, 10, 11, 15));
    assertArrayEquals(
        PlanBytes.of(PLAN), PlanBytes.of(done(locked, new PlanEdit.LockCell("甲", false))));
    String arc = between(PLAN, "A-1", "A-2");
    Plan held = done(PLAN, new PlanEdit.LockArc(arc, true));
    assertEquals(
        FindingCode.BORDER_LOCKED, refused(held, insert(held, "A-1", "A-2", 10, 0, 11, 5)).code());
  }

  @Test
  void aUnitIsCutByALine() {
    Plan bent = done(PLAN, insert(PLAN, "A-1", PlanArc.OUTSIDE, 0, 0, 5, 0));
    EditOutcome.Applied cut =
        applied(bent, new PlanEdit.SplitUnit("A-1", List.of(at(5, 0), at(5, 10))));
    assertUnit(cut.plan(), "A-1.1", "POLYGON((0 0,5 0,5 10,0 10,0 0))");
    assertUnit(cut.plan(), "A-1.2", "POLYGON((5 0,10 0,10 10,5 10,5 0))");
    assertEquals("A-1.1", cut.plan().building("楼2").orElseThrow().unit());
    assertEquals(List.of(), PlanCheck.of(cut.plan()));
    Plan joined = done(cut.plan(), new PlanEdit.JoinUnits(List.of("A-1.2", "A-1.1")));
    assertUnit(joined, "A-1.2", "POLYGON((0 0,5 0,10 0,10 10,5 10,0 10,0 0))");
    // The island stays with the part around it.
    Plan top = done(PLAN, new PlanEdit.SplitUnit("A-4", List.of(at(10, 10), at(3, 13), at(0, 20))));
    assertEquals("A-4.2", other(top, "A-6"));
  }

  @Test
  void aLineThatDoesNotCutIsRefused() {
    for (List<GridPoint> line :
        List.of(
            List.of(at(5, 12), at(5, 20)),
            List.of(at(10, 10)),
            List.of(at(10, 10), at(10, 10)),
            List.of(at(10, 10), at(4, 14)),
            List.of(at(4, 14), at(6, 16)))) {
      assertEquals(
          FindingCode.SPLIT_LINE_WRONG,
          refused(PLAN, new PlanEdit.SplitUnit("A-4", line)).code(),
          line.toString());
    }
    // Through the island; along the border; out of the unit.
    for (List<GridPoint> line :
        List.of(
            List.of(at(10, 10), at(0, 20)),
            List.of(at(10, 10), at(10, 20)),
            List.of(at(10, 10), at(15, 15), at(10, 20)))) {
      Finding wrong = refused(PLAN, new PlanEdit.SplitUnit("A-4", line));
      assertTrue(
          List.of(FindingCode.BORDERS_MEET, FindingCode.UNIT_BROKEN).contains(wrong.code()),
          wrong.toString());
    }
  }

  @Test
  void onlyNeighboursOfOneCellAreJoined() {
    Plan joined = done(PLAN, new PlanEdit.JoinUnits(List.of("A-1", "A-2")));
    assertUnit(joined, "A-1", "POLYGON((0 0,10 0,20 0,20 10,10 10,0 10,0 0))");
    assertEquals(2, joined.buildingsOf("A-1").size());
    assertEquals(
        FindingCode.UNITS_APART,
        refused(PLAN, new PlanEdit.JoinUnits(List.of("A-2", "A-5"))).code());
    assertUnit(
        done(PLAN, new PlanEdit.JoinUnits(List.of("A-4", "A-6"))),
        "A-4",
        "POLYGON((0 10,10 10,10 20,0 20,0 10))");
    Plan apart = done(PLAN, transfer("甲", "A-6"));
    assertEquals(
        FindingCode.UNITS_APART,
        refused(apart, new PlanEdit.JoinUnits(List.of("A-1", "A-6"))).code());
  }

  @Test
  void whatWasChangedAgainIsNotTakenBack() {
    EditOutcome.Applied first = applied(PLAN, insert(PLAN, "A-1", "A-2", 10, 0, 11, 5));
    Plan second = done(first.plan(), move(first.plan(), "A-1", "A-2", 11, 5, 9, 5));
    Finding since = refused(second, new PlanEdit.Undo(first.diff()));
    assertEquals(FindingCode.CHANGED_SINCE, since.code());
    assertTrue(since.at().isPresent());
    // Taking back the taking back does it again.
    EditOutcome.Applied back = applied(first.plan(), new PlanEdit.Undo(first.diff()));
    assertEquals(first.plan().digest(), done(back.plan(), new PlanEdit.Undo(back.diff())).digest());
  }

  @Test
  void editsMeetInWhatTheyChangeAndNotInWhatTheyShare() {
    Touched left = touched(insert(PLAN, "A-1", "A-2", 10, 0, 11, 5));
    Touched above = touched(insert(PLAN, "A-1", "A-4", 0, 10, 5, 9));
    assertTrue(left.isIndependentOf(above), "two borders of one unit");
    assertTrue(left.isIndependentOf(touched(transfer("丙", "A-2"))), "a border and the cell beside");
    assertTrue(
        touched(transfer("丙", "A-2")).isIndependentOf(touched(transfer("丙", "A-1"))),
        "two units into one cell");
    assertTrue(left.isIndependentOf(touched(new PlanEdit.Rename("甲", "东门"))));
    Touched junction = touched(move(PLAN, "A-1", "A-2", 10, 10, 11, 12));
    PlanKey arc = new PlanKey(PlanKey.Kind.ARC, between(PLAN, "A-1", "A-2"));
    assertEquals(Set.of(arc), left.meeting(junction), "a border and its junction");
    assertEquals(
        Set.of(new PlanKey(PlanKey.Kind.LOCK, "甲")),
        left.meeting(touched(new PlanEdit.LockCell("甲", true))));
    assertTrue(
        touched(new PlanEdit.JoinCells("甲", "丙"))
            .meeting(touched(transfer("丙", "A-2")))
            .contains(new PlanKey(PlanKey.Kind.MEMBERS, "丙")),
        "all units of a cell, and one more");
    for (PlanKey key : junction.reads()) {
      assertEquals(key, PlanKey.parse(key.text()));
    }
  }

  @Test
  void whatPassesAloneButNotTogetherIsRefusedInEitherOrder() {
    // The two borders of A-5 would cross in its middle.
    PlanEdit west = insert(PLAN, "A-4", "A-5", 10, 10, 18, 12);
    PlanEdit south = insert(PLAN, "A-2", "A-5", 10, 10, 15, 18);
    assertTrue(touched(west).isIndependentOf(touched(south)));
    assertEquals(FindingCode.BORDERS_MEET, refused(done(PLAN, west), south).code());
    assertEquals(FindingCode.BORDERS_MEET, refused(done(PLAN, south), west).code());
    // The last two units of a cell.
    assertEquals(
        FindingCode.CELL_EMPTIED,
        refused(done(PLAN, transfer("乙", "A-1")), transfer("丙", "A-2")).code());
  }

  private static Touched touched(PlanEdit edit) {
    return applied(PLAN, edit).touched();
  }

  private static String other(Plan plan, String island) {
    return plan.arcsOf(island).get(0).beyond(island);
  }

  private static PlanComparison.Row row(PlanComparison comparison, String cell) {
    return comparison.rows().stream().filter(r -> r.cell().equals(cell)).findFirst().orElseThrow();
  }

  private static void assertUnit(Plan plan, String unit, String wkt) {
    assertTrue(
        PlanMosaic.polygon(plan, unit).equalsTopo(DrawnPlan.shape(wkt)),
        () -> unit + ": " + PlanMosaic.polygon(plan, unit));
  }
}
