package onegrid.plan;

import java.util.List;
import java.util.Optional;

/**
 * A basic unit and the cell it is given to. Its shape is that of the arcs around it, its people are
 * those of the buildings in it.
 *
 * @param id unique among the units, never given to another
 * @param areaCode the community it lies in; empty when there is no area
 * @param cell the grid cell it belongs to
 * @param sources the cell that each merged layer holds here
 */
public record PlanUnit(String id, String areaCode, String cell, List<Optional<String>> sources)
    implements PlanPart {

  public PlanUnit {
    if (id.isEmpty() || cell.isEmpty()) {
      throw new IllegalArgumentException("unit '" + id + "' in cell '" + cell + "'");
    }
    sources = List.copyOf(sources);
  }

  PlanUnit in(String otherCell) {
    return new PlanUnit(id, areaCode, otherCell, sources);
  }

  PlanUnit named(String newId) {
    return new PlanUnit(newId, areaCode, cell, sources);
  }
}
