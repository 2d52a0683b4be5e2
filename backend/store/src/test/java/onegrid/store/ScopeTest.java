package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.store.GroundStore.Ground;
import onegrid.store.GroundStore.Thing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Eyes that see their own ground only. */
class ScopeTest {
  private final Stores stores = TestDatabase.stores();
  private final long owner =
      stores.accounts().create("主", Role.PLANNER, "h", "test").orElseThrow().id();

  @AfterEach
  void unbind() {
    Scope.unbind();
  }

  @Test
  void privateGroundIsItsOwnersAlone() {
    Scope.bind(new Scope(false, owner, Set.of()));
    long id = stores.workspaces().create("甲", false, "主").id();
    assertEquals(1, stores.workspaces().list().size());
    assertTrue(stores.grounds().of(Thing.WORKSPACE, id).map(Ground::changes).orElse(false));
    Scope.bind(new Scope(false, owner + 1, Set.of("3713")));
    assertTrue(stores.workspaces().list().isEmpty());
    assertTrue(stores.grounds().of(Thing.WORKSPACE, id).isEmpty());
    Scope.bind(Scope.NOTHING);
    assertTrue(stores.workspaces().find(id).isEmpty());
    Scope.unbind();
    assertTrue(stores.workspaces().find(id).isPresent());
  }

  @Test
  void rightsReachDownToChangeAndUpToSee() {
    long id = stores.workspaces().create("区", false, "test").id();
    stores.workspaces().change(id, "区", "371302", "test");
    for (String right : List.of("3713", "371302")) {
      Scope.bind(new Scope(false, 99, Set.of(right)));
      assertTrue(stores.grounds().of(Thing.WORKSPACE, id).orElseThrow().changes(), right);
    }
    Scope.bind(new Scope(false, 99, Set.of("371302001")));
    assertFalse(stores.grounds().of(Thing.WORKSPACE, id).orElseThrow().changes());
    Scope.bind(new Scope(false, 99, Set.of("371303", "3714", "51")));
    assertTrue(stores.grounds().of(Thing.WORKSPACE, id).isEmpty());
    assertTrue(stores.layers().list(id).isEmpty());
    assertTrue(stores.mosaics().list(id).isEmpty());
    assertTrue(stores.jobs().newest(id, 10).isEmpty());
  }

  @Test
  void jobsOfForeignGroundDoNotExist() {
    long id = stores.workspaces().create("区", false, "test").id();
    long job = stores.jobs().enqueue(id, JobKind.MERGE, "{}", "test").id();
    Scope.bind(new Scope(false, owner, Set.of("51")));
    assertTrue(stores.jobs().find(job).isEmpty());
    assertTrue(stores.grounds().of(Thing.JOB, job).isEmpty());
  }

  @Test
  void staleWritersAreTurnedAway() {
    long id = stores.workspaces().create("区", false, "test").id();
    long version = stores.workspaces().find(id).orElseThrow().version();
    stores.workspaces().change(id, "改", "", "test");
    assertThrows(
        StaleVersion.class,
        () ->
            stores.inTransaction(
                () -> {
                  stores.workspaces().expect(id, version);
                  return true;
                }));
    AccountRights rights = AccountRights.of(Role.VIEWER);
    assertThrows(StaleVersion.class, () -> stores.accounts().setRights(owner, 9, rights, "test"));
    assertEquals(
        Optional.of(Role.VIEWER),
        stores.accounts().setRights(owner, 1, rights, "test").map(Account::role));
  }

  @Test
  void rightsThatAreWhatTheyWereEndNoSession() {
    Account before = stores.accounts().find(owner).orElseThrow();
    assertEquals(
        Optional.of(before),
        stores.accounts().setRights(owner, before.version(), before.rights(), "test"));
  }

  @Test
  void lastAdministratorStays() {
    long id = stores.accounts().create("管", Role.ADMINISTRATOR, "h", "test").orElseThrow().id();
    assertThrows(
        LastAdministrator.class,
        () -> stores.accounts().setRights(id, 1, AccountRights.of(Role.VIEWER), "test"));
    assertEquals(Role.ADMINISTRATOR, stores.accounts().find(id).orElseThrow().role());
  }
}
