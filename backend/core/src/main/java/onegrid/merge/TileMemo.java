package onegrid.merge;

/**
 * What became of a tile, kept so that it need not be made again.
 *
 * @param part its share of the whole
 * @param found for each of its border edges the points that it set there by itself, as x, y, x, y …
 * @param border the points that stand there once its neighbours have told theirs
 * @param borderMovements how far each of those stands from the border as drawn
 * @param movements how far points of each layer moved
 */
record TileMemo(
    TilePart part,
    int[][] found,
    int[][] border,
    Conflation.Movements borderMovements,
    Conflation.Movements[] movements) {}
