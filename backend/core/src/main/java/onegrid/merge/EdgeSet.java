package onegrid.merge;

import java.util.Arrays;

/**
 * Undirected edges between numbered points, each with the set of pieces whose boundary runs along
 * it. Sets add modulo two: a boundary that runs along an edge there and back is not there at all,
 * which is how spikes and doubled lines vanish.
 */
final class EdgeSet {
  /** Edge e joins points {@code a[e] < b[e]}; edges are sorted by both. */
  final int[] a;

  final int[] b;

  /** The pieces of edge e are {@code pieces[start[e] .. start[e + 1])}, ascending. */
  final int[] start;

  final int[] pieces;

  private EdgeSet(int[] a, int[] b, int[] start, int[] pieces) {
    this.a = a;
    this.b = b;
    this.start = start;
    this.pieces = pieces;
  }

  int size() {
    return a.length;
  }

  /** Whether there is an edge between two points. */
  boolean contains(int p, int q) {
    long key = ((long) Math.min(p, q) << 32) | Math.max(p, q);
    int lo = 0;
    int hi = a.length - 1;
    while (lo <= hi) {
      int mid = (lo + hi) >>> 1;
      long at = ((long) a[mid] << 32) | b[mid];
      if (at == key) {
        return true;
      }
      if (at < key) {
        lo = mid + 1;
      } else {
        hi = mid - 1;
      }
    }
    return false;
  }

  boolean has(int edge, int piece) {
    for (int i = start[edge]; i < start[edge + 1]; i++) {
      if (pieces[i] == piece) {
        return true;
      }
    }
    return false;
  }

  /** Collects boundary edges; edges left with an empty set are dropped. */
  static final class Builder {
    private static final int MOST_INSERTED = 32;

    /** The lower end of each toggle, and its higher end and piece in one number. */
    private int[] low = new int[256];

    private long[] rest = new long[256];
    private int count;
    private long[] sorted = {};

    void toggle(int from, int to, int piece) {
      if (from == to) {
        return;
      }
      if (count == low.length) {
        low = Arrays.copyOf(low, count * 2);
        rest = Arrays.copyOf(rest, count * 2);
      }
      low[count] = Math.min(from, to);
      rest[count++] = ((long) Math.max(from, to) << 32) | piece;
    }

    EdgeSet build() {
      int[] from = byLowerEnd();
      int[] a = new int[count];
      int[] b = new int[count];
      int[] start = new int[count + 1];
      int[] pieces = new int[count];
      int edges = 0;
      int kept = 0;
      for (int p = 0; p + 1 < from.length; p++) {
        sort(from[p], from[p + 1]);
        for (int i = from[p]; i < from[p + 1]; ) {
          int end = (int) (sorted[i] >> 32);
          start[edges] = kept;
          for (; i < from[p + 1] && (int) (sorted[i] >> 32) == end; i++) {
            int piece = (int) sorted[i];
            if (kept > start[edges] && pieces[kept - 1] == piece) {
              kept--;
            } else {
              pieces[kept++] = piece;
            }
          }
          if (kept > start[edges]) {
            a[edges] = p;
            b[edges++] = end;
          }
        }
      }
      start[edges] = kept;
      return new EdgeSet(
          Arrays.copyOf(a, edges),
          Arrays.copyOf(b, edges),
          Arrays.copyOf(start, edges + 1),
          Arrays.copyOf(pieces, kept));
    }

    /** Puts (higher end, piece) of all toggles in order of their lower end; where each begins. */
    private int[] byLowerEnd() {
      int points = 0;
      for (int i = 0; i < count; i++) {
        points = Math.max(points, low[i] + 1);
      }
      int[] from = new int[points + 1];
      for (int i = 0; i < count; i++) {
        from[low[i] + 1]++;
      }
      for (int p = 0; p < points; p++) {
        from[p + 1] += from[p];
      }
      int[] fill = Arrays.copyOf(from, points);
      sorted = new long[count];
      for (int i = 0; i < count; i++) {
        sorted[fill[low[i]]++] = rest[i];
      }
      return from;
    }

    /** Few edges meet in a point, so that a plain insertion is nearly always the fastest. */
    private void sort(int from, int to) {
      if (to - from > MOST_INSERTED) {
        Arrays.sort(sorted, from, to);
        return;
      }
      for (int i = from + 1; i < to; i++) {
        long key = sorted[i];
        int j = i;
        for (; j > from && sorted[j - 1] > key; j--) {
          sorted[j] = sorted[j - 1];
        }
        sorted[j] = key;
      }
    }
  }
}
