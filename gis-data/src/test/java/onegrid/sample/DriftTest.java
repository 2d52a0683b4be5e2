package onegrid.sample;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {

  @Test
  void withoutNoiseEachCellIsExactlyItsTrueUnits() {
    assertMadeOfUnits(SampleCity.of(Preset.NANYANG, 4, 0));
  }

  private static void assertMadeOfUnits(SampleCity city) {
    for (int layer = 0; layer < city.layers().size(); layer++) {
      int own = layer;
      Map<String, List<TruthUnit>> units =
          city.truth().units().stream().collect(Collectors.groupingBy(u -> u.cellCodes().get(own)));
      for (SampleCell cell : city.layers().get(layer).cells()) {
        Tiling parts = new Tiling();
        units.getOrDefault(cell.code(), List.of()).forEach(u -> parts.add(u.geometry()));
        Tiling drawn = new Tiling().add(cell.geometry());
        assertEquals(parts.border(), drawn.border(), cell.code());
      }
      assertEquals(units.size(), city.layers().get(layer).cells().size());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void lanshanLayersLieAsFarOffAsTheirStyleSays(long seed) {
    CityPlan plan = SampleCity.plan(Preset.LANSHAN, seed, 1);
    double[] farthest = {0, 0.08, 1.02, 5.52, 5.1, 11.7};
    double[] nearest = {0, 0.03, 0.8, 4.0, 4.0, 9.0};
    for (int layer = 0; layer < 6; layer++) {
      Drawing hand =
          Hand.of(plan.net, plan.scale.layers().get(layer).sketch(), 1, Dice.of(seed, layer));
      double largest =
          IntStream.range(0, plan.net.edges())
              .mapToDouble(e -> plan.net.line(e)[0].distance(hand.line(e)[0]))
              .max()
              .orElseThrow();
      assertTrue(largest <= farthest[layer] && largest >= nearest[layer], layer + ": " + largest);
    }
  }

  @Test
  void departmentsMakeTheMistakesThatAreWrittenDown() {
    SampleCity city = SampleCity.of(Preset.LANSHAN, 2);
    int cells = city.layers().stream().mapToInt(l -> l.cells().size()).sum();
    Map<DefectKind, Long> count =
        city.defects().stream()
            .collect(Collectors.groupingBy(PlantedDefect::kind, Collectors.counting()));
    double strips =
        count.getOrDefault(DefectKind.MISSING_STRIP, 0L)
            + (double) count.getOrDefault(DefectKind.OVERLAPPING_STRIP, 0L);
    assertTrue(strips / cells > 0.02 && strips / cells < 0.06, strips + " of " + cells);
    for (DefectKind kind :
        List.of(
            DefectKind.BOW_TIE,
            DefectKind.SPIKE,
            DefectKind.LOOP,
            DefectKind.REPEATED_POINT,
            DefectKind.DUPLICATE,
            DefectKind.MISSING_CELL,
            DefectKind.EXCLAVE,
            DefectKind.HOLE,
            DefectKind.REDRAWN)) {
      assertTrue(count.getOrDefault(kind, 0L) > 0, kind.name());
    }
    for (PlantedDefect defect : city.defects()) {
      boolean width =
          defect.kind() == DefectKind.MISSING_STRIP
              || defect.kind() == DefectKind.OVERLAPPING_STRIP;
      assertTrue(!width || (defect.sizeMetres() >= 3 && defect.sizeMetres() <= 15));
    }
  }

  @Test
  void bowTiesSpikesAndLoopsAreNotValid() {
    SampleCity city = SampleCity.of(Preset.LANSHAN, 2);
    Map<String, SampleLayer> layers =
        city.layers().stream().collect(Collectors.toMap(SampleLayer::department, l -> l));
    for (PlantedDefect defect : city.defects()) {
      if (List.of(DefectKind.SPIKE, DefectKind.BOW_TIE, DefectKind.LOOP).contains(defect.kind())) {
        SampleCell cell =
            requireNonNull(layers.get(defect.layer())).cells().get(defect.ordinal() - 1);
        assertEquals(defect.cell(), cell.code());
        assertFalse(cell.geometry().isValid(), defect.toString());
      }
    }
  }
}
