package onegrid.sample;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a perfect merge would find, known because all layers were drawn from the same streets.
 *
 * @param layers names of the layers, in their order
 * @param units they tile the district, vertex by vertex
 * @param unitOfBuilding the index of the unit that each building stands in, by the building's id
 */
public record Truth(
    List<String> layers, List<TruthUnit> units, Map<String, Integer> unitOfBuilding) {

  public Truth {
    layers = List.copyOf(layers);
    units = List.copyOf(units);
    unitOfBuilding = Collections.unmodifiableMap(new TreeMap<>(unitOfBuilding));
  }

  /**
   * The unit that a building stands in.
   *
   * @throws IllegalArgumentException if it is no building of this district
   */
  public TruthUnit unitOf(Building building) {
    Integer unit = unitOfBuilding.get(building.id());
    if (unit == null) {
      throw new IllegalArgumentException("no building of this district: " + building.id());
    }
    return units.get(unit);
  }
}
