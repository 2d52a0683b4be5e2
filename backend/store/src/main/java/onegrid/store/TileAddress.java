package onegrid.store;

/**
 * Which tile of the usual web-mercator pyramid.
 *
 * @param z zoom, 0 to 22
 * @param x column from the west
 * @param y row from the north
 */
public record TileAddress(int z, int x, int y) {

  public TileAddress {
    if (z < 0 || z > 22 || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw new IllegalArgumentException("no tile: " + z + "/" + x + "/" + y);
    }
  }
}
