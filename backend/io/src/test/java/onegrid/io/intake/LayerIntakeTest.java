package onegrid.io.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.SourceCrs;
import onegrid.io.read.FeatureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to what core works on. */
class LayerIntakeTest {
  private final Path folder;

  LayerIntakeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aLayerStandsInTheZoneOfItsPlace() throws Exception {
    TablePlace place =
        place(
            "编码,名称,wkt\n01,甲,\"POLYGON((118.33 35.06,118.34 35.06,118.34 35.07,118.33 35.06))\"\n");
    CrsGate gate = place.gate();
    LayerIntake intake = LayerIntake.take(place, "综治", Optional.empty(), gate);
    assertEquals(new LocalFrame(4548), intake.layer().frame());
    assertEquals(621328.31, intake.layer().cells().get(0).shape().getCoordinate().x);
    assertEquals(3882058.37, intake.layer().cells().get(0).shape().getCoordinate().y);
    assertEquals("01", intake.layer().cells().get(0).code());
    assertEquals("甲", intake.layer().cells().get(0).name());
    assertEquals("编码", intake.codeField());
  }

  @Test
  void missingAndRepeatedCodesAreFindings() throws Exception {
    String square =
        ",\"POLYGON((118.33123 35.06,118.34 35.06,118.34 35.07123,118.33123 35.06))\"\n";
    TablePlace place = place("code,wkt\na" + square + square + "a" + square);
    LayerIntake intake = LayerIntake.take(place, "x", Optional.empty(), place.gate());
    assertEquals(
        List.of("a", "#2", "a"), intake.layer().cells().stream().map(cell -> cell.code()).toList());
    assertEquals(
        List.of(FindingCode.CODE_MISSING, FindingCode.CODE_REPEATED),
        intake.findings().stream().map(Finding::code).toList());
    assertTrue(intake.findings().get(1).at().isPresent());
  }

  @Test
  void aWrongCodeColumnIsAnsweredWithThoseThatWouldDo() throws Exception {
    TablePlace place =
        place(
            "gid,kind,wkt\n1,x,\"POLYGON((118.33 35.06,118.34 35.06,118.34 35.07))\"\n"
                + "2,x,\"POLYGON((118.33 35.06,118.34 35.06,118.34 35.07))\"\n");
    CrsGate gate = place.gate();
    FileRefused refused =
        assertThrows(
            FileRefused.class, () -> LayerIntake.take(place, "x", Optional.of("nope"), gate));
    assertTrue(refused.words().zh().contains("互不相同、可作编码的：gid"), refused.words().zh());
  }

  @Test
  void statedSystemsServeFilesThatDoNotSay() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("m.csv"),
            "code,wkt\n1,\"POLYGON((621328.31 3882058.37,622000 3882058,622000 3883000))\"\n");
    assertThrows(
        FileRefused.class, () -> TablePlace.settle(FeatureFiles.read(file), Optional.empty()));
    TablePlace place =
        TablePlace.settle(FeatureFiles.read(file), Optional.of(SourceCrs.ofEpsg(4548)));
    LayerIntake intake = LayerIntake.take(place, "x", Optional.empty(), place.gate());
    assertEquals(621328.31, intake.layer().cells().get(0).shape().getCoordinate().x);
  }

  @Test
  void roundedDegreesAreNoted() throws Exception {
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      ring.append("118.").append(3000 + i * i % 97).append(" 35.").append(2000 + i).append(',');
    }
    TablePlace place = place("code,wkt\n1,\"POLYGON((" + ring + "118.3 35.1))\"\n");
    LayerIntake intake = LayerIntake.take(place, "x", Optional.empty(), place.gate());
    assertTrue(
        intake.findings().stream().anyMatch(f -> f.code() == FindingCode.COARSE_COORDINATES));
  }

  @Test
  void buildingsBringTheirPeople() throws Exception {
    TablePlace place =
        place(
            "id,户数,人口,wkt,lon,lat\nb1,30,75,\"POLYGON((118.33 35.06,118.34 35.06,118.34 35.07))\",,\n"
                + "b2,-1,x,\"POLYGON((118.33 35.06,118.34 35.06,118.34 35.07))\",,\nb3,4,9,,118.335,35.065\n");
    WholeIntake whole = WholeIntake.take(place, place.gate());
    assertEquals(List.of(30, 0, 4), whole.shapes().stream().map(s -> s.households()).toList());
    assertEquals(List.of(75, 0, 9), whole.shapes().stream().map(s -> s.people()).toList());
    assertEquals(
        2,
        whole.findings().stream().filter(f -> f.code() == FindingCode.NUMBER_UNREADABLE).count());
    assertEquals(0.01, whole.shapes().get(2).footprint().getArea(), 0.003);
  }

  @Test
  void aLayerIsToldWhatIsWrongWithIt() throws Exception {
    TablePlace place =
        place(
            "code,wkt\n"
                + "bow,\"POLYGON((118.30 35.06,118.31 35.07,118.31 35.06,118.30 35.07))\"\n"
                + "one,\"POLYGON((118.33 35.06,118.34 35.06,118.34 35.07,118.33 35.07))\"\n"
                + "two,\"POLYGON((118.33 35.06,118.34 35.06,118.34 35.07,118.33 35.07))\"\n"
                + "tiny,\"POLYGON((118.4 35.06,118.400001 35.06,118.400001 35.060001))\"\n"
                + "parts,\"MULTIPOLYGON(((118.5 35,118.51 35,118.51 35.01)),((118.6 35,118.61 35,118.61 35.01)))\"\n");
    List<Finding> findings =
        LayerCheck.check(LayerIntake.take(place, "x", Optional.empty(), place.gate()).layer());
    assertEquals(
        List.of(
            FindingCode.RING_CROSSES_ITSELF,
            FindingCode.CELL_TOO_SMALL,
            FindingCode.CELL_REPEATED,
            FindingCode.CELL_TOO_SMALL,
            FindingCode.CELL_IN_PARTS,
            FindingCode.CELLS_OVERLAP),
        findings.stream().map(Finding::code).toList());
  }

  private TablePlace place(String csv) throws Exception {
    Path file = Files.writeString(Files.createTempFile(folder, "t", ".csv"), csv);
    return TablePlace.settle(FeatureFiles.read(file), Optional.empty());
  }
}
