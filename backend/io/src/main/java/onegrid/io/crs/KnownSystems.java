package onegrid.io.crs;

import java.util.Optional;

/**
 * The systems that nearly every file is in, written out, so that no database has to be opened for
 * them: it takes a second to start. Those that nearly every merge needs are known by their numbers
 * as well, so that no WKT has to be read either: what GeoTools loads for that takes half a second.
 */
final class KnownSystems {
  private static final String CGCS2000 =
      "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China 2000\","
          + "SPHEROID[\"CGCS2000\",6378137,298.257222101],TOWGS84[0,0,0,0,0,0,0]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.017453292519943295]]";
  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"World Geodetic System 1984\","
          + "SPHEROID[\"WGS 84\",6378137,298.257223563],TOWGS84[0,0,0,0,0,0,0]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.017453292519943295]]";

  private KnownSystems() {}

  /** The WKT of a code, with axes east and north. */
  static Optional<String> wkt(int epsgCode) {
    if (epsgCode == 4490) {
      return Optional.of(CGCS2000);
    }
    if (epsgCode == 4326) {
      return Optional.of(WGS84);
    }
    if (epsgCode == 3857) {
      return Optional.of(
          "PROJCS[\"WGS 84 / Pseudo-Mercator\","
              + WGS84
              + ",PROJECTION[\"Popular Visualisation Pseudo Mercator\"],"
              + "PARAMETER[\"semi_minor\",6378137],PARAMETER[\"latitude_of_origin\",0],"
              + "PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],"
              + "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],UNIT[\"m\",1]]");
    }
    return zone(epsgCode).map(zone -> zone.wkt(epsgCode));
  }

  /** Whether a code is longitude and latitude on CGCS2000 or WGS 84. */
  static boolean isLonLat(int epsgCode) {
    return epsgCode == 4490 || epsgCode == 4326;
  }

  /** The zone that a code stands for: of Gauss and Krüger on CGCS2000, or of UTM on WGS 84. */
  static Optional<Zone> zone(int epsgCode) {
    if (4491 <= epsgCode && epsgCode <= 4501) {
      int zone = epsgCode - 4491 + 13;
      return Optional.of(gaussKruger(zone * 6 - 3, zone * 1_000_000 + 500_000));
    }
    if (4502 <= epsgCode && epsgCode <= 4512) {
      return Optional.of(gaussKruger(75 + 6 * (epsgCode - 4502), 500_000));
    }
    if (4513 <= epsgCode && epsgCode <= 4533) {
      int zone = epsgCode - 4513 + 25;
      return Optional.of(gaussKruger(zone * 3, zone * 1_000_000 + 500_000));
    }
    if (4534 <= epsgCode && epsgCode <= 4554) {
      return Optional.of(gaussKruger(75 + 3 * (epsgCode - 4534), 500_000));
    }
    if (32601 <= epsgCode && epsgCode <= 32660) {
      return Optional.of(utm(epsgCode - 32600, 0));
    }
    if (32701 <= epsgCode && epsgCode <= 32760) {
      return Optional.of(utm(epsgCode - 32700, 10_000_000));
    }
    return Optional.empty();
  }

  private static Zone gaussKruger(int centralMeridian, int falseEasting) {
    return new Zone(false, centralMeridian, 1, falseEasting, 0);
  }

  private static Zone utm(int zone, int falseNorthing) {
    return new Zone(true, zone * 6 - 183, 0.9996, 500_000, falseNorthing);
  }

  /**
   * A transverse Mercator zone.
   *
   * @param isUtm whether it is one of UTM on WGS 84, otherwise on CGCS2000
   * @param meridianDegrees its middle
   * @param scale on the middle
   * @param eastMetres what the middle is called
   * @param northMetres what the equator is called
   */
  record Zone(boolean isUtm, int meridianDegrees, double scale, int eastMetres, int northMetres) {

    double inverseFlattening() {
      return isUtm ? 298.257223563 : 298.257222101;
    }

    private String wkt(int epsgCode) {
      return "PROJCS[\""
          + (isUtm ? "WGS 84 UTM " : "CGCS2000 Gauss-Kruger ")
          + epsgCode
          + "\","
          + (isUtm ? WGS84 : CGCS2000)
          + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
          + "PARAMETER[\"central_meridian\","
          + meridianDegrees
          + "],PARAMETER[\"scale_factor\","
          + (isUtm ? "0.9996" : "1")
          + "],PARAMETER[\"false_easting\","
          + eastMetres
          + "],PARAMETER[\"false_northing\","
          + northMetres
          + "],UNIT[\"metre\",1]]";
    }
  }
}
