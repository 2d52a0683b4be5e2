package onegrid.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarelessnessTest {
  private static final SampleCity CITY = SampleCity.of(Preset.NANYANG, 7);

  @Test
  void nanyangHasEveryDefectOfTheCatalogue() {
    Set<String> found =
        CITY.defects().stream()
            .map(d -> d.kind().catalogue())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        IntStream.rangeClosed(1, 33)
            .mapToObj(i -> "D" + Register.digits(2, i))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, found);
  }

  @Test
  void oneLayerComesInTheShiftedDatumAndOneIgnoresCommunities() {
    assertEquals(6, CITY.layers().size());
    assertEquals(1, CITY.layers().stream().filter(l -> l.datum() == Datum.GCJ02).count());
    assertEquals(1, CITY.layers().stream().filter(SampleLayer::ignoresCommunities).count());
  }

  @Test
  void ordinalsCountTheCellsOfALayer() {
    for (SampleLayer layer : CITY.layers()) {
      for (int i = 0; i < layer.cells().size(); i++) {
        assertEquals(i + 1, layer.cells().get(i).ordinal(), layer.department());
      }
    }
    for (PlantedDefect defect : CITY.defects()) {
      CITY.layers().stream()
          .filter(l -> l.department().equals(defect.layer()) && defect.ordinal() > 0)
          .forEach(l -> assertEquals(defect.cell(), l.cells().get(defect.ordinal() - 1).code()));
    }
  }

  @Test
  void truthUsesCodesToTheLetter() {
    for (int layer = 0; layer < 6; layer++) {
      int own = layer;
      Set<String> written =
          CITY.layers().get(layer).cells().stream()
              .map(SampleCell::code)
              .collect(Collectors.toSet());
      Set<String> known =
          CITY.truth().units().stream()
              .map(u -> u.cellCodes().get(own))
              .filter(c -> !c.isEmpty())
              .collect(Collectors.toSet());
      assertTrue(written.containsAll(known), CITY.layers().get(layer).department());
    }
  }

  @Test
  void withoutNoiseNothingIsWrong() {
    SampleCity clean = SampleCity.of(Preset.NANYANG, 7, 0);
    Set<DefectKind> kinds =
        clean.defects().stream().map(PlantedDefect::kind).collect(Collectors.toSet());
    assertEquals(Set.of(DefectKind.EXCLAVE, DefectKind.HOLE), kinds);
  }
}
