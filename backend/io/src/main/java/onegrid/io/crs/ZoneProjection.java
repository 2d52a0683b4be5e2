package onegrid.io.crs;

/**
 * The transverse Mercator of a known zone: the series in the distance from its middle that PROJ
 * made common ({@code tmerc}; Snyder, Map Projections, 1987, equations 8-9 to 8-18), good to 0.2 mm
 * in a zone of three degrees.
 *
 * <p>It is summed in the order in which GeoTools sums it: the same bits as reading the zone's WKT
 * would give, without GeoTools, whose first projection takes 1.5 CPU-seconds to be there (measured
 * 2026-11-24).
 */
final class ZoneProjection implements Projection {
  private static final double SEMI_MAJOR_METRES = 6378137;
  private static final double NO_TANGENT = 1e-6;
  private static final double PRECISE = 1e-11;
  private static final int MOST_ROUNDS = 15;
  private static final double FULL_TURN = 2 * Math.PI;

  /** Two factors of the factorials of the series, from the second to the eighth term. */
  private static final double C2 = 0.5;

  private static final double C3 = 1 / 6.0;
  private static final double C4 = 1 / 12.0;
  private static final double C5 = 0.05;
  private static final double C6 = 1 / 30.0;
  private static final double C7 = 1 / 42.0;
  private static final double C8 = 1 / 56.0;

  private final double meridian;
  private final double scale;
  private final double eastMetres;
  private final double northMetres;

  /** The square of the first eccentricity, and that of the second. */
  private final double first2;

  private final double second2;

  /** How the length of the meridian grows with the latitude. */
  private final double[] arc;

  private ZoneProjection(KnownSystems.Zone zone) {
    double semiMinor = SEMI_MAJOR_METRES * (1 - 1 / zone.inverseFlattening());
    double e2 = 1 - semiMinor * semiMinor / (SEMI_MAJOR_METRES * SEMI_MAJOR_METRES);
    meridian = Math.toRadians(zone.meridianDegrees());
    scale = zone.scale() * SEMI_MAJOR_METRES;
    eastMetres = zone.eastMetres();
    northMetres = zone.northMetres();
    first2 = e2;
    second2 = e2 / (1 - e2);
    double e4 = e2 * e2;
    double e6 = e4 * e2;
    arc =
        new double[] {
          1 - e2 * (1 / 4.0 + e2 * (3 / 64.0 + e2 * (5 / 256.0 + e2 * (175 / 16384.0)))),
          e2 * (3 / 4.0 - e2 * (3 / 64.0 + e2 * (5 / 256.0 + e2 * (175 / 16384.0)))),
          e4 * (15 / 32.0 - e2 * (5 / 384.0 + e2 * (175 / 24576.0))),
          e6 * (35 / 96.0 - e2 * (35 / 6144.0)),
          e6 * e2 * (315 / 1024.0)
        };
  }

  static ZoneProjection of(KnownSystems.Zone zone) {
    return new ZoneProjection(zone);
  }

  @Override
  public void toMetres(double[] points) {
    for (int i = 0; i + 1 < points.length; i += 2) {
      double away = around(Math.toRadians(points[i]) - meridian);
      double latitude = Math.toRadians(points[i + 1]);
      double sin = Math.sin(latitude);
      double cos = Math.cos(latitude);
      double t = Math.abs(cos) > NO_TANGENT ? sin / cos : 0;
      t *= t;
      double n = second2 * cos * cos;
      double a = cos * away;
      double a2 = a * a;
      a /= Math.sqrt(1 - first2 * sin * sin);
      double north8 = 1385 + t * (t * (543 - t) - 3111);
      double north6 = 61 + t * (t - 58) + n * (270 - 330 * t) + C8 * a2 * north8;
      double north4 = 5 - t + n * (9 + 4 * n) + C6 * a2 * north6;
      double north = meridianArc(latitude, sin, cos) + sin * a * away * C2 * (1 + C4 * a2 * north4);
      double east7 = 61 + t * (t * (179 - t) - 479);
      double east5 = 5 + t * (t - 18) + n * (14 - 58 * t) + C7 * a2 * east7;
      double east = a * (1 + C3 * a2 * (1 - t + n + C5 * a2 * east5));
      points[i] = scale * east + eastMetres;
      points[i + 1] = scale * north + northMetres;
    }
  }

  @Override
  public void toDegrees(double[] points) {
    for (int i = 0; i + 1 < points.length; i += 2) {
      double x = (points[i] - eastMetres) / scale;
      double y = (points[i + 1] - northMetres) / scale;
      double foot = latitudeOf(y);
      double away = 0;
      double latitude = y < 0 ? -Math.PI / 2 : Math.PI / 2;
      if (!(Math.abs(foot) >= Math.PI / 2)) {
        double sin = Math.sin(foot);
        double cos = Math.cos(foot);
        double t = Math.abs(cos) > NO_TANGENT ? sin / cos : 0;
        double n = second2 * cos * cos;
        double con = 1 - first2 * sin * sin;
        double d = x * Math.sqrt(con);
        con *= t;
        t *= t;
        double d2 = d * d;
        double north8 = 1385 + t * (3633 + t * (4095 + 1575 * t));
        double north6 = 61 + t * (90 - 252 * n + 45 * t) + 46 * n - d2 * C8 * north8;
        double north4 = 5 + t * (3 - 9 * n) + n * (1 - 4 * n) - d2 * C6 * north6;
        latitude = foot - con * d2 / (1 - first2) * C2 * (1 - d2 * C4 * north4);
        double east7 = 61 + t * (662 + t * (1320 + 720 * t));
        double east5 = 5 + t * (28 + 24 * t + 8 * n) + 6 * n - d2 * C7 * east7;
        away = d * (1 - d2 * C3 * (1 + 2 * t + n - d2 * C5 * east5)) / cos;
      }
      points[i] = Math.toDegrees(around(away + meridian));
      points[i + 1] = Math.toDegrees(latitude);
    }
  }

  private static double around(double longitude) {
    return longitude - FULL_TURN * Math.floor(longitude / FULL_TURN + 0.5);
  }

  /** From the equator to a latitude, in half axes. */
  private double meridianArc(double latitude, double sin, double cos) {
    double s2 = sin * sin;
    return arc[0] * latitude - cos * sin * (arc[1] + s2 * (arc[2] + s2 * (arc[3] + s2 * arc[4])));
  }

  /** The latitude to which the meridian is so long, by Newton's method. */
  private double latitudeOf(double length) {
    double k = 1 / (1 - first2);
    double latitude = length;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double sin = Math.sin(latitude);
      double t = 1 - first2 * sin * sin;
      double off = meridianArc(latitude, sin, Math.cos(latitude)) - length;
      t = off * (t * Math.sqrt(t)) * k;
      latitude -= t;
      if (Math.abs(t) < PRECISE) {
        return latitude;
      }
    }
    throw ReadProjection.outside();
  }
}
