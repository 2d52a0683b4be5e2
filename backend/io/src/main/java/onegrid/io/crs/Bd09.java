package onegrid.io.crs;

import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

/** BD-09, what Baidu adds on top of GCJ-02. The inverse is iterated to a tenth of a millimetre. */
final class Bd09 {
  private static final double TURN = Math.PI * 3000.0 / 180.0;
  private static final int ROUNDS = 6;

  private Bd09() {}

  static void fromGcj02(double[] points, int at) {
    double x = points[at];
    double y = points[at + 1];
    double radius = sqrt(x * x + y * y) + 0.00002 * sin(y * TURN);
    double angle = atan2(y, x) + 0.000003 * cos(x * TURN);
    points[at] = radius * cos(angle) + 0.0065;
    points[at + 1] = radius * sin(angle) + 0.006;
  }

  static void toGcj02(double[] points, int at) {
    double lon = points[at];
    double lat = points[at + 1];
    double[] guess = {lon - 0.0065, lat - 0.006};
    double[] shifted = new double[2];
    for (int i = 0; i < ROUNDS; i++) {
      shifted[0] = guess[0];
      shifted[1] = guess[1];
      fromGcj02(shifted, 0);
      guess[0] += lon - shifted[0];
      guess[1] += lat - shifted[1];
    }
    points[at] = guess[0];
    points[at + 1] = guess[1];
  }
}
