package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import onegrid.store.BaseMap.Building;
import onegrid.store.BaseMap.Criterion;
import onegrid.store.BaseMap.DivisionLevel;
import onegrid.store.BaseMap.Station;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DataIntegrityViolationException;

class PlaceStoreTest {
  private static final Stores STORES = TestDatabase.stores();
  private static final SquareCity CITY = new SquareCity(20, 10);

  private final long workspace = STORES.workspaces().create("兰山", true, "test").id();

  @Test
  void whatWasLoadedComesBack() {
    BaseMap map = CITY.baseMap();
    STORES.places().load(workspace, map, "test");
    List<Building> buildings = STORES.places().buildings(workspace);
    assertEquals(200, buildings.size());
    Building first = buildings.get(0);
    assertEquals(Optional.of("C1"), first.compoundCode());
    assertEquals(List.of(6, 12, 30), List.of(first.floors(), first.households(), first.people()));
    assertTrue(map.buildings().get(0).footprint().equalsExact(first.footprint()));
    assertEquals(2, STORES.places().divisions(workspace, DivisionLevel.COMMUNITY).size());
    assertEquals(
        "兰山街道", STORES.places().divisions(workspace, DivisionLevel.SUBDISTRICT).get(0).name());
    assertEquals("阳光小区", STORES.places().compounds(workspace).get(0).name());
    assertEquals(map.roads(), STORES.places().walks().roads(workspace));
    assertEquals(map.gates(), STORES.places().walks().gates(workspace));
    assertEquals(map.barriers(), STORES.places().walks().barriers(workspace));
    assertEquals(map.crossings(), STORES.places().walks().crossings(workspace));
    assertEquals("兖石铁路", STORES.places().walks().railways(workspace).get(0).name());
    assertEquals("沂河", STORES.places().walks().waters(workspace).get(0).name());
    Station station = STORES.places().stations(workspace).get(0);
    assertEquals(Criterion.values().length, station.criteria().size());
    assertEquals(List.of("社保", "医保"), station.items());
    assertTrue(STORES.places().stations(workspace).get(1).criteria().isEmpty());
  }

  @Test
  void loadingAgainPutsTheNewInThePlaceOfTheOld() {
    STORES.places().load(workspace, CITY.baseMap(), "test");
    STORES.places().load(workspace, new SquareCity(3, 3).baseMap(), "test");
    assertEquals(9, STORES.places().buildings(workspace).size());
    assertEquals(
        SquareCity.SOUTH + 10 * SquareCity.SIDE,
        STORES.workspaces().find(workspace).orElseThrow().bounds().orElseThrow().north());
  }

  @Test
  void aBuildingThatIsNotValidLeavesTheOldMapInPlace() {
    STORES.places().load(workspace, new SquareCity(3, 3).baseMap(), "test");
    assertThrows(
        DataIntegrityViolationException.class,
        () -> STORES.places().load(workspace, only(SquareCity.bowTie()), "test"));
    assertThrows(
        ShapeRefused.class,
        () -> STORES.places().load(workspace, only(SquareCity.square(1e7, 0, 1)), "test"));
    assertEquals(9, STORES.places().buildings(workspace).size());
  }

  private static BaseMap only(Geometry footprint) {
    return BaseMap.empty()
        .withPlaces(
            List.of(),
            List.of(new Building("B", Optional.empty(), 1, 1, 1, footprint)),
            List.of(),
            List.of());
  }
}
