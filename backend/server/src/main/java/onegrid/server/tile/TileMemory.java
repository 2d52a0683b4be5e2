package onegrid.server.tile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.TileAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tiles that were cut, those asked for last, in a sixteenth of the heap: people who look at one
 * district ask for the same tiles, and cutting one takes the database a hundred times as long as
 * handing it out.
 *
 * <p>What a tile shows does not depend on who asks; whether somebody may see it is asked before,
 * each time. Layers, mosaics and answers never change; the ground does with the version of its
 * workspace.
 *
 * <p>Who asks for a tile that is being cut waits for that one, and only a few are cut at once: when
 * a whole office opens the map in one minute, everybody gets it a little later, and the connections
 * that are left answer what is no tile. For many threads.
 */
@Component
class TileMemory {
  /** What a tile is of. */
  enum Of {
    GROUND,
    LAYER,
    MOSAIC,
    COVERAGE
  }

  /**
   * Which tile.
   *
   * @param version of what changes, 0 for what does not
   */
  record Key(Of of, long id, long version, TileAddress tile) {}

  private static final byte[] NOTHING = {};

  /** What a key and its place in the map take, by a measure of object sizes. */
  private static final int ENTRY_BYTES = 200;

  /** Of the sixteen connections; more at once would only take longer each. */
  private static final int CUT_AT_ONCE = 4;

  private static final int LONGEST_WAIT_SECONDS = 15;

  private final long mostBytes = Runtime.getRuntime().maxMemory() / 16;
  private final Map<Key, byte[]> known = new LinkedHashMap<>(1024, 0.75f, true);
  private final Map<Key, CompletableFuture<byte[]>> beingCut = new ConcurrentHashMap<>();
  private final Semaphore cutters = new Semaphore(CUT_AT_ONCE, true);
  private long bytes;

  /**
   * The tile as it was cut before, or as it is cut now.
   *
   * @throws Refused if so many are being cut that this one's turn does not come
   */
  Optional<byte[]> tile(Key key, Supplier<Optional<byte[]>> cut) {
    byte[] tile = remembered(key);
    if (tile == null) {
      tile = cutOnce(key, cut);
    }
    return tile.length == 0 ? Optional.empty() : Optional.of(tile);
  }

  private byte[] cutOnce(Key key, Supplier<Optional<byte[]>> cut) {
    CompletableFuture<byte[]> ours = new CompletableFuture<>();
    CompletableFuture<byte[]> another = beingCut.putIfAbsent(key, ours);
    if (another != null) {
      try {
        return another.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException why ? why : e;
      }
    }
    try {
      byte[] tile = cutInTurn(cut);
      remember(key, tile);
      ours.complete(tile);
      return tile;
    } catch (RuntimeException | Error e) {
      ours.completeExceptionally(e);
      throw e;
    } finally {
      beingCut.remove(key);
    }
  }

  private byte[] cutInTurn(Supplier<Optional<byte[]>> cut) {
    boolean ourTurn = false;
    try {
      ourTurn = cutters.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      if (!ourTurn) {
        throw tooMany();
      }
      return cut.get().orElse(NOTHING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooMany();
    } finally {
      if (ourTurn) {
        cutters.release();
      }
    }
  }

  private static Refused tooMany() {
    return new Refused(
        ProblemKind.UNAVAILABLE,
        "同时看图的人太多，请稍后再试。",
        "Too many people look at the map at once; try again shortly.");
  }

  private synchronized byte @Nullable [] remembered(Key key) {
    return known.get(key);
  }

  private synchronized void remember(Key key, byte[] tile) {
    byte[] before = known.put(key, tile);
    bytes += before == null ? tile.length + ENTRY_BYTES : tile.length - before.length;
    Iterator<byte[]> oldest = known.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= oldest.next().length + ENTRY_BYTES;
      oldest.remove();
    }
  }
}
