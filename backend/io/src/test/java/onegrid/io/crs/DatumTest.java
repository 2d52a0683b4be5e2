package onegrid.io.crs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the formula in public use, and the way back. */
class DatumTest {

  @ParameterizedTest
  @CsvSource({
    "118.33, 35.06, 118.33570151, 35.05951044, 118.342146274, 35.065756926",
    "116.59, 35.41, 116.595289739, 35.409546786, 116.601872878, 35.415306017",
    "112.53, 33, 112.535838701, 32.998002624, 112.542306903, 33.004103647",
    "114.69, 27.81, 114.694966589, 27.806660296, 114.701425999, 27.81274413",
    "103, 29.98, 103.001811564, 29.97729992, 103.008345887, 29.983115581"
  })
  void shiftsAreThoseOfTheFormula(
      double lon, double lat, double gcjLon, double gcjLat, double bdLon, double bdLat) {
    double[] gcj = {lon, lat};
    Datum.GCJ02.shift(gcj);
    assertEquals(gcjLon, gcj[0], 6e-9);
    assertEquals(gcjLat, gcj[1], 6e-9);
    double[] bd = {lon, lat};
    Datum.BD09.shift(bd);
    assertEquals(bdLon, bd[0], 2e-9);
    assertEquals(bdLat, bd[1], 2e-9);
  }

  @Test
  void theWayBackIsExactToAMillimetre() {
    Random random = new Random(20);
    for (int i = 0; i < 20_000; i++) {
      double lon = 75 + 60 * random.nextDouble();
      double lat = 18 + 35 * random.nextDouble();
      for (Datum datum : Datum.values()) {
        double[] point = {lon, lat};
        datum.shift(point);
        datum.unshift(point);
        assertEquals(lon, point[0], 1e-8, datum + " at " + lon + " " + lat);
        assertEquals(lat, point[1], 1e-8, datum + " at " + lon + " " + lat);
      }
    }
  }
}
