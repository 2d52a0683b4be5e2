package onegrid.io.crs;

/**
 * Longitude and latitude to the metres of one system and back, in place; east and north alternate,
 * as do longitude and latitude. Safe for many threads.
 */
interface Projection {
  /**
   * Degrees to metres.
   *
   * @throws onegrid.io.FileRefused if the system does not reach so far
   */
  void toMetres(double[] points);

  /**
   * Metres to degrees.
   *
   * @throws onegrid.io.FileRefused if the system does not reach so far
   */
  void toDegrees(double[] points);
}
