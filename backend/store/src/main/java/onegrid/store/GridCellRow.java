package onegrid.store;

import java.util.List;

/**
 * A grid cell of a published version.
 *
 * @param kind {@code BASE} or {@code EXCLUSIVE}
 * @param areaCode its community, empty when there is no area
 * @param retired whether only its code is left, so that it is not given again
 * @param units the codes of its units, sorted; none when it is retired
 */
public record GridCellRow(
    String code, String name, String kind, String areaCode, boolean retired, List<String> units) {

  public GridCellRow {
    units = List.copyOf(units);
  }
}
