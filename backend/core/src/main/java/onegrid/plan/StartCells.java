package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;

/**
 * The cells that a plan starts with.
 *
 * @param cells all of them
 * @param cellOfUnit the cell of each unit, in the order of the mosaic
 */
public record StartCells(List<PlanCell> cells, List<String> cellOfUnit) {
  private static final String REST = "rest";

  public StartCells {
    cells = List.copyOf(cells);
    cellOfUnit = List.copyOf(cellOfUnit);
  }

  /** A cell for each community. */
  public static StartCells ofAreas(Mosaic mosaic) {
    return of(mosaic, unit -> Optional.empty(), "");
  }

  /**
   * The cells that one merged layer drew. A code that stands in several communities becomes a cell
   * in each, with the community before it; what the layer left unclaimed is one cell a community.
   *
   * @param layer index into {@link BasicUnit#sources}
   */
  public static StartCells ofLayer(Mosaic mosaic, int layer) {
    return of(mosaic, unit -> unit.sources().get(layer), "其余");
  }

  private interface Claim {
    Optional<String> of(BasicUnit unit);
  }

  private static StartCells of(Mosaic mosaic, Claim claim, String restName) {
    Map<String, Set<String>> areasOf = new TreeMap<>();
    for (BasicUnit unit : mosaic.units()) {
      claim
          .of(unit)
          .ifPresent(
              code -> areasOf.computeIfAbsent(code, c -> new TreeSet<>()).add(unit.areaCode()));
    }
    Map<String, PlanCell> cells = new TreeMap<>();
    List<String> cellOfUnit = new ArrayList<>();
    for (BasicUnit unit : mosaic.units()) {
      Optional<String> code = claim.of(unit);
      boolean shared = code.map(c -> areasOf.getOrDefault(c, Set.of()).size() > 1).orElse(false);
      String id =
          code.map(c -> shared ? unit.areaCode() + "-" + c : c)
              .orElseGet(() -> rest(unit.areaCode(), restName, areasOf.keySet()));
      cells.putIfAbsent(
          id,
          new PlanCell(
              id, code.orElse(restName), PlanCell.Kind.BASE, unit.areaCode(), false, false));
      cellOfUnit.add(id);
    }
    return new StartCells(List.copyOf(cells.values()), cellOfUnit);
  }

  private static String rest(String areaCode, String restName, Set<String> taken) {
    String id = areaCode.isEmpty() ? REST : restName.isEmpty() ? areaCode : areaCode + "-" + REST;
    while (taken.contains(id)) {
      id += "'";
    }
    return id;
  }
}
