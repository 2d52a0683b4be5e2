package onegrid.store;

/**
 * A place on the map, in degrees of EPSG:4490.
 *
 * @param lon degrees east
 * @param lat degrees north
 */
public record LonLat(double lon, double lat) {

  public LonLat {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("no longitude and latitude: " + lon + " " + lat);
    }
  }
}
