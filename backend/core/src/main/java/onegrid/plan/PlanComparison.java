package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onegrid.geo.LocalFrame;

/**
 * A draft beside the version it branched from, cell by cell.
 *
 * @param rows every cell of either, by code
 * @param peopleMoved people in buildings whose cell is another now
 * @param buildingsMoved those buildings
 */
public record PlanComparison(List<Row> rows, int peopleMoved, int buildingsMoved) {

  public PlanComparison {
    rows = List.copyOf(rows);
  }

  /** What a cell holds. */
  public record Sums(
      int units, int buildings, int households, int people, double areaSquareMetres, int parts) {}

  /**
   * One cell.
   *
   * @param before empty when it is new
   * @param after empty when it is retired or gone
   */
  public record Row(String cell, String name, Optional<Sums> before, Optional<Sums> after) {
    public boolean isSame() {
      return before.equals(after);
    }
  }

  /** Compares a plan with the one it began as. */
  public static PlanComparison of(Plan base, Plan now) {
    Map<String, Row> rows = new TreeMap<>();
    for (PlanCell cell : base.cells()) {
      rows.put(cell.id(), new Row(cell.id(), cell.name(), sums(base, cell), Optional.empty()));
    }
    for (PlanCell cell : now.cells()) {
      Row was = rows.get(cell.id());
      Optional<Sums> before = was == null ? Optional.empty() : was.before;
      rows.put(cell.id(), new Row(cell.id(), cell.name(), before, sums(now, cell)));
    }
    int people = 0;
    int buildings = 0;
    for (PlanBuilding building : now.buildings()) {
      boolean moved =
          base.building(building.id())
              .map(was -> !cellOf(base, was).equals(cellOf(now, building)))
              .orElse(false);
      people += moved ? building.people() : 0;
      buildings += moved ? 1 : 0;
    }
    return new PlanComparison(new ArrayList<>(rows.values()), people, buildings);
  }

  private static Optional<String> cellOf(Plan plan, PlanBuilding building) {
    return plan.unit(building.unit()).map(PlanUnit::cell);
  }

  private static Optional<Sums> sums(Plan plan, PlanCell cell) {
    if (cell.retired()) {
      return Optional.empty();
    }
    List<PlanUnit> units = plan.unitsOf(cell.id());
    int buildings = 0;
    int households = 0;
    int people = 0;
    long doubled = 0;
    for (PlanUnit unit : units) {
      for (PlanBuilding building : plan.buildingsOf(unit.id())) {
        buildings++;
        households += building.households();
        people += building.people();
      }
      doubled += plan.doubledArea(unit.id());
    }
    double squareMetres = doubled / 2.0 * LocalFrame.CELL_METRES * LocalFrame.CELL_METRES;
    return Optional.of(
        new Sums(
            units.size(),
            buildings,
            households,
            people,
            squareMetres,
            CellParts.of(plan, cell.id()).size()));
  }
}
