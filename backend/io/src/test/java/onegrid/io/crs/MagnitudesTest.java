package onegrid.io.crs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.io.FileRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** What the size of the numbers tells, and what it does not. */
class MagnitudesTest {

  @Test
  void degreesOfChinaAreKnown() {
    Magnitudes.Settled settled = settle(118.3, 118.4, 35.0, 35.1);
    assertTrue(settled.system().isPlainLonLat());
    assertFalse(settled.swapped());
    assertTrue(settled.notices().isEmpty());
  }

  @Test
  void swappedDegreesAreTurnedAndNoted() {
    Magnitudes.Settled settled = settle(35.0, 35.1, 118.3, 118.4);
    assertTrue(settled.swapped());
    assertEquals(FindingCode.AXES_SWAPPED, settled.notices().get(0).code());
  }

  @Test
  void zoneNumbersAreRead() {
    assertEquals(
        4527, settle(39_621_000, 39_622_000, 3_882_000, 3_883_000).system().epsgCode().getAsInt());
    assertEquals(
        4498, settle(20_500_000, 20_510_000, 3_882_000, 3_883_000).system().epsgCode().getAsInt());
    Magnitudes.Settled surveyor = settle(3_882_000, 3_883_000, 39_621_000, 39_622_000);
    assertEquals(4527, surveyor.system().epsgCode().getAsInt());
    assertTrue(surveyor.swapped());
  }

  @ParameterizedTest
  @CsvSource({
    "621000, 622000, 3882000, 3883000",
    "3882000, 3883000, 621000, 622000",
    "13170000, 13180000, 4170000, 4180000",
    "1, 2, 1, 2",
    "-9000, 9000, -9000, 9000"
  })
  void whatDoesNotTellIsAsked(double x0, double x1, double y0, double y1) {
    FileRefused refused = assertThrows(FileRefused.class, () -> settle(x0, x1, y0, y1));
    assertTrue(refused.words().zh().contains("--crs"), refused.words().zh());
  }

  @ParameterizedTest
  @CsvSource({
    "4490, 621000, 622000, 3882000, 3883000",
    "4490, 181, 182, 91, 92",
    "4548, 118.3, 118.4, 35.0, 35.1",
    "4548, 39621000, 39622000, 3882000, 3883000",
    "4527, 38621000, 38622000, 3882000, 3883000",
    "4527, 621000, 622000, 3882000, 3883000"
  })
  void contradictionsAreShownWithBothSides(int epsg, double x0, double x1, double y0, double y1) {
    SourceCrs stated = SourceCrs.ofEpsg(epsg);
    FileRefused refused =
        assertThrows(
            FileRefused.class,
            () -> Magnitudes.settle(new Envelope(x0, x1, y0, y1), Optional.of(stated), true));
    assertTrue(refused.words().zh().contains("EPSG:" + epsg), refused.words().zh());
    assertTrue(refused.words().zh().contains("…"), refused.words().zh());
  }

  @Test
  void surveyOrderUnderAStatedSystemIsTurned() {
    Magnitudes.Settled settled =
        Magnitudes.settle(
            new Envelope(3_882_000, 3_883_000, 621_000, 622_000),
            Optional.of(SourceCrs.ofEpsg(4548)),
            false);
    assertTrue(settled.swapped());
  }

  private static Magnitudes.Settled settle(double x0, double x1, double y0, double y1) {
    return Magnitudes.settle(new Envelope(x0, x1, y0, y1), Optional.empty(), false);
  }
}
