package onegrid.merge;

import java.util.Arrays;

/** Distinct grid points, numbered in the order of their arrival. Not safe across threads. */
final class PointTable {
  /** Flips the lower half of a key, so that keys compare as their points do. */
  private static final long LOW_SIGN = 0x80000000L;

  private long[] keys = new long[64];
  private int[] slots = new int[128];
  private int count;

  PointTable() {
    Arrays.fill(slots, -1);
  }

  /** Makes room for more points, so that the table need not grow while they come. */
  void expect(int more) {
    keys = Arrays.copyOf(keys, Math.max(keys.length, count + more));
    if ((count + more) * 2L > slots.length) {
      rebuild(Integer.highestOneBit(count + more) * 4);
    }
  }

  /** The number of a point, given a new one when it was not yet here. */
  int add(int x, int y) {
    long key = key(x, y);
    int slot = slotOf(key);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
    }
    keys[count] = key;
    slots[slot] = count;
    count++;
    if (count * 2 > slots.length) {
      rebuild(slots.length * 2);
    }
    return count - 1;
  }

  int x(int point) {
    return (int) (keys[point] >> 32);
  }

  int y(int point) {
    return (int) keys[point];
  }

  int size() {
    return count;
  }

  /** A number that says where a point stands among all points, by x and then y. */
  long place(int point) {
    return keys[point] ^ LOW_SIGN;
  }

  /** The place of each point among all, by x and then y. */
  int[] ranks() {
    long[] sorted = new long[count];
    for (int p = 0; p < count; p++) {
      sorted[p] = keys[p] ^ LOW_SIGN;
    }
    Arrays.sort(sorted);
    int[] ranks = new int[count];
    for (int r = 0; r < count; r++) {
      ranks[slots[slotOf(sorted[r] ^ LOW_SIGN)]] = r;
    }
    return ranks;
  }

  private static long key(int x, int y) {
    return ((long) x << 32) | (y & 0xffffffffL);
  }

  private int slotOf(long key) {
    int mask = slots.length - 1;
    int slot = hash(key) & mask;
    while (slots[slot] >= 0 && keys[slots[slot]] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rebuild(int size) {
    slots = new int[size];
    Arrays.fill(slots, -1);
    for (int i = 0; i < count; i++) {
      slots[slotOf(keys[i])] = i;
    }
  }

  /** Mixes the key so that neighbouring points fall into distant slots. */
  static int hash(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    h ^= h >>> 32;
    h *= 0xD6E8FEB86659FD93L;
    return (int) (h >>> 32);
  }
}
