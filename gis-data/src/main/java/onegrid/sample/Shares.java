package onegrid.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Deals whole things out by weight, so that the parts add up to the last one. */
final class Shares {
  private Shares() {}

  /** Largest remainder; equal remainders go to the lower index. */
  static int[] of(int total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    int[] shares = new int[weights.length];
    double[] remainder = new double[weights.length];
    int dealt = 0;
    for (int i = 0; i < weights.length; i++) {
      double exact = total * (weights[i] / sum);
      shares[i] = (int) Math.floor(exact);
      remainder[i] = exact - shares[i];
      dealt += shares[i];
    }
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -remainder[i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; dealt < total; i++, dealt++) {
      shares[order[i % order.length]]++;
    }
    return shares;
  }

  /**
   * As {@link #of}, each share between its bounds.
   *
   * @throws IllegalArgumentException if the bounds leave no way to the total
   */
  static int[] within(int total, double[] weights, int[] least, int[] most) {
    if (Arrays.stream(least).sum() > total || Arrays.stream(most).asLongStream().sum() < total) {
      throw new IllegalArgumentException("no way to deal " + total + " within the bounds");
    }
    int[] shares = of(total, weights);
    int excess = 0;
    for (int i = 0; i < shares.length; i++) {
      int bounded = Math.max(least[i], Math.min(most[i], shares[i]));
      excess += shares[i] - bounded;
      shares[i] = bounded;
    }
    for (int i = 0; excess != 0; i = (i + 1) % shares.length) {
      if (excess > 0 && shares[i] < most[i]) {
        shares[i]++;
        excess--;
      } else if (excess < 0 && shares[i] > least[i]) {
        shares[i]--;
        excess++;
      }
    }
    return shares;
  }
}
