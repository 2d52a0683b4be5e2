package onegrid.merge;

import java.util.List;

/**
 * What merging gave in one tile.
 *
 * @param units sorted by their polygons' lowest points
 * @param steps border steps, seven numbers each: x, y, x, y, unit on the left, who drew it (high
 *     and low half); every step stands once for each side inside the tile
 */
record TileResult(List<UnitDraft> units, int[] steps, List<Conflict> conflicts) {}
