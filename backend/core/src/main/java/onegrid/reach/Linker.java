package onegrid.reach;

import java.util.BitSet;
import java.util.stream.IntStream;
import onegrid.walk.CellGrid;
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
    eachSegment((square, entry) -> grid.count(square));
    grid.counted();
    eachSegment(grid::put);
    grid.filled();
  }

  private interface SquareVisitor {
    void visit(int square, int entry);
  }

  private void eachSegment(SquareVisitor visitor) {
    for (int e = 0; e < network.edges(); e++) {
      if (!network.entered(e)) {
        continue;
      }
      int points = network.points(e);
      for (int i = 1; i < points; i++) {
        int entry = e << SEGMENT_BITS | Math.min(i, WHOLE_EDGE);
        grid.squaresOf(
            network.x(e, i - 1),
            network.y(e, i - 1),
            network.x(e, i),
            network.y(e, i),
            square -> visitor.visit(square, entry));
      }
    }
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
    int batches = (n + BATCH - 1) / BATCH;
    BitSet[] unclear = new BitSet[batches];
    IntStream numbers = IntStream.range(0, batches);
    (threads > 1 ? numbers.parallel() : numbers)
        .forEach(
            b -> {
              LinkSearch search = new LinkSearch(this, limitMetres);
              unclear[b] = new BitSet();
              for (int i = b * BATCH; i < Math.min(n, (b + 1) * BATCH); i++) {
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
}
