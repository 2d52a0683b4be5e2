package onegrid.server.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onegrid.server.tile.TileMemory.Key;
import onegrid.server.tile.TileMemory.Of;
import onegrid.store.TileAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TileMemoryTest {
  private static final byte[] TILE = {1, 2, 3};

  private final TileMemory memory = new TileMemory();
  private final ExecutorService people = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    people.shutdownNow();
  }

  @Test
  void whoAsksForATileThatIsBeingCutGetsThatOne() throws Exception {
    AtomicInteger cuts = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Optional<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(
          people.submit(
              () ->
                  memory.tile(
                      key(1),
                      () -> {
                        cuts.incrementAndGet();
                        await(go);
                        return Optional.of(TILE);
                      })));
    }
    go.countDown();
    for (Future<Optional<byte[]>> answer : answers) {
      assertArrayEquals(TILE, answer.get(10, TimeUnit.SECONDS).orElseThrow());
    }
    assertEquals(1, cuts.get());
  }

  @Test
  void onlyAFewAreCutAtOnceAndAllInTheEnd() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Optional<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Key key = key(i);
      answers.add(
          people.submit(
              () ->
                  memory.tile(
                      key,
                      () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        pause();
                        now.decrementAndGet();
                        return Optional.of(TILE);
                      })));
    }
    for (Future<Optional<byte[]>> answer : answers) {
      assertTrue(answer.get(10, TimeUnit.SECONDS).isPresent());
    }
    assertTrue(most.get() >= 1 && most.get() <= 4, most.get() + " at once");
  }

  @Test
  void aCutThatFailsFailsForAllWhoWaitedAndIsTriedAgain() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Future<Optional<byte[]>> first =
        people.submit(
            () ->
                memory.tile(
                    key(1),
                    () -> {
                      begun.complete(null);
                      await(go);
                      throw new IllegalArgumentException("no database");
                    }));
    begun.get(10, TimeUnit.SECONDS);
    Future<Optional<byte[]>> second =
        people.submit(() -> memory.tile(key(1), () -> Optional.of(TILE)));
    pause();
    go.countDown();
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> first.get(10, TimeUnit.SECONDS));
    assertTrue(String.valueOf(failed.getCause()).contains("no database"));
    try {
      assertArrayEquals(TILE, second.get(10, TimeUnit.SECONDS).orElseThrow());
    } catch (ExecutionException e) {
      assertTrue(String.valueOf(e.getCause()).contains("no database"));
    }
    assertArrayEquals(TILE, memory.tile(key(1), () -> Optional.of(TILE)).orElseThrow());
    assertArrayEquals(
        TILE,
        memory
            .tile(
                key(1),
                () -> {
                  throw new AssertionError("it is known");
                })
            .orElseThrow());
  }

  @Test
  void anEmptyTileIsRememberedToo() {
    assertTrue(memory.tile(key(1), Optional::empty).isEmpty());
    assertTrue(
        memory
            .tile(
                key(1),
                () -> {
                  throw new AssertionError("it is known");
                })
            .isEmpty());
  }

  private static Key key(int x) {
    return new Key(Of.GROUND, 1, 1, new TileAddress(12, x, 0));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
