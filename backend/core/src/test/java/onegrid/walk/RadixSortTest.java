package onegrid.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RadixSortTest {
  @Test
  void sortsByTheBitsThatCountAndKeepsTheOrderOfEquals() {
    Random random = new Random(5);
    for (int bits : new int[] {22, 40}) {
      int low = 20;
      long[] keys = random.longs(3000, 0, 1L << (low + bits)).toArray();
      for (int i = 0; i < keys.length; i += 3) {
        keys[i] = keys[(i + 7) % keys.length] ^ 1;
      }
      long[] expected =
          Arrays.stream(keys)
              .boxed()
              .sorted(Comparator.comparingLong(k -> k >>> low))
              .mapToLong(k -> k)
              .toArray();
      assertArrayEquals(expected, RadixSort.byUpperBits(keys.clone(), low, bits));
    }
  }
}
