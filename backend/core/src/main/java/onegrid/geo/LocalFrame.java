package onegrid.geo;

/**
 * The metric coordinate system that one run of core works in: x is metres east, y metres north.
 *
 * <p>For places in China it is the CGCS2000 3-degree zone without a zone number in its eastings
 * (EPSG 4534 to 4554); any projected system in metres with eastings and northings below 10,737 km
 * serves.
 *
 * @param epsgCode the EPSG code of the system, for instance 4548
 */
public record LocalFrame(int epsgCode) {

  /** The cell of the grid that every vertex stands on. */
  public static final double CELL_METRES = 0.01;

  /**
   * No coordinate may reach this many cells. Differences then stay below 2^31 and the product of
   * two of them below 2^62, so an orientation test in {@code long} is exact.
   */
  public static final int LIMIT_CELLS = 1 << 30;

  public LocalFrame {
    if (epsgCode <= 0) {
      throw new IllegalArgumentException("not an EPSG code: " + epsgCode);
    }
  }

  /**
   * The cell nearest to a coordinate; halves go up.
   *
   * @throws IllegalArgumentException if the coordinate is not finite or outside the frame
   */
  public static int toCells(double metres) {
    double cells = Math.floor(metres * 100.0 + 0.5);
    if (!(Math.abs(cells) < LIMIT_CELLS)) {
      throw new IllegalArgumentException("coordinate outside the frame: " + metres + " m");
    }
    return (int) cells;
  }

  /** The coordinate of a cell, in metres. */
  public static double toMetres(int cells) {
    return cells / 100.0;
  }
}
