package onegrid.reach;

import java.util.BitSet;
import java.util.stream.IntStream;
import onegrid.walk.CellGrid;
import onegrid.walk.RadixSort;
import onegrid.walk.WalkNetwork;

/**
 * Links places to the network: each to the nearest edge that buildings are entered from and to
 * which the straight leg crosses no barrier; of two at the same millimetre, to the lower edge. A
 * place beside a wide road is linked to the side it lies on.
 *
 * <p>An edge is met at its point nearest to the place; when that leg is barred, the edge is not
 * taken, though another of its points might be seen.
 *
 * <p>Immutable; safe for many threads. About two microseconds a place.
 */
public final class Linker {
  /** How far a place may lie from the network when nobody says otherwise. */
  public static final int USUAL_LIMIT_METRES = 200;

  private static final int BATCH = 1 << 13;

  /** Fewer places than this are not worth sorting. */
  private static final int FEW = 256;

  /** An entry of the grid is an edge and one of its segments; beyond the last, the whole edge. */
  static final int SEGMENT_BITS = 8;

  static final int WHOLE_EDGE = (1 << SEGMENT_BITS) - 1;

  final WalkNetwork network;
  final CellGrid grid;

  private Linker(WalkNetwork network) {
    this.network = network;
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int e = 0; e < network.edges(); e++) {
      for (int i = 0; i < network.points(e); i++) {
        minX = Math.min(minX, network.x(e, i));
        maxX = Math.max(maxX, network.x(e, i));
        minY = Math.min(minY, network.y(e, i));
        maxY = Math.max(maxY, network.y(e, i));
      }
    }
    // About two edges a square: measured on porto and on a lattice of a million edges.
    grid = new CellGrid(minX, minY, maxX, maxY, network.edges() / 2);
    for (int e = 0; e < network.edges(); e++) {
      for (int i = network.entered(e) ? network.points(e) - 1 : 0; i > 0; i--) {
        grid.countSegment(
            network.x(e, i - 1), network.y(e, i - 1), network.x(e, i), network.y(e, i));
      }
    }
    grid.counted();
    for (int e = 0; e < network.edges(); e++) {
      for (int i = network.entered(e) ? network.points(e) - 1 : 0; i > 0; i--) {
        grid.putSegment(
            network.x(e, i - 1),
            network.y(e, i - 1),
            network.x(e, i),
            network.y(e, i),
            e << SEGMENT_BITS | Math.min(i, WHOLE_EDGE));
      }
    }
    grid.filled();
  }

  /** Indexes the edges of a network. */
  public static Linker of(WalkNetwork network) {
    return new Linker(network);
  }

  /**
   * Links places.
   *
   * @param xs east of each, in cells
   * @param ys north of each, in cells
   * @param limitMetres no leg is longer
   * @param threads does not change the result
   */
  public Links link(int[] xs, int[] ys, int limitMetres, int threads) {
    int n = xs.length;
    Links links = new Links(new int[n], new int[n], new int[n], new BitSet());
    int[] order = n < FEW ? null : nearTogether(xs, ys);
    int batches = (n + BATCH - 1) / BATCH;
    BitSet[] unclear = new BitSet[batches];
    IntStream numbers = IntStream.range(0, batches);
    (threads > 1 ? numbers.parallel() : numbers)
        .forEach(
            b -> {
              LinkSearch search = new LinkSearch(this, limitMetres);
              unclear[b] = new BitSet();
              for (int k = b * BATCH; k < Math.min(n, (b + 1) * BATCH); k++) {
                int i = order == null ? k : order[k];
                search.find(xs[i], ys[i]);
                links.edge()[i] = search.edge;
                links.offsetMm()[i] = search.offsetMm;
                links.legMm()[i] = search.legMm;
                if (search.unclearSide) {
                  unclear[b].set(i);
                }
              }
            });
    for (BitSet each : unclear) {
      links.unclearSide().or(each);
    }
    return links;
  }

  /**
   * The places in an order in which the next one is near the last, so that what it asks for is in
   * the cache already.
   */
  private int[] nearTogether(int[] xs, int[] ys) {
    long[] keys = new long[xs.length];
    for (int i = 0; i < keys.length; i++) {
      int column = Math.max(0, Math.min(grid.columns() - 1, grid.column(xs[i])));
      int row = Math.max(0, Math.min(grid.rows() - 1, grid.row(ys[i])));
      keys[i] = (spread(column) | spread(row) << 1) << 32 | i;
    }
    keys = RadixSort.byUpperBits(keys, 32, 22);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** The eleven low bits, each with a gap after it. */
  private static long spread(int value) {
    long v = value & 0x7FF;
    v = (v | v << 8) & 0x00FF00FFL;
    v = (v | v << 4) & 0x0F0F0F0FL;
    v = (v | v << 2) & 0x33333333L;
    return (v | v << 1) & 0x55555555L;
  }
}
