package onegrid.server.tile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
 * workspace. For many threads.
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

  private final long mostBytes = Runtime.getRuntime().maxMemory() / 16;
  private final Map<Key, byte[]> known = new LinkedHashMap<>(1024, 0.75f, true);
  private long bytes;

  /** The tile as it was cut before, or as it is cut now. */
  Optional<byte[]> tile(Key key, Supplier<Optional<byte[]>> cut) {
    byte[] tile = remembered(key);
    if (tile == null) {
      tile = cut.get().orElse(NOTHING);
      remember(key, tile);
    }
    return tile.length == 0 ? Optional.empty() : Optional.of(tile);
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
