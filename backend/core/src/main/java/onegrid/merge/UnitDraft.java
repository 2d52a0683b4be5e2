package onegrid.merge;

import org.locationtech.jts.geom.Polygon;

/**
 * A unit before it has its number.
 *
 * @param held the cell that each layer holds, {@link FaceGroups#NONE} for none
 * @param buildings places of its buildings in the stack
 */
record UnitDraft(Polygon polygon, double squareCells, int[] held, int[] buildings) {

  /** The same, the cells of a layer under new numbers. */
  UnitDraft renumbered(int layer, int[] cellNow) {
    int cell = held[layer];
    if (cell == FaceGroups.NONE || cellNow[cell] == cell) {
      return this;
    }
    int[] now = held.clone();
    now[layer] = cellNow[cell];
    return new UnitDraft(polygon, squareCells, now, buildings);
  }
}
