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
    private long[] keys = new long[256];
    private int[] owners = new int[256];
    private int count;

    void toggle(int from, int to, int piece) {
      if (from == to) {
        return;
      }
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, count * 2);
        owners = Arrays.copyOf(owners, count * 2);
      }
      keys[count] = ((long) Math.min(from, to) << 32) | Math.max(from, to);
      owners[count] = piece;
      count++;
    }

    EdgeSet build() {
      long[] edges = distinctKeys();
      long[] toggles = new long[count];
      for (int i = 0; i < count; i++) {
        toggles[i] = ((long) Arrays.binarySearch(edges, keys[i]) << 32) | owners[i];
      }
      Arrays.sort(toggles);
      int kept = cancelPairs(toggles);
      return pack(edges, toggles, kept);
    }

    private long[] distinctKeys() {
      long[] sorted = Arrays.copyOf(keys, count);
      Arrays.sort(sorted);
      int n = 0;
      for (int i = 0; i < count; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          sorted[n++] = sorted[i];
        }
      }
      return Arrays.copyOf(sorted, n);
    }

    private static int cancelPairs(long[] sorted) {
      int kept = 0;
      for (long toggle : sorted) {
        if (kept > 0 && sorted[kept - 1] == toggle) {
          kept--;
        } else {
          sorted[kept++] = toggle;
        }
      }
      return kept;
    }

    private static EdgeSet pack(long[] edges, long[] toggles, int kept) {
      int[] a = new int[edges.length];
      int[] b = new int[edges.length];
      int[] start = new int[edges.length + 1];
      int[] pieces = new int[kept];
      int n = 0;
      for (int i = 0; i < kept; ) {
        int edge = (int) (toggles[i] >> 32);
        a[n] = (int) (edges[edge] >> 32);
        b[n] = (int) edges[edge];
        start[n] = i;
        for (; i < kept && (int) (toggles[i] >> 32) == edge; i++) {
          pieces[i] = (int) toggles[i];
        }
        n++;
      }
      start[n] = kept;
      return new EdgeSet(
          Arrays.copyOf(a, n), Arrays.copyOf(b, n), Arrays.copyOf(start, n + 1), pieces);
    }
  }
}
