package onegrid.merge;

import java.util.Arrays;
import java.util.List;
import onegrid.mosaic.Arc;

/**
 * Arcs in the order of their lowest steps, which is that of the whole mosaic: by the lower end of
 * the step, then by its upper end. No step stands in two arcs, so runs join without a tie.
 */
final class ArcRun {
  private final long[] low;
  private final long[] high;
  private final Arc[] arcs;

  /**
   * A run.
   *
   * @param low the lower end of each arc's lowest step, as {@link PointTable#place}
   * @param high the upper end of that step
   */
  ArcRun(long[] low, long[] high, Arc[] arcs) {
    this.low = low;
    this.high = high;
    this.arcs = arcs;
  }

  /**
   * One run of several.
   *
   * @param firstUnit for each run the number that its unit 0 has in the whole
   */
  static Arc[] join(List<ArcRun> runs, int[] firstUnit) {
    int n = runs.stream().mapToInt(run -> run.arcs.length).sum();
    long[] low = new long[n];
    long[] high = new long[n];
    Arc[] arcs = new Arc[n];
    int[] ends = new int[runs.size()];
    int at = 0;
    for (int r = 0; r < ends.length; r++) {
      ArcRun run = runs.get(r);
      int count = run.arcs.length;
      System.arraycopy(run.low, 0, low, at, count);
      System.arraycopy(run.high, 0, high, at, count);
      for (int i = 0; i < count; i++) {
        arcs[at + i] = renumbered(run.arcs[i], firstUnit[r]);
      }
      at += count;
      ends[r] = at;
    }
    int[] order = merged(low, high, ends);
    Arc[] joined = new Arc[n];
    for (int i = 0; i < n; i++) {
      joined[i] = arcs[order[i]];
    }
    return joined;
  }

  private static Arc renumbered(Arc arc, int firstUnit) {
    return firstUnit == 0
        ? arc
        : new Arc(
            arc.line(),
            arc.left() == Arc.OUTSIDE ? Arc.OUTSIDE : arc.left() + firstUnit,
            arc.right() == Arc.OUTSIDE ? Arc.OUTSIDE : arc.right() + firstUnit,
            arc.drawnBy());
  }

  /** The order of all, from runs that are in order and end where told: two by two into one. */
  private static int[] merged(long[] low, long[] high, int[] ends) {
    int[] order = new int[low.length];
    Arrays.setAll(order, i -> i);
    int[] into = new int[order.length];
    int[] bounds = ends;
    while (bounds.length > 1) {
      int[] wider = new int[(bounds.length + 1) / 2];
      for (int r = 0; r < bounds.length; r += 2) {
        int from = r == 0 ? 0 : bounds[r - 1];
        int end = r + 1 < bounds.length ? bounds[r + 1] : bounds[r];
        mergeTwo(low, high, order, from, bounds[r], end, into);
        wider[r / 2] = end;
      }
      int[] swap = order;
      order = into;
      into = swap;
      bounds = wider;
    }
    return order;
  }

  private static void mergeTwo(
      long[] low, long[] high, int[] order, int from, int middle, int end, int[] into) {
    int i = from;
    int j = middle;
    for (int at = from; at < end; at++) {
      boolean first = j == end || (i < middle && isBefore(low, high, order[i], order[j]));
      into[at] = first ? order[i++] : order[j++];
    }
  }

  private static boolean isBefore(long[] low, long[] high, int i, int j) {
    return low[i] != low[j] ? low[i] < low[j] : high[i] < high[j];
  }
}
