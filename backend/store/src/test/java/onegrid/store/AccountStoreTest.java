package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import onegrid.store.SetupUse.Outcome;
import org.junit.jupiter.api.Test;

class AccountStoreTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AccountStore accounts = TestDatabase.stores().accounts();

  @Test
  void oneOfManyWhoUseTheLinkSucceeds() {
    accounts.offerSetup("hash", HOUR);
    assertEquals(Outcome.DONE, accounts.setupState("hash"));
    List<CompletableFuture<SetupUse>> uses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String name = "admin" + i;
      uses.add(CompletableFuture.supplyAsync(() -> accounts.useSetup("hash", name, "secret")));
    }
    List<Outcome> outcomes = uses.stream().map(use -> use.join().outcome()).sorted().toList();
    assertEquals(Outcome.DONE, outcomes.get(0));
    assertEquals(5, outcomes.stream().filter(Outcome.USED::equals).count());
    assertEquals(1, accounts.list().size());
    assertEquals(Role.ADMINISTRATOR, accounts.list().get(0).role());
  }

  @Test
  void aLinkEndsByTimeAndByTheNextOne() throws InterruptedException {
    assertEquals(0, accounts.offerSetup("first", HOUR));
    assertEquals(1, accounts.offerSetup("second", Duration.ofMillis(1)));
    Thread.sleep(20);
    assertEquals(Outcome.UNKNOWN, accounts.useSetup("first", "a", "h").outcome());
    assertEquals(Outcome.EXPIRED, accounts.useSetup("second", "a", "h").outcome());
    assertFalse(accounts.any());
  }

  @Test
  void noLinkMakesASecondFirstAdministrator() {
    accounts.create("先到", Role.PLANNER, "h", "test");
    accounts.offerSetup("late", HOUR);
    assertEquals(Outcome.USED, accounts.useSetup("late", "a", "h").outcome());
    assertEquals(1, accounts.list().size());
  }

  @Test
  void accountsAreKeptByName() {
    Account made = accounts.create("小王", Role.CLERK, "hash", "test").orElseThrow();
    assertTrue(accounts.create("小王", Role.VIEWER, "other", "test").isEmpty());
    assertEquals("hash", accounts.find("小王").orElseThrow().passwordHash());
    assertEquals(made, accounts.find("小王").orElseThrow().account());
    assertTrue(accounts.changePassword(made.id(), Optional.empty(), "new", "test").isPresent());
    assertEquals("new", accounts.find("小王").orElseThrow().passwordHash());
    assertTrue(accounts.delete(made.id(), "test"));
    assertTrue(accounts.find("小王").isEmpty());
    assertFalse(accounts.delete(made.id(), "test"));
  }
}
