package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Layers hundreds of metres from their place. */
class FarShiftTest {
  /** As a public map would: a stretch on top of the shift, so that no constant undoes it. */
  private static final AffineTransformation DRAWN =
      new AffineTransformation(1.004, 0, 520, 0, 1.002, -54);

  private static final MapDatum GCJ =
      new MapDatum(
          "GCJ-02",
          at -> {
            for (int i = 0; i < at.length; i += 2) {
              at[i] = (at[i] - 520) / 1.004;
              at[i + 1] = (at[i + 1] + 54) / 1.002;
            }
          });

  private static final MapDatum OTHER =
      new MapDatum(
          "BD-09",
          at -> {
            for (int i = 0; i < at.length; i += 2) {
              at[i] -= 1100;
              at[i + 1] -= 640;
            }
          });

  private static MergeInput withLayer(MergeInput input, int at, AffineTransformation move) {
    List<DepartmentLayer> layers = new ArrayList<>(input.layers());
    DepartmentLayer old = layers.get(at);
    layers.set(
        at,
        new DepartmentLayer(
            old.name(),
            old.frame(),
            old.cells().stream()
                .map(
                    c ->
                        new DepartmentCell(
                            c.code(), c.name(), c.feature(), move.transform(c.shape())))
                .toList()));
    return new MergeInput(input.frame(), input.area(), layers, input.whole());
  }

  private static StandingMerge merge(MergeInput input) {
    return StandingMerge.of(
        input, MergePolicy.automatic().withDatums(List.of(GCJ, OTHER)), MergeProgress.SILENT);
  }

  private static List<Finding> findings(UnifiedGround ground, FindingCode code) {
    return ground.findings().stream().filter(f -> f.code() == code).toList();
  }

  @Test
  void aLayerOnANamedDatumIsBroughtBackAndCalledByItsName() {
    for (long seed = 1; seed <= 5; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed, 4, 3, 1));
      UnifiedGround right = Districts.merge(input);
      MergeInput shifted = withLayer(input, 1, DRAWN);
      StandingMerge standing = merge(shifted);
      UnifiedGround ground = standing.ground();
      MosaicLaws.check("seed " + seed, shifted, ground);
      List<Finding> named = findings(ground, FindingCode.DATUM_SHIFT);
      assertEquals(1, named.size(), "seed " + seed + named);
      assertEquals(shifted.layers().get(1).name(), named.get(0).layer());
      assertTrue(named.get(0).words().zh().contains("GCJ-02"), named.toString());
      assertEquals(Optional.of("GCJ-02"), ground.report().evidence().get(1).datum());
      assertEquals(
          right.report().units(), ground.report().units(), 3, "seed " + seed + ": a unit or two");
      double tolerance = ground.report().layers().get(2).toleranceMetres();
      assertEquals(
          right.report().layers().get(2).toleranceMetres(), tolerance, 0.3, "seed " + seed);
    }
  }

  @Test
  void aConstantShiftWithoutANameIsBroughtBack() {
    AffineTransformation far = AffineTransformation.translationInstance(-700, 433);
    for (long seed = 1; seed <= 5; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed, 4, 3, 1));
      UnifiedGround right = Districts.merge(input);
      MergeReport.LayerReport expected = right.report().layers().get(2);
      UnifiedGround ground = merge(withLayer(input, 1, far)).ground();
      MergeReport.LayerReport found = ground.report().layers().get(2);
      assertEquals(expected.shiftEastMetres() - 700, found.shiftEastMetres(), 1, "seed " + seed);
      assertEquals(expected.shiftNorthMetres() + 433, found.shiftNorthMetres(), 1);
      assertEquals(
          1,
          findings(ground, FindingCode.LAYER_SHIFTED).stream()
              .filter(f -> f.layer().equals(found.name()))
              .count());
      assertEquals(List.of(), findings(ground, FindingCode.DATUM_SHIFT));
    }
  }

  @Test
  void aLayerInItsPlaceIsNotMoved() {
    for (long seed = 1; seed <= 20; seed++) {
      MergeInput input = Districts.input(SmallDistrict.of(seed));
      UnifiedGround ground = merge(input).ground();
      assertEquals(List.of(), findings(ground, FindingCode.DATUM_SHIFT), "seed " + seed);
      for (MergeReport.LayerReport layer : ground.report().layers()) {
        assertTrue(
            Math.hypot(layer.shiftEastMetres(), layer.shiftNorthMetres()) < 30,
            "seed " + seed + " " + layer);
      }
    }
  }

  @Test
  void aLayerThatSharesNoBorderIsLeftWhereItIs() {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int x = 37 * i % 900;
      int y = 61 * i * i % 700;
      cells.add("圆" + i);
      cells.add(
          Districts.FACTORY
              .createPoint(new org.locationtech.jts.geom.Coordinate(x, y))
              .buffer(20 + i)
              .toText());
    }
    MergeInput with = Districts.input(SmallDistrict.of(3, 4, 3, 1));
    List<DepartmentLayer> layers = new ArrayList<>(with.layers());
    layers.add(Districts.layer("圆", cells.toArray(new String[0])));
    UnifiedGround ground =
        merge(new MergeInput(with.frame(), with.area(), layers, with.whole())).ground();
    MergeReport.LayerReport round = ground.report().layers().get(layers.size());
    assertTrue(Math.hypot(round.shiftEastMetres(), round.shiftNorthMetres()) < 60, "" + round);
    assertEquals(List.of(), findings(ground, FindingCode.DATUM_SHIFT));
  }

  @Test
  void aLayerHandedInAgainOnTheSameDatumIsBroughtBackTheSameWay() {
    MergeInput shifted = withLayer(Districts.input(SmallDistrict.of(2, 4, 3, 1)), 1, DRAWN);
    StandingMerge standing = merge(shifted);
    StandingMerge again = standing.with(shifted.layers().get(1), MergeProgress.SILENT);
    assertEquals(0, again.partsComputed());
    MergeLawsTest.assertSame("again", standing.ground(), again.ground());
    MergePolicy nameless = MergePolicy.automatic().knowing(standing.measures());
    assertThrows(
        IllegalArgumentException.class,
        () -> GridMerge.merge(shifted, nameless, MergeProgress.SILENT));
    assertEquals(
        Map.of("GCJ-02", 1L),
        standing.measures().values().stream()
            .flatMap(e -> e.datum().stream())
            .collect(
                java.util.stream.Collectors.groupingBy(
                    n -> n, java.util.stream.Collectors.counting())));
  }
}
