package onegrid.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.plan.BorderChanges.Segment;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Looks at a whole plan, without trust in how it came about: before it is handed on, and after
 * trials.
 *
 * <p>Cost: O(n log n) in the number of vertices; about a second for 300,000.
 */
public final class PlanCheck {
  private final Plan plan;
  private final List<Finding> findings = new ArrayList<>();

  private PlanCheck(Plan plan) {
    this.plan = plan;
  }

  /** Everything that is wrong with a plan; cells in several parts are told as warnings. */
  public static List<Finding> of(Plan plan) {
    PlanCheck check = new PlanCheck(plan);
    check.bordersMeetInJunctionsOnly();
    plan.units().forEach(check::unit);
    plan.cells().forEach(check::cell);
    plan.buildings().forEach(check::building);
    plan.compounds().forEach(check::building);
    return check.findings;
  }

  private record Step(Segment segment, PlanArc arc) {}

  private void bordersMeetInJunctionsOnly() {
    STRtree tree = new STRtree();
    List<Step> steps = new ArrayList<>();
    Map<GridPoint, String> innerVertices = new HashMap<>();
    for (PlanArc arc : plan.arcs()) {
      GridLine line = arc.line();
      for (int i = 0; i + 1 < line.size(); i++) {
        Step step = new Step(Segment.of(line.point(i), line.point(i + 1)), arc);
        steps.add(step);
        tree.insert(box(step.segment), step);
        if (i > 0 && innerVertices.put(line.point(i), arc.id()) != null) {
          tell(FindingCode.BORDERS_MEET, arc.id(), line.point(i), "两段界线相碰", "borders touch");
        }
      }
    }
    for (PlanArc arc : plan.arcs()) {
      for (GridPoint end : List.of(arc.line().first(), arc.line().last())) {
        if (innerVertices.containsKey(end)) {
          tell(FindingCode.BORDERS_MEET, arc.id(), end, "两段界线相碰", "borders touch");
        }
      }
    }
    for (Step step : steps) {
      for (Object found : tree.query(box(step.segment))) {
        Segment s = step.segment;
        Segment t = ((Step) found).segment;
        if (found != step
            && Segments.meet(
                s.from().x(),
                s.from().y(),
                s.to().x(),
                s.to().y(),
                t.from().x(),
                t.from().y(),
                t.to().x(),
                t.to().y())) {
          tell(FindingCode.BORDERS_MEET, step.arc.id(), s.from(), "界线交叉", "borders cross");
        }
      }
    }
  }

  private static Envelope box(Segment s) {
    return new Envelope(s.from().x(), s.to().x(), s.from().y(), s.to().y());
  }

  private void unit(PlanUnit unit) {
    if (plan.arcsOf(unit.id()).isEmpty()) {
      tell(FindingCode.UNIT_BROKEN, unit.id(), null, "单元没有界线", "no borders");
      return;
    }
    FaceRings rings = FaceRings.of(plan, unit.id());
    for (WholeShape whole : plan.wholesOf(unit.id())) {
      if (!rings.covers(whole.inside().x(), whole.inside().y())) {
        outside(whole);
      } else if (whole instanceof PlanCompound
          && !EditRules.isWhole(whole, plan.arcsOf(unit.id()))) {
        tell(FindingCode.COMPOUND_CUT, whole.id(), whole.inside(), "小区被切开", "compound cut");
      }
    }
    FaceCheck.problem(rings)
        .ifPresent(at -> tell(FindingCode.UNIT_BROKEN, unit.id(), at, "单元图形不成立", "not one piece"));
    Optional<PlanCell> cell = plan.cell(unit.cell()).filter(c -> !c.retired());
    GridPoint at = plan.arcsOf(unit.id()).get(0).line().first();
    if (cell.isEmpty()) {
      tell(FindingCode.PLAN_PART_UNKNOWN, unit.id(), at, "单元不属任何网格", "in no cell");
    } else if (!cell.get().areaCode().equals(unit.areaCode())) {
      tell(FindingCode.ACROSS_AREAS, unit.id(), at, "网格跨社区", "a cell across communities");
    }
  }

  private void cell(PlanCell cell) {
    List<PlanUnit> units = plan.unitsOf(cell.id());
    if (cell.retired() != units.isEmpty()) {
      tell(FindingCode.CELL_EMPTIED, cell.id(), null, "网格没有单元", "no units");
    }
    List<List<PlanUnit>> parts = CellParts.of(plan, cell.id());
    if (parts.size() > 1) {
      GridPoint at = plan.arcsOf(parts.get(parts.size() - 1).get(0).id()).get(0).line().first();
      tell(
          FindingCode.CELL_IN_PARTS,
          cell.id(),
          at,
          "网格 " + cell.id() + " 分成 " + parts.size() + " 块（飞地）",
          "cell " + cell.id() + " lies in " + parts.size() + " parts");
    }
  }

  private void building(WholeShape building) {
    if (plan.unit(building.unit()).isEmpty()) {
      outside(building);
    }
  }

  private void outside(WholeShape building) {
    tell(
        FindingCode.BUILDING_OUTSIDE,
        building.id(),
        building.inside(),
        "楼栋不在其单元内",
        "not in its unit");
  }

  private void tell(FindingCode code, String id, @Nullable GridPoint at, String zh, String en) {
    findings.add(
        new Finding(
            code,
            "",
            id,
            0,
            Optional.ofNullable(at).map(GridPoint::spot),
            new Words(zh, en),
            Words.NONE));
  }
}
