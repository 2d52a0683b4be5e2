package onegrid.sample;

import java.util.List;

/**
 * Buildings of one compound that are looked after together (楼栋组).
 *
 * @param code compound code, L and two digits
 * @param compoundCode the compound they stand in
 * @param name its name
 * @param buildingIds the buildings, at least one
 * @param households the sum of the buildings
 * @param people the sum of the buildings
 */
public record BuildingGroup(
    String code,
    String compoundCode,
    String name,
    List<String> buildingIds,
    int households,
    int people) {

  public BuildingGroup {
    buildingIds = List.copyOf(buildingIds);
  }
}
