package onegrid.server.plan;

import java.util.List;
import java.util.Optional;
import onegrid.plan.PlanComparison;
import org.jspecify.annotations.Nullable;

/**
 * A draft beside the version it branched from, as it goes over the wire.
 *
 * @param cells those that are different
 * @param sameCells how many are not
 * @param peopleMoved people whose cell is another now
 */
record ComparisonView(List<Row> cells, int sameCells, int buildingsMoved, int peopleMoved) {

  /**
   * @param before null for a new cell
   * @param after null for a cell that is retired
   */
  record Row(String cell, String name, @Nullable Sums before, @Nullable Sums after) {}

  record Sums(
      int units, int buildings, int households, int people, double areaSquareMetres, int parts) {
    static @Nullable Sums of(Optional<PlanComparison.Sums> sums) {
      return sums.map(
              s ->
                  new Sums(
                      s.units(),
                      s.buildings(),
                      s.households(),
                      s.people(),
                      s.areaSquareMetres(),
                      s.parts()))
          .orElse(null);
    }
  }

  static ComparisonView of(PlanComparison comparison) {
    List<Row> changed =
        comparison.rows().stream()
            .filter(row -> !row.isSame())
            .map(
                row -> new Row(row.cell(), row.name(), Sums.of(row.before()), Sums.of(row.after())))
            .toList();
    return new ComparisonView(
        changed,
        comparison.rows().size() - changed.size(),
        comparison.buildingsMoved(),
        comparison.peopleMoved());
  }
}
