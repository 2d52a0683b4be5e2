package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onegrid.finding.Finding;
import onegrid.finding.Severity;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import onegrid.plan.EditOutcome;
import onegrid.plan.Plan;
import onegrid.plan.PlanBytes;
import onegrid.plan.PlanCheck;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanEdit;
import onegrid.plan.PlanMosaic;
import onegrid.plan.PlanPolicy;
import onegrid.plan.PlanStart;
import onegrid.plan.RandomEdits;
import onegrid.plan.StartCells;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;

/** Plans on what merges give, with everything that a made-up district has of crooked borders. */
class PlanOnMergeTest {
  private static final int DISTRICTS = 12;
  private static final int EDITS = 60;

  @Test
  void aPlanStartsAsTheMergeEnds() {
    for (long seed = 1; seed <= DISTRICTS; seed++) {
      String what = "seed " + seed;
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      Mosaic merged = Districts.merge(input).mosaic();
      Plan plan = plan(input, merged);
      assertSound(what, plan);
      Mosaic again = PlanMosaic.of(plan);
      assertEquals(merged.units().size(), again.units().size(), what);
      assertEquals(merged.arcs().size(), again.arcs().size(), what);
      for (BasicUnit unit : again.units()) {
        BasicUnit was =
            merged.units().stream().filter(u -> u.id().equals(unit.id())).findFirst().orElseThrow();
        assertTrue(was.polygon().equalsTopo(unit.polygon()), what + ": " + unit.id());
        assertEquals(was.areaSquareMetres(), unit.areaSquareMetres(), 1e-6, what);
      }
    }
  }

  @Test
  void editsOfItAreSoundAndCanBeTakenBack() {
    int done = 0;
    for (long seed = 1; seed <= DISTRICTS; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      Plan plan = plan(input, Districts.merge(input).mosaic());
      RandomEdits wishes = new RandomEdits(new Random(seed));
      List<PlanDiff> diffs = new ArrayList<>();
      for (int i = 0; i < EDITS; i++) {
        PlanEdit edit = wishes.next(plan, diffs);
        if (edit.applyTo(plan, PlanPolicy.USUAL) instanceof EditOutcome.Applied applied) {
          String what = "seed " + seed + ", edit " + i + " " + edit;
          EditOutcome.Applied back =
              assertInstanceOf(
                  EditOutcome.Applied.class,
                  new PlanEdit.Undo(applied.diff()).applyTo(applied.plan(), PlanPolicy.USUAL),
                  what);
          assertArrayEquals(PlanBytes.of(plan), PlanBytes.of(back.plan()), what);
          diffs.add(applied.diff());
          plan = applied.plan();
          done++;
        }
      }
      assertSound("seed " + seed, plan);
    }
    assertTrue(done > DISTRICTS * EDITS / 5, done + " done");
  }

  private static Plan plan(MergeInput input, Mosaic mosaic) {
    return PlanStart.of(
        Districts.FRAME, mosaic, StartCells.ofLayer(mosaic, 0), input.whole(), List.of());
  }

  private static void assertSound(String what, Plan plan) {
    List<Finding> wrong =
        PlanCheck.of(plan).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    assertEquals(List.of(), wrong, what);
  }
}
