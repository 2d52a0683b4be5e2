package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import onegrid.layer.DepartmentLayer;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;

/** What a merge says about itself: why a tolerance, how far, how long, how much. */
class MergeReportTest {
  private static final MergePolicy AUTOMATIC = new MergePolicy(OptionalDouble.empty(), 2);

  /** A hundred blocks of a hundred metres, every corner off by a given step in turn. */
  private static DepartmentLayer blocks(String name, double off, double east) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        cells.add(name + i + j);
        cells.add(
            "POLYGON ((%s, %s, %s, %s, %s))"
                .formatted(
                    corner(i, j, off, east),
                    corner(i + 1, j, off, east),
                    corner(i + 1, j + 1, off, east),
                    corner(i, j + 1, off, east),
                    corner(i, j, off, east)));
      }
    }
    return Districts.layer(name, cells.toArray(new String[0]));
  }

  private static String corner(int i, int j, double off, double east) {
    double dx = ((i * 7 + j * 3) % 5 - 2) * off / 2;
    double dy = ((i * 3 + j * 7) % 5 - 2) * off / 2;
    return (100 * i + dx + east) + " " + (100 * j + dy);
  }

  private static UnifiedGround merge(MergePolicy policy, DepartmentLayer... layers) {
    return GridMerge.merge(
        new MergeInput(Districts.FRAME, Optional.empty(), Arrays.asList(layers), List.of()),
        policy,
        MergeProgress.SILENT);
  }

  @Test
  void aToleranceComesWithTheDistancesItRestsOn() {
    LayerEvidence evidence =
        merge(AUTOMATIC, blocks("甲", 0, 0), blocks("乙", 4, 0)).report().evidence().get(1);
    assertEquals("乙", evidence.layer());
    assertEquals(LayerEvidence.ToleranceReason.FOUND, evidence.tolerance());
    assertTrue(evidence.sameBorder() >= 350 && evidence.sameBorder() <= evidence.near());
    assertTrue(evidence.near() <= evidence.samples() && evidence.samples() == 400);
    assertTrue(evidence.medianMetres() <= evidence.p90Metres(), evidence.toString());
    assertTrue(evidence.p90Metres() <= evidence.p98Metres(), evidence.toString());
    // Corners are off by 0, 2 or 4 m each way, so their distances to the lines are that, too.
    assertEquals(4, evidence.p98Metres(), 0.2, evidence.toString());
  }

  @Test
  void aToleranceThatMeetsABoundSaysSo() {
    List<LayerEvidence> same =
        merge(AUTOMATIC, blocks("甲", 0, 0), blocks("乙", 0, 0)).report().evidence();
    assertEquals(LayerEvidence.ToleranceReason.NOTHING_NEAR, same.get(0).tolerance());
    assertEquals(LayerEvidence.ToleranceReason.AT_LEAST, same.get(1).tolerance());
    List<LayerEvidence> far =
        merge(AUTOMATIC, blocks("甲", 0, 0), blocks("乙", 28, 0)).report().evidence();
    assertEquals(LayerEvidence.ToleranceReason.AT_MOST, far.get(1).tolerance());
    LayerEvidence given =
        merge(new MergePolicy(OptionalDouble.of(3), 1), blocks("甲", 0, 0), blocks("乙", 4, 0))
            .report()
            .evidence()
            .get(1);
    assertEquals(LayerEvidence.ToleranceReason.GIVEN, given.tolerance());
    assertEquals(4, given.p98Metres(), 0.2, "what the data say is still told");
  }

  @Test
  void aShiftIsToldWhetherUndoneOrNot() {
    UnifiedGround ground = merge(AUTOMATIC, blocks("甲", 1, 0), blocks("乙", 1, 5));
    LayerEvidence evidence = ground.report().evidence().get(1);
    assertEquals(LayerEvidence.ShiftReason.UNDONE, evidence.shift());
    assertEquals(5, evidence.foundEastMetres(), 0.05);
    assertEquals(5, ground.report().layers().get(1).shiftEastMetres(), 0.05);
    UnifiedGround little = merge(AUTOMATIC, blocks("甲", 1, 0), blocks("乙", 1, 0.1));
    assertEquals(LayerEvidence.ShiftReason.NONE, little.report().evidence().get(1).shift());
    assertEquals(0.1, little.report().evidence().get(1).foundEastMetres(), 0.05);
    assertEquals(0, little.report().layers().get(1).shiftEastMetres());
    assertEquals(LayerEvidence.ShiftReason.UNCLEAR, little.report().evidence().get(0).shift());
  }

  @Test
  void everyLayerTellsItsLargestAndItsUsualMovement() {
    for (long seed = 1; seed <= 10; seed++) {
      MergeReport report = Districts.merge(Districts.input(SmallDistrict.of(seed))).report();
      for (MergeReport.LayerReport layer : report.layers()) {
        assertTrue(layer.p99MovementMetres() <= layer.largestMovementMetres(), layer.toString());
      }
      MergeReport.LayerReport area = report.layers().get(0);
      assertTrue(area.largestMovementMetres() <= 0.0072, area.toString());
      assertEquals(report.layers().size() - 1, report.evidence().size());
    }
  }

  @Test
  void everyPhaseTellsItsTimeAndItsMemory() {
    UnifiedGround ground = Districts.merge(Districts.input(SmallDistrict.of(2)));
    assertEquals(
        List.of(MergePhase.values()),
        ground.report().phases().stream().map(MergeReport.PhaseReport::phase).toList());
    for (MergeReport.PhaseReport phase : ground.report().phases()) {
      assertTrue(phase.cpuSeconds() > 0 && phase.wallSeconds() > 0, phase.toString());
      assertTrue(phase.peakHeapBytes() > 100_000, phase.toString());
    }
  }
}
