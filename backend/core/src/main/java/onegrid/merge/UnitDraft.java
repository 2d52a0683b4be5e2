package onegrid.merge;

import org.locationtech.jts.geom.Polygon;

/**
 * A unit before it has its number.
 *
 * @param held the cell that each layer holds, {@link FaceGroups#NONE} for none
 * @param buildings places of its buildings in the stack
 */
record UnitDraft(Polygon polygon, double squareCells, int[] held, int[] buildings) {}
