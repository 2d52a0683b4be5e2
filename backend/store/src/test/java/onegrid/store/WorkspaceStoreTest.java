package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorkspaceStoreTest {
  private static final Stores STORES = TestDatabase.stores();

  @Test
  void aWorkspaceLearnsItsFrameAndKnowsItsNewestMosaic() {
    Workspace made = STORES.workspaces().create("兰山", true, "test");
    assertEquals(OptionalInt.empty(), made.epsg());
    assertEquals(Optional.empty(), made.bounds());
    assertTrue(STORES.workspaces().setFrame(made.id(), 4548, "test"));
    SquareCity city = new SquareCity(2, 2);
    STORES.mosaics().save(city.mosaic(made.id(), List.of(), 0), "test");
    long newest = STORES.mosaics().save(city.mosaic(made.id(), List.of(), 0), "test").id();
    Workspace found = STORES.workspaces().find(made.id()).orElseThrow();
    assertEquals(OptionalInt.of(4548), found.epsg());
    assertEquals(Optional.of(newest), found.latestMosaicId());
    assertTrue(STORES.workspaces().list().contains(found));
  }

  @Test
  void countsAreThoseOfTheBaseMap() {
    long id = STORES.workspaces().create("济宁", true, "test").id();
    assertEquals(new PlaceCounts(0, 0, 0, 0, 0, 0), STORES.workspaces().counts(id));
    STORES.places().load(id, new SquareCity(20, 10).baseMap(), "test");
    assertEquals(new PlaceCounts(2, 1, 200, 2400, 6000, 2), STORES.workspaces().counts(id));
  }

  @Test
  void nothingIsLeftOfADeletedWorkspace() {
    SquareCity city = new SquareCity(4, 4);
    long id = STORES.workspaces().create("南阳", true, "test").id();
    STORES.places().load(id, city.baseMap(), "test");
    long layer = STORES.layers().save(city.layer(id, "综治"), "test").id();
    long mosaic = STORES.mosaics().save(city.mosaic(id, List.of(), 3), "test").id();
    long plan =
        STORES
            .plans()
            .create(mosaic, "方案", 0, new PlanSnapshot(0, "0".repeat(64), new byte[1]), "test")
            .id();
    long job = STORES.jobs().enqueue(id, JobKind.MERGE, "{}", "test").id();
    assertTrue(STORES.workspaces().delete(id, "test"));
    assertFalse(STORES.workspaces().delete(id, "test"));
    assertTrue(STORES.layers().find(layer).isEmpty());
    assertTrue(STORES.mosaics().find(mosaic).isEmpty());
    assertTrue(STORES.plans().find(plan).isEmpty());
    assertTrue(STORES.jobs().find(job).isEmpty());
    assertTrue(STORES.places().buildings(id).isEmpty());
  }
}
