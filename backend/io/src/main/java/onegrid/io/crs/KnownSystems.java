package onegrid.io.crs;

import java.util.Optional;

/**
 * The systems that nearly every file is in, written out, so that no database has to be opened for
 * them: it takes a second to start.
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
    if (4491 <= epsgCode && epsgCode <= 4501) {
      int zone = epsgCode - 4491 + 13;
      return Optional.of(gaussKruger(epsgCode, zone * 6 - 3, zone * 1_000_000 + 500_000));
    }
    if (4502 <= epsgCode && epsgCode <= 4512) {
      return Optional.of(gaussKruger(epsgCode, 75 + 6 * (epsgCode - 4502), 500_000));
    }
    if (4513 <= epsgCode && epsgCode <= 4533) {
      int zone = epsgCode - 4513 + 25;
      return Optional.of(gaussKruger(epsgCode, zone * 3, zone * 1_000_000 + 500_000));
    }
    if (4534 <= epsgCode && epsgCode <= 4554) {
      return Optional.of(gaussKruger(epsgCode, 75 + 3 * (epsgCode - 4534), 500_000));
    }
    if (32601 <= epsgCode && epsgCode <= 32660) {
      return Optional.of(utm(epsgCode, epsgCode - 32600, 0));
    }
    if (32701 <= epsgCode && epsgCode <= 32760) {
      return Optional.of(utm(epsgCode, epsgCode - 32700, 10_000_000));
    }
    return Optional.empty();
  }

  private static String gaussKruger(int epsgCode, int centralMeridian, int falseEasting) {
    return transverseMercator(
        "CGCS2000 Gauss-Kruger " + epsgCode, CGCS2000, centralMeridian, "1", falseEasting, 0);
  }

  private static String utm(int epsgCode, int zone, int falseNorthing) {
    return transverseMercator(
        "WGS 84 UTM " + epsgCode, WGS84, zone * 6 - 183, "0.9996", 500_000, falseNorthing);
  }

  private static String transverseMercator(
      String name, String base, int meridian, String scale, int falseEasting, int falseNorthing) {
    return "PROJCS[\""
        + name
        + "\","
        + base
        + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
        + "PARAMETER[\"central_meridian\","
        + meridian
        + "],PARAMETER[\"scale_factor\","
        + scale
        + "],PARAMETER[\"false_easting\","
        + falseEasting
        + "],PARAMETER[\"false_northing\","
        + falseNorthing
        + "],UNIT[\"metre\",1]]";
  }
}
