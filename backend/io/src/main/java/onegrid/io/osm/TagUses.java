package onegrid.io.osm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ways of a block are, by the numbers of their tags: most have the same few, so that
 * hardly any needs a map of texts of its own.
 */
final class TagUses {
  private static final int SLOTS = 1 << 10;

  private final OsmData data;
  private final int[][] known = new int[SLOTS][];
  private final @Nullable OsmData.Use[] use = new OsmData.Use[SLOTS];
  private int[] pairs = new int[32];

  TagUses(OsmData data) {
    this.data = data;
  }

  /** Forgets all: the numbers of the next block mean other texts. */
  void clear() {
    Arrays.fill(known, null);
  }

  /** What a way with these tags is; none when it is not kept. */
  OsmData.@Nullable Use of(Proto keys, Proto values, Texts texts) {
    int n = 0;
    int hash = 0;
    while (keys.more()) {
      int key = keys.int32();
      int value = values.int32();
      if (texts.isKept(key)) {
        if (n == pairs.length) {
          pairs = Arrays.copyOf(pairs, n * 2);
        }
        pairs[n++] = key;
        pairs[n++] = value;
        hash = (hash * 31 + key) * 31 + value;
      }
    }
    int slot = (hash ^ hash >>> 10) & (SLOTS - 1);
    int[] there = known[slot];
    if (there == null || !Arrays.equals(there, 0, there.length, pairs, 0, n)) {
      Map<String, String> tags = new HashMap<>();
      for (int i = 0; i < n; i += 2) {
        tags.put(texts.get(pairs[i]), texts.get(pairs[i + 1]));
      }
      known[slot] = Arrays.copyOf(pairs, n);
      use[slot] = data.use(tags);
    }
    return use[slot];
  }
}
