package onegrid.merge;

import java.util.List;
import onegrid.finding.Finding;

/**
 * What merging gave in one tile.
 *
 * @param units sorted by their polygons' lowest points
 * @param steps border steps, seven numbers each: x, y, x, y, unit on the left, who drew it (high
 *     and low half); every step stands once for each side inside the tile
 * @param homes for each building counted here, its place in the stack and its unit
 */
record TileResult(
    List<UnitDraft> units,
    int[] steps,
    int[] homes,
    List<Conflict> conflicts,
    List<Finding> findings) {}
