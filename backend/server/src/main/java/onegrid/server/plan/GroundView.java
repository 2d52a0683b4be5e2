package onegrid.server.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.plan.GridLine;
import onegrid.plan.Plan;
import onegrid.plan.PlanArc;
import onegrid.plan.PlanBuilding;
import onegrid.plan.PlanCell;
import onegrid.plan.PlanUnit;
import onegrid.server.frame.FrameShapes;
import org.jspecify.annotations.Nullable;

/**
 * The ground of a plan in the manner of TopoJSON: every border once, its points as whole steps from
 * the one before, the first from {@code transform.translate}.
 *
 * @param epsg the frame of {@code cells} coordinates
 * @param transform step times scale plus translate is the coordinate
 * @param buildings left out unless asked for
 */
record GroundView(
    long id,
    long lastSeq,
    String digest,
    int epsg,
    Transform transform,
    List<ArcView> arcs,
    List<UnitView> units,
    List<CellView> cells,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<BuildingView> buildings) {

  /** Two numbers each: for x or longitude, for y or latitude. */
  record Transform(List<Double> scale, List<Double> translate) {}

  /**
   * @param left index of the unit on its left, -1 for none that is listed
   * @param right index of the unit on its right, -1 for none that is listed
   */
  record ArcView(
      String id, int left, int right, PlanArc.Hold hold, boolean locked, List<Long> line) {}

  /**
   * @param cell index of its cell
   */
  record UnitView(
      String id,
      String areaCode,
      int cell,
      int buildings,
      int households,
      int people,
      double areaSquareMetres) {}

  record CellView(
      String id,
      String name,
      PlanCell.Kind kind,
      String areaCode,
      boolean locked,
      boolean retired) {}

  /**
   * @param unit index of its unit
   * @param at its inside point, from {@code translate}
   */
  record BuildingView(String id, int unit, List<Long> at, int households, int people) {}

  /**
   * The ground of a plan.
   *
   * @param area only the units of this community with the borders around them
   * @param inDegrees whether steps are billionths of a degree instead of centimetres
   */
  static GroundView of(
      onegrid.store.Plan row,
      Plan plan,
      Optional<String> area,
      boolean inDegrees,
      boolean withBuildings) {
    Steps steps = Steps.of(plan.epsgCode(), inDegrees);
    List<CellView> cells = new ArrayList<>();
    Map<String, Integer> cellIndex = new HashMap<>();
    for (PlanCell c : plan.cells()) {
      if (area.isEmpty() || area.get().equals(c.areaCode())) {
        cellIndex.put(c.id(), cells.size());
        cells.add(new CellView(c.id(), c.name(), c.kind(), c.areaCode(), c.locked(), c.retired()));
      }
    }
    List<UnitView> units = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    for (PlanUnit u : plan.units()) {
      if (area.isEmpty() || area.get().equals(u.areaCode())) {
        index.put(u.id(), units.size());
        units.add(unit(u, plan, cellIndex));
      }
    }
    List<PlanArc> drawn =
        plan.arcs().stream()
            .filter(a -> index.containsKey(a.left()) || index.containsKey(a.right()))
            .toList();
    List<long[]> lines = drawn.stream().map(a -> steps.line(a.line())).toList();
    steps.settle(lines);
    List<ArcView> arcs = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      PlanArc a = drawn.get(i);
      arcs.add(
          new ArcView(
              a.id(),
              index.getOrDefault(a.left(), -1),
              index.getOrDefault(a.right(), -1),
              a.hold(),
              a.locked(),
              steps.deltas(lines.get(i))));
    }
    return new GroundView(
        row.id(),
        row.lastSeq(),
        row.digest(),
        plan.epsgCode(),
        steps.transform(),
        arcs,
        units,
        cells,
        withBuildings ? buildings(plan, index, steps) : null);
  }

  private static UnitView unit(PlanUnit u, Plan plan, Map<String, Integer> cellIndex) {
    List<PlanBuilding> buildings = plan.buildingsOf(u.id());
    return new UnitView(
        u.id(),
        u.areaCode(),
        cellIndex.getOrDefault(u.cell(), -1),
        buildings.size(),
        buildings.stream().mapToInt(PlanBuilding::households).sum(),
        buildings.stream().mapToInt(PlanBuilding::people).sum(),
        plan.doubledArea(u.id()) / 20_000.0);
  }

  private static List<BuildingView> buildings(Plan plan, Map<String, Integer> index, Steps steps) {
    return plan.buildings().stream()
        .filter(b -> index.containsKey(b.unit()))
        .map(
            b ->
                new BuildingView(
                    b.id(),
                    index.getOrDefault(b.unit(), -1),
                    steps
                        .deltas(
                            steps.line(
                                GridLine.of(
                                    b.inside().x(),
                                    b.inside().y(),
                                    b.inside().x(),
                                    b.inside().y())))
                        .subList(0, 2),
                    b.households(),
                    b.people()))
        .toList();
  }

  /** Turns points into whole steps. */
  private static final class Steps {
    private static final double BILLIONTH = 1e-9;

    private final @Nullable FrameShapes frame;
    private final double scale;
    private long west;
    private long south;

    private Steps(@Nullable FrameShapes frame, double scale) {
      this.frame = frame;
      this.scale = scale;
    }

    static Steps of(int epsgCode, boolean inDegrees) {
      return inDegrees
          ? new Steps(FrameShapes.of(new LocalFrame(epsgCode)), BILLIONTH)
          : new Steps(null, LocalFrame.CELL_METRES);
    }

    long[] line(GridLine line) {
      int[] xy = line.toArray();
      long[] steps = new long[xy.length];
      if (frame == null) {
        for (int i = 0; i < xy.length; i++) {
          steps[i] = xy[i];
        }
        return steps;
      }
      double[] points = new double[xy.length];
      for (int i = 0; i < xy.length; i++) {
        points[i] = LocalFrame.toMetres(xy[i]);
      }
      frame.gate().toDegrees(points);
      for (int i = 0; i < xy.length; i++) {
        steps[i] = Math.round(points[i] / BILLIONTH);
      }
      return steps;
    }

    /** Counts from the south-west corner of some lines. */
    void settle(List<long[]> lines) {
      west = Long.MAX_VALUE;
      south = Long.MAX_VALUE;
      for (long[] line : lines) {
        for (int i = 0; i < line.length; i += 2) {
          west = Math.min(west, line[i]);
          south = Math.min(south, line[i + 1]);
        }
      }
      if (lines.isEmpty()) {
        west = 0;
        south = 0;
      }
    }

    List<Long> deltas(long[] line) {
      List<Long> deltas = new ArrayList<>(line.length);
      for (int i = 0; i < line.length; i++) {
        deltas.add(line[i] - (i >= 2 ? line[i - 2] : i == 0 ? west : south));
      }
      return deltas;
    }

    Transform transform() {
      return new Transform(List.of(scale, scale), List.of(west * scale, south * scale));
    }
  }
}
