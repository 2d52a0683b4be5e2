package onegrid.walk;

import java.util.Arrays;

/**
 * Ways in pieces: what is left of them between the barriers. Every vertex has a key; where two
 * vertices have the same key, one can walk from one piece to the other.
 */
final class Pieces {
  /** Keys made here start above every node of a source and every place. */
  private static final long OWN = Long.MIN_VALUE;

  private int[] xs;
  private int[] ys;
  private long[] keys;
  private int points;
  private final IntStack starts = new IntStack();
  private final IntStack ways = new IntStack();
  private final IntStack gates = new IntStack();
  private long ownKeys;

  /**
   * No pieces yet.
   *
   * @param expected how many vertices will come, about
   */
  Pieces(int expected) {
    xs = new int[Math.max(16, expected)];
    ys = new int[xs.length];
    keys = new long[xs.length];
    starts.add(0);
  }

  /** A key that no other vertex has. */
  long ownKey() {
    return OWN + ownKeys++;
  }

  void vertex(int x, int y, long key) {
    if (points > start(size())
        && xs[points - 1] == x
        && ys[points - 1] == y
        && keys[points - 1] == key) {
      return;
    }
    if (points == xs.length) {
      xs = Arrays.copyOf(xs, points * 2);
      ys = Arrays.copyOf(ys, points * 2);
      keys = Arrays.copyOf(keys, points * 2);
    }
    xs[points] = x;
    ys[points] = y;
    keys[points++] = key;
  }

  /**
   * Ends the piece that the vertices since the last one make; a single vertex makes none.
   *
   * @param way the way it is of
   * @param gate the gate that it leads through, or -1
   */
  void end(int way, int gate) {
    if (points - start(size()) < 2) {
      points = start(size());
      return;
    }
    starts.add(points);
    ways.add(way);
    gates.add(gate);
  }

  int size() {
    return starts.size() - 1;
  }

  int start(int piece) {
    return starts.get(piece);
  }

  int way(int piece) {
    return ways.get(piece);
  }

  int gate(int piece) {
    return gates.get(piece);
  }

  int x(int point) {
    return xs[point];
  }

  int y(int point) {
    return ys[point];
  }

  long key(int point) {
    return keys[point];
  }

  int points() {
    return points;
  }

  /** The key of a place, for ways without names of their own. */
  static long place(int x, int y, int level) {
    long key = ((long) x << 31) ^ (y & 0x7FFFFFFFL) ^ ((long) (y >>> 31) << 62);
    // Named nodes are not negative and places are: they never meet by accident.
    return (level == 0 ? key : LongIndex.mix(key + level)) | 0xC000000000000000L;
  }
}
