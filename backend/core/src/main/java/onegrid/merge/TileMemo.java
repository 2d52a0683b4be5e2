package onegrid.merge;

import java.util.List;

/**
 * What became of a tile, kept so that it need not be made again.
 *
 * @param result its units, border steps and conflicts
 * @param found for each of its border edges the points that it set there by itself, as x, y, x, y …
 * @param border the points that stand there once its neighbours have told theirs
 * @param movements how far points of each layer moved
 */
record TileMemo(
    TileResult result, int[][] found, int[][] border, Conflation.Movements[] movements) {

  /** The same, the cells of a layer under new numbers. */
  TileMemo renumbered(int layer, int[] cellNow) {
    List<UnitDraft> units = result.units().stream().map(u -> u.renumbered(layer, cellNow)).toList();
    return new TileMemo(
        new TileResult(units, result.steps(), result.conflicts()), found, border, movements);
  }
}
