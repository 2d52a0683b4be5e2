package onegrid.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onegrid.geo.LocalFrame;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * 对照表: where the buildings and the ground of each cell of one plan are in another of the same
 * ground. Buildings and people are exact: every old cell's rows sum to what it held. Ground is
 * exact where units are as they were, else to a square centimetre.
 *
 * <p>Cost: the units that are different, each with those that it lies on.
 */
public final class CellCrosswalk {
  /** Less ground than this without a building is what rounding leaves. */
  private static final double LEAST_SQUARE_METRES = 0.01;

  private final Plan was;
  private final Plan now;
  private final Map<String, Map<String, Sums>> rows = new TreeMap<>();

  /** What became of an old cell. */
  public enum Fate {
    /** All of it is in the cell of that code, and nothing else. */
    SAME,
    /** All of it is a cell of another code, and nothing else. */
    RENAMED,
    /** All of it is part of another cell. */
    ABSORBED,
    /** It is in several cells, and its code is no more. */
    SPLIT,
    /** Its code is still there, with more or with less. */
    RESHAPED
  }

  /**
   * One old cell in one new one.
   *
   * @param share of the old cell's people, or of its ground where nobody lives
   */
  public record Row(
      String from,
      String to,
      Fate fate,
      double areaSquareMetres,
      int buildings,
      int households,
      int people,
      double share) {}

  private static final class Sums {
    double squareMetres;
    int buildings;
    int households;
    int people;
  }

  private CellCrosswalk(Plan was, Plan now) {
    this.was = was;
    this.now = now;
  }

  /** All rows, by old code, then by new code. */
  public static List<Row> of(Plan was, Plan now) {
    CellCrosswalk crosswalk = new CellCrosswalk(was, now);
    crosswalk.buildings();
    crosswalk.ground();
    return crosswalk.list();
  }

  private Sums sums(String from, String to) {
    return rows.computeIfAbsent(from, code -> new TreeMap<>())
        .computeIfAbsent(to, code -> new Sums());
  }

  private void buildings() {
    for (PlanBuilding building : was.buildings()) {
      Optional<String> from = was.unit(building.unit()).map(PlanUnit::cell);
      Optional<String> to =
          now.building(building.id()).flatMap(b -> now.unit(b.unit())).map(PlanUnit::cell);
      if (from.isPresent() && to.isPresent()) {
        Sums sums = sums(from.get(), to.get());
        sums.buildings++;
        sums.households += building.households();
        sums.people += building.people();
      }
    }
  }

  private record Ground(String cell, Polygon polygon) {}

  private void ground() {
    STRtree changed = new STRtree();
    for (PlanUnit unit : now.units()) {
      if (!isAsItWas(unit.id())) {
        Polygon polygon = PlanMosaic.polygon(now, unit.id());
        changed.insert(polygon.getEnvelopeInternal(), new Ground(unit.cell(), polygon));
      }
    }
    for (PlanUnit unit : was.units()) {
      if (isAsItWas(unit.id())) {
        String to = now.unit(unit.id()).orElseThrow().cell();
        sums(unit.cell(), to).squareMetres += squareMetres(was.doubledArea(unit.id()));
        continue;
      }
      Polygon polygon = PlanMosaic.polygon(was, unit.id());
      Envelope box = polygon.getEnvelopeInternal();
      for (Object found : changed.query(box)) {
        Ground other = (Ground) found;
        double common =
            OverlayNGRobust.overlay(polygon, other.polygon, OverlayNG.INTERSECTION).getArea();
        if (common >= LEAST_SQUARE_METRES) {
          sums(unit.cell(), other.cell).squareMetres += common;
        }
      }
    }
  }

  /** Whether a unit is bounded by the very same lines. */
  private boolean isAsItWas(String unit) {
    return was.unit(unit).isPresent()
        && now.unit(unit).isPresent()
        && lines(was, unit).equals(lines(now, unit));
  }

  private static Set<GridLine> lines(Plan plan, String unit) {
    Set<GridLine> lines = new HashSet<>();
    plan.arcsOf(unit).forEach(arc -> lines.add(arc.line()));
    return lines;
  }

  private static double squareMetres(long doubledCells) {
    return doubledCells / 2.0 * LocalFrame.CELL_METRES * LocalFrame.CELL_METRES;
  }

  private List<Row> list() {
    Map<String, Integer> sources = new TreeMap<>();
    rows.values().forEach(to -> to.keySet().forEach(cell -> sources.merge(cell, 1, Integer::sum)));
    List<Row> list = new ArrayList<>();
    rows.forEach(
        (from, targets) -> {
          Fate fate = fate(from, targets.keySet(), sources);
          int people = targets.values().stream().mapToInt(sums -> sums.people).sum();
          double ground = targets.values().stream().mapToDouble(sums -> sums.squareMetres).sum();
          targets.forEach(
              (to, sums) ->
                  list.add(
                      new Row(
                          from,
                          to,
                          fate,
                          sums.squareMetres,
                          sums.buildings,
                          sums.households,
                          sums.people,
                          people > 0
                              ? (double) sums.people / people
                              : ground > 0 ? sums.squareMetres / ground : 1)));
        });
    return list;
  }

  private static Fate fate(String from, Set<String> targets, Map<String, Integer> sources) {
    if (targets.size() > 1) {
      return targets.contains(from) ? Fate.RESHAPED : Fate.SPLIT;
    }
    String to = targets.iterator().next();
    boolean alone = sources.getOrDefault(to, 0) == 1;
    if (to.equals(from)) {
      return alone ? Fate.SAME : Fate.RESHAPED;
    }
    return alone ? Fate.RENAMED : Fate.ABSORBED;
  }
}
