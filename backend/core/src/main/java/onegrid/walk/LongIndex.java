package onegrid.walk;

import java.util.Arrays;

/** Numbers longs from 0 in the order in which they are first asked for. */
final class LongIndex {
  private static final int NONE = -1;

  private long[] keys;
  private int[] numbers;
  private int size;

  LongIndex(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2) * 2;
    keys = new long[capacity];
    numbers = new int[capacity];
    Arrays.fill(numbers, NONE);
  }

  int size() {
    return size;
  }

  /** The number of a key, a new one if it has none yet. */
  int number(long key) {
    int at = find(key);
    if (numbers[at] != NONE) {
      return numbers[at];
    }
    keys[at] = key;
    numbers[at] = size++;
    if (size * 2 > keys.length) {
      grow();
    }
    return size - 1;
  }

  /** The number of a key, or -1. */
  int known(long key) {
    return numbers[find(key)];
  }

  private int find(long key) {
    int at = (int) mix(key) & (keys.length - 1);
    while (numbers[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  static long mix(long key) {
    long z = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
    return z ^ (z >>> 29);
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    Arrays.fill(numbers, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != NONE) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
