package onegrid.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.merge.Claim;
import onegrid.merge.ConflictKind;
import onegrid.merge.MergeRule;
import onegrid.plan.GridLine;
import onegrid.plan.Plan;
import onegrid.plan.PlanArc;
import onegrid.plan.PlanCell;
import onegrid.plan.PlanUnit;
import onegrid.server.frame.FrameShapes;
import onegrid.store.LonLat;
import onegrid.store.MosaicConflict;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

/** A conflict goes with a version as long as its answer stands there. */
class CarriedConflictsTest {
  private static final int WEST = 52_132_800;
  private static final int SOUTH = 388_205_800;
  private static final FrameShapes FRAME = FrameShapes.of(new LocalFrame(4548));

  /** One square of ten metres that the first layer calls 甲 and the second nothing. */
  private static final Plan PLAN =
      Plan.of(
          4548,
          List.of(
              new PlanCell("1", "一", PlanCell.Kind.BASE, "A", false, false),
              new PlanUnit("A-1", "A", "1", List.of(Optional.of("甲"), Optional.empty())),
              new PlanArc(
                  "0",
                  GridLine.of(
                      WEST,
                      SOUTH,
                      WEST + 1000,
                      SOUTH,
                      WEST + 1000,
                      SOUTH + 1000,
                      WEST,
                      SOUTH + 1000,
                      WEST,
                      SOUTH),
                  "A-1",
                  PlanArc.OUTSIDE,
                  PlanArc.Hold.AREA,
                  1,
                  false)));

  @Test
  void whatThePlanAnswersOtherwiseIsSettled() {
    CarriedConflicts conflicts = CarriedConflicts.of(PLAN, List.of("综治", "党建"), FRAME);
    conflicts.accept(conflict(7, 500, List.of(new Claim("综治", "甲"))));
    conflicts.accept(conflict(8, 500, List.of(new Claim("综治", "乙"))));
    conflicts.accept(conflict(9, 500, List.of(new Claim("综治", "甲"), new Claim("党建", "丙"))));
    conflicts.accept(conflict(10, 5000, List.of(new Claim("综治", "甲"))));
    conflicts.accept(conflict(11, 500, List.of()));
    assertEquals(List.of(1, 2), conflicts.carried().stream().map(MosaicConflict::id).toList());
    assertEquals(
        List.of(List.of(new Claim("综治", "甲")), List.of()),
        conflicts.carried().stream().map(MosaicConflict::givenTo).toList());
    assertEquals(3, conflicts.settled());
  }

  private static MosaicConflict conflict(int id, int east, List<Claim> givenTo) {
    double[] at = {LocalFrame.toMetres(WEST + east), LocalFrame.toMetres(SOUTH + 500)};
    FRAME.gate().toDegrees(at);
    return new MosaicConflict(
        id,
        ConflictKind.OVERLAP,
        "综治",
        "A",
        new GeometryFactory().createPolygon(),
        new LonLat(at[0], at[1]),
        1,
        1,
        0,
        0,
        0,
        List.of(new Claim("综治", "甲"), new Claim("综治", "乙")),
        MergeRule.MIDDLE_LINE,
        givenTo);
  }
}
