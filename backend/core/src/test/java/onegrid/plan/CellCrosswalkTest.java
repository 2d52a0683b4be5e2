package onegrid.plan;

import static onegrid.plan.DrawnEdits.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import onegrid.plan.CellCrosswalk.Fate;
import onegrid.plan.CellCrosswalk.Row;
import org.junit.jupiter.api.Test;

/** Where old cells went. */
class CellCrosswalkTest {
  private static final Plan PLAN =
      new DrawnPlan()
          .unit("A-1", "甲", "POLYGON((0 0,10 0,10 10,0 10,0 0))")
          .unit("A-2", "甲", "POLYGON((10 0,20 0,20 10,10 10,10 0))")
          .unit("A-3", "乙", "POLYGON((20 0,30 0,30 10,20 10,20 0))")
          .unit("A-4", "丙", "POLYGON((30 0,40 0,40 10,30 10,30 0))")
          .building("楼1", 30, "POLYGON((12 3,14 3,14 6,12 6,12 3))")
          .building("楼2", 60, "POLYGON((2 3,4 3,4 6,2 6,2 3))")
          .plan();

  @Test
  void everyFateIsTold() {
    assertEquals(
        Map.of("甲", Fate.SAME, "乙", Fate.SAME, "丙", Fate.SAME),
        fates(CellCrosswalk.of(PLAN, PLAN)));
    Plan absorbed = done(PLAN, new PlanEdit.JoinCells("甲", "乙"));
    assertEquals(
        Map.of("甲", Fate.RESHAPED, "乙", Fate.ABSORBED, "丙", Fate.SAME),
        fates(CellCrosswalk.of(PLAN, absorbed)));
    Plan opened =
        done(
            done(PLAN, new PlanEdit.OpenCell("丁", "丁", PlanCell.Kind.BASE, List.of("A-1"))),
            new PlanEdit.JoinCells("乙", "甲"));
    Plan renamed =
        done(
            done(PLAN, new PlanEdit.OpenCell("丁", "丁", PlanCell.Kind.BASE, List.of("A-1"))),
            new PlanEdit.JoinCells("丁", "甲"));
    assertEquals(Fate.RENAMED, fates(CellCrosswalk.of(PLAN, renamed)).get("甲"));
    List<Row> rows = CellCrosswalk.of(PLAN, opened);
    assertEquals(Map.of("甲", Fate.SPLIT, "乙", Fate.RESHAPED, "丙", Fate.SAME), fates(rows));
    assertEquals(
        List.of("甲>丁 60 0.67", "甲>乙 30 0.33"),
        rows.stream()
            .filter(row -> row.from().equals("甲"))
            .map(row -> "%s>%s %d %.2f".formatted(row.from(), row.to(), row.people(), row.share()))
            .toList());
  }

  @Test
  void everyOldCellSumsToItselfAfterAnyEdits() {
    for (int seed = 1; seed <= 8; seed++) {
      Plan start = PlanGround.make(seed, 6, 4);
      RandomEdits wishes = new RandomEdits(new Random(seed));
      List<PlanDiff> diffs = new ArrayList<>();
      Plan plan = start;
      for (int i = 0; i < 120; i++) {
        if (wishes.next(plan, diffs).applyTo(plan, PlanPolicy.USUAL)
            instanceof EditOutcome.Applied applied) {
          plan = applied.plan();
          diffs.add(applied.diff());
        }
      }
      List<Row> rows = CellCrosswalk.of(start, plan);
      PlanComparison was = PlanComparison.of(start, start);
      for (PlanComparison.Row cell : was.rows()) {
        PlanComparison.Sums sums = cell.before().orElseThrow();
        List<Row> own = rows.stream().filter(row -> row.from().equals(cell.cell())).toList();
        String what = "seed " + seed + ", cell " + cell.cell();
        assertEquals(sums.people(), own.stream().mapToInt(Row::people).sum(), what);
        assertEquals(sums.buildings(), own.stream().mapToInt(Row::buildings).sum(), what);
        assertEquals(
            sums.areaSquareMetres(),
            own.stream().mapToDouble(Row::areaSquareMetres).sum(),
            0.1,
            what);
        assertEquals(1, own.stream().mapToDouble(Row::share).sum(), 1e-9, what);
      }
      assertTrue(rows.size() > was.rows().size(), "something went elsewhere");
    }
  }

  private static Map<String, Fate> fates(List<Row> rows) {
    return rows.stream().collect(Collectors.toMap(Row::from, Row::fate, (a, b) -> a));
  }
}
