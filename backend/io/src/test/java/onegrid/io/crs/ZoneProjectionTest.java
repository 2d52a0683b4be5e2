package onegrid.io.crs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneProjectionTest {

  @ParameterizedTest
  @ValueSource(ints = {4491, 4502, 4526, 4534, 4547, 4548, 4554, 32618, 32650, 32734})
  void givesTheVeryBitsOfTheWkt(int epsg) throws Exception {
    KnownSystems.Zone zone = KnownSystems.zone(epsg).orElseThrow();
    MathTransform ours = SourceCrs.ofEpsg(epsg).fromDegrees();
    assertTrue(ours instanceof ZoneProjection);
    ProjectedCRS read = (ProjectedCRS) CRS.parseWKT(KnownSystems.wkt(epsg).orElseThrow());
    MathTransform theirs = read.getConversionFromBase().getMathTransform();
    Random random = new Random(epsg);
    double[] places = new double[4000];
    for (int i = 0; i < places.length; i += 2) {
      places[i] = zone.meridianDegrees() + 5 * (random.nextDouble() - 0.5);
      places[i + 1] = (epsg > 32700 ? -1 : 1) * 54 * random.nextDouble();
    }
    double[] here = places.clone();
    double[] there = places.clone();
    ours.transform(here, 0, here, 0, here.length / 2);
    theirs.transform(there, 0, there, 0, there.length / 2);
    assertArrayEquals(there, here);
    ours.inverse().transform(here, 0, here, 0, here.length / 2);
    theirs.inverse().transform(there, 0, there, 0, there.length / 2);
    assertArrayEquals(there, here);
  }
}
