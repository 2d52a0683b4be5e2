package onegrid.sample;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;

class SampleCityTest {

  @ParameterizedTest
  @EnumSource(Preset.class)
  void everybodyIsCountedOnceAtEachLevel(Preset preset) {
    SampleCity city = SampleCity.of(preset, 3);
    int people = city.buildings().stream().mapToInt(Building::people).sum();
    int households = city.buildings().stream().mapToInt(Building::households).sum();
    assertEquals(people, city.communities().stream().mapToInt(Community::people).sum());
    assertEquals(households, city.communities().stream().mapToInt(Community::households).sum());

    Map<String, Integer> byCompound =
        city.buildings().stream()
            .filter(b -> b.compound().isPresent())
            .collect(
                Collectors.groupingBy(
                    b -> b.compound().orElseThrow(), Collectors.summingInt(Building::people)));
    for (Compound compound : city.compounds()) {
      assertEquals(byCompound.get(compound.code()), compound.people(), compound.code());
    }
    int inCompounds = city.compounds().stream().mapToInt(Compound::people).sum();
    assertEquals(inCompounds, city.buildingGroups().stream().mapToInt(BuildingGroup::people).sum());
    for (Building building : city.buildings()) {
      assertTrue(building.households() <= building.people(), building.id());
      assertEquals(building.people() > 0, building.households() > 0, building.id());
    }
  }

  @Test
  void lanshanHasTheNumbersOfTheArticle() {
    SampleCity city = SampleCity.of(Preset.LANSHAN, 1);
    assertEquals(4, city.subdistricts().size());
    assertEquals(102, city.communities().size());
    assertEquals(1105, city.compounds().size());
    assertEquals(446, city.compounds().stream().filter(c -> c.age() == CompoundAge.NEW).count());
    assertEquals(4853, city.buildingGroups().size());
    assertEquals(1_200_000, city.buildings().stream().mapToInt(Building::people).sum());
    assertEquals(4, city.communities().stream().filter(c -> c.people() > 20_000).count());
    Map<String, Long> compounds =
        city.compounds().stream()
            .collect(Collectors.groupingBy(Compound::communityCode, Collectors.counting()));
    assertEquals(
        12,
        city.communities().stream()
            .filter(c -> c.people() > 20_000 || compounds.getOrDefault(c.code(), 0L) >= 20)
            .count());
    assertEquals(6, city.layers().size());
    assertEquals(109, city.serviceItems().size());
    assertEquals(115, city.stations().stream().mapToInt(Station::windows).sum());
    Map<StationWorks, Long> works =
        city.stations().stream()
            .collect(Collectors.groupingBy(Station::works, Collectors.counting()));
    assertEquals(226, works.get(StationWorks.NEW));
    assertEquals(300, works.get(StationWorks.EXPANDED));
    assertEquals(62, works.get(StationWorks.MODULAR));
    assertTrue(city.layers().stream().mapToInt(l -> l.cells().size()).sum() >= 8000);
    assertTrue(vertices(city) >= 350_000);
    assertEquals(13_000, city.truth().units().size(), 1500);
    assertEquals(25_000, city.buildings().size(), 5000);
  }

  @Test
  void fenyiIsOneSubdistrictWith115Compounds() {
    SampleCity city = SampleCity.of(Preset.FENYI, 1);
    assertEquals(1, city.subdistricts().size());
    assertEquals(115, city.compounds().size());
  }

  @Test
  void jiningHas248CommunitiesAnd1886Stations() {
    SampleCity city = SampleCity.of(Preset.JINING, 1);
    assertEquals(248, city.communities().size());
    assertEquals(1886, city.stations().size());
    assertEquals(39, city.serviceItems().size());
  }

  @ParameterizedTest
  @EnumSource(
      value = Preset.class,
      names = {"FENYI", "NANYANG", "LANSHAN"})
  void blocksCommunitiesAndTrueUnitsTileTheSameGround(Preset preset) {
    CityPlan plan = SampleCity.plan(preset, 5, 1);
    SampleCity city = SampleCity.of(preset, 5, plan);
    Tiling blocks = new Tiling();
    for (int block = 0; block < plan.net.blocks(); block++) {
      blocks.add(block(plan, block));
    }
    Tiling communities = new Tiling();
    city.communities().forEach(c -> communities.add(c.geometry()));
    Tiling subdistricts = new Tiling();
    city.subdistricts().forEach(s -> subdistricts.add(s.geometry()));
    Tiling units = new Tiling();
    city.truth().units().forEach(u -> units.add(u.geometry()));

    assertEquals(blocks.border(), communities.border());
    assertEquals(blocks.border(), subdistricts.border());
    assertEquals(blocks.border(), units.border());
    assertEquals(blocks.areaSquareMetres, communities.areaSquareMetres, 0.01);
    assertEquals(blocks.areaSquareMetres, units.areaSquareMetres, 0.01);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void everyBuildingStandsInsideOneBlockAndItsCompound(Preset preset) {
    CityPlan plan = SampleCity.plan(preset, 6, 1);
    SampleCity city = SampleCity.of(preset, 6, plan);
    Map<String, Compound> compounds =
        city.compounds().stream().collect(Collectors.toMap(Compound::code, Function.identity()));
    city.compounds().forEach(c -> assertTrue(c.geometry().isValid(), c.code()));
    for (int i = 0; i < city.buildings().size(); i++) {
      Building building = city.buildings().get(i);
      int block = plan.register.blockOfBuilding.get(i);
      assertTrue(block(plan, block).contains(building.geometry()), building.id());
      building
          .compound()
          .ifPresent(
              code ->
                  assertTrue(
                      requireNonNull(compounds.get(code)).geometry().contains(building.geometry()),
                      building.id()));
    }
  }

  @Test
  void gatesStandInTheirWalls() {
    SampleCity city = SampleCity.of(Preset.FENYI, 8);
    Map<String, Compound> compounds =
        city.compounds().stream().collect(Collectors.toMap(Compound::code, Function.identity()));
    for (Gate gate : city.gates()) {
      Polygon wall = requireNonNull(compounds.get(gate.compoundCode())).geometry();
      assertEquals(0, wall.getBoundary().distance(gate.point()), gate.id());
    }
    assertEquals(
        115, city.gates().stream().map(Gate::compoundCode).distinct().count(), "one gate each");
  }

  /** The prints were made once; a run on another day or machine must come to the same. */
  @ParameterizedTest
  @CsvSource({
    "FENYI, aeba7bf80ff96c84",
    "LANSHAN, 42a0f500ec4b1086",
    "JINING, 16b28796dfb37eaa",
    "NANYANG, d9fbc7836754689f"
  })
  void theSameSeedGivesTheSameBytes(Preset preset, String print) {
    assertEquals(print, Fingerprint.of(SampleCity.of(preset, 42)).substring(0, 16));
  }

  @Test
  void anotherSeedGivesAnotherTown() {
    assertEquals(
        Fingerprint.of(SampleCity.of(Preset.FENYI, 42)),
        Fingerprint.of(SampleCity.of(Preset.FENYI, 42)));
    assertNotEquals(
        Fingerprint.of(SampleCity.of(Preset.FENYI, 42)),
        Fingerprint.of(SampleCity.of(Preset.FENYI, 43)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 4.1, Double.NaN})
  void noiseOutOfRangeIsRefused(double noise) {
    assertThrows(IllegalArgumentException.class, () -> SampleCity.of(Preset.FENYI, 1, noise));
  }

  @Test
  void buildingsKnowTheirTrueUnit() {
    SampleCity city = SampleCity.of(Preset.FENYI, 9);
    for (Building building : city.buildings()) {
      TruthUnit unit = city.truth().unitOf(building);
      assertTrue(unit.geometry().contains(building.geometry()), building.id());
      assertEquals(building.communityCode(), unit.communityCode());
    }
    assertFalse(city.buildings().isEmpty());
  }

  private static Polygon block(CityPlan plan, int block) {
    return Shapes.FACTORY.createPolygon(plan.net.trace(plan.net.ring[block], plan.net));
  }

  private static int vertices(SampleCity city) {
    return city.layers().stream()
        .flatMap(l -> l.cells().stream())
        .mapToInt(c -> c.geometry().getNumPoints())
        .sum();
  }
}
