package onegrid.io.crs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** Metres against what cs2cs of PROJ gives for the same places. */
class CrsGateTest {

  @ParameterizedTest
  @CsvSource({
    "118.33, 35.06, 4548, 621328.3103, 3882058.3668",
    "116.59, 35.41, 4548, 462759.3963, 3920157.2844",
    "112.53, 33.00, 4547, 362617.5946, 3653708.0237",
    "112.53, 33.00, 4546, 642990.3862, 3653788.0043",
    "114.69, 27.81, 4547, 567989.2940, 3077577.3454",
    "103.00, 29.98, 4543, 596508.0931, 3318317.2207",
    "112.53, 33.00, 4525, 37642990.3862, 3653788.0043",
    "112.53, 33.00, 4526, 38362617.5946, 3653708.0237"
  })
  void metresAgreeWithProj(double lon, double lat, int epsg, double east, double north) {
    CrsGate gate = CrsGate.of(new LocalFrame(epsg));
    double[] metres = gate.toMetres(lon, lat);
    assertEquals(east, metres[0], 1e-3);
    assertEquals(north, metres[1], 1e-3);
    double[] back = gate.toDegrees(metres[0], metres[1]);
    assertEquals(lon, back[0], 1e-10);
    assertEquals(lat, back[1], 1e-10);
  }

  @ParameterizedTest
  @CsvSource({
    "118.33, 35.06, 4548",
    "114.69, 27.81, 4547",
    "112.53, 33.00, 4547",
    "103.00, 29.98, 4543",
    "115.50, 30.00, 4547",
    "73.5, 39.5, 4534",
    "135.0, 48.0, 4554",
    "-74.0, 40.7, 32618",
    "18.4, -33.9, 32734"
  })
  void theFrameIsTheNearestZone(double lon, double lat, int epsg) {
    assertEquals(epsg, CrsGate.epsgForPlace(lon, lat));
  }

  @ParameterizedTest
  @CsvSource({
    "4490, 110.2",
    "4326, 110.2",
    "3857, 110.2",
    "4495, 98.3",
    "4507, 104.2",
    "4521, 98.8",
    "4534, 75.7",
    "4547, 114.6",
    "4554, 134.4",
    "32618, -74.2",
    "32734, 20.1"
  })
  void writtenOutSystemsAreThoseOfTheDatabase(int epsg, double lon) throws Exception {
    EpsgDatabase.settle();
    var ours = SourceCrs.ofEpsg(epsg).system();
    var theirs = CRS.decode("EPSG:" + epsg, true);
    double[] point = {lon, 28.3};
    double[] same = point.clone();
    if (epsg != 4490 && epsg != 4326) {
      var lonLat = CRS.decode("EPSG:4326", true);
      CRS.findMathTransform(lonLat, theirs, true).transform(point, 0, point, 0, 1);
      CRS.findMathTransform(lonLat, ours, true).transform(same, 0, same, 0, 1);
    } else {
      CRS.findMathTransform(theirs, ours, true).transform(point, 0, same, 0, 1);
    }
    double tolerance = Math.abs(point[0]) < 200 ? 1e-8 : 1e-3;
    assertEquals(point[0], same[0], tolerance);
    assertEquals(point[1], same[1], tolerance);
  }

  @Test
  void cgcs2000AndWgs84AreOne() throws Exception {
    Geometry square =
        new WKTReader().read("POLYGON((118 35,118.01 35,118.01 35.01,118 35.01,118 35))");
    CrsGate gate = CrsGate.of(new LocalFrame(4548));
    Geometry one = gate.from(SourceCrs.ofEpsg(4490)).take(square, false);
    Geometry other = gate.from(SourceCrs.ofEpsg(4326)).take(square, false);
    assertTrue(one.equalsExact(other));
  }

  @Test
  void everyVertexStandsOnTheGrid() {
    CrsGate gate = CrsGate.of(new LocalFrame(4548));
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      double lon = 117 + random.nextDouble();
      double lat = 35 + random.nextDouble();
      Geometry point =
          new org.locationtech.jts.geom.GeometryFactory()
              .createPoint(new org.locationtech.jts.geom.Coordinate(lon, lat));
      Geometry taken = gate.from(SourceCrs.lonLat()).take(point, false);
      double x = taken.getCoordinate().x;
      assertEquals(LocalFrame.toMetres(LocalFrame.toCells(x)), x);
      double[] exact = gate.toMetres(lon, lat);
      assertEquals(exact[0], x, 0.00501);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4548",
        "4548",
        "urn:ogc:def:crs:EPSG::4548",
        "urn:ogc:def:crs:EPSG:6.9:4548",
        "http://www.opengis.net/def/crs/EPSG/0/4548"
      })
  void systemsAreReadInEverySpelling(String text) {
    assertEquals(4548, SourceCrs.parse(text).epsgCode().getAsInt());
  }

  @Test
  void oldDatumsAreRefusedWithTheReason() {
    for (int epsg : List.of(4214, 4610, 2414, 2364)) {
      FileRefused refused = assertThrows(FileRefused.class, () -> SourceCrs.ofEpsg(epsg));
      assertTrue(refused.words().zh().contains("北京54"), refused.words().zh());
    }
    String prj =
        "PROJCS[\"Xian_1980_3_Degree_GK_CM_117E\",GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\","
            + "SPHEROID[\"Xian_1980\",6378140.0,298.257]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],UNIT[\"Meter\",1.0]]";
    assertThrows(FileRefused.class, () -> SourceCrs.ofWkt(prj));
  }

  @Test
  void aPrjOfArcGisIsRead() {
    String prj =
        "PROJCS[\"CGCS2000_3_Degree_GK_CM_117E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
            + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
            + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",117.0],"
            + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    double[] point = {621328.3103, 3882058.3668};
    CrsGate.of(new LocalFrame(4548)).from(SourceCrs.ofWkt(prj)).take(point);
    assertEquals(621328.3103, point[0], 1e-3);
    assertEquals(3882058.3668, point[1], 1e-3);
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(FileRefused.class, () -> SourceCrs.parse("火星"));
    assertThrows(FileRefused.class, () -> SourceCrs.parse("EPSG:999999"));
    assertThrows(FileRefused.class, () -> SourceCrs.ofWkt("PROJCS[broken"));
    assertThrows(FileRefused.class, () -> CrsGate.of(new LocalFrame(4490)));
  }
}
