package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * In what order the edges of a layer settle. Those that two cells share come first: they are beyond
 * doubt inside the layer. The others follow cell by cell, and may settle on those before them,
 * which closes the seams between cells that were drawn apart. A cell that shares most of its border
 * was drawn with its neighbours, so that what it drew alone is likelier right than what a cell drew
 * that shares little: the more of its border a cell shares, the earlier it comes.
 */
final class SettlingOrder {
  private final PointTable points;
  private final EdgeSet edges;

  private SettlingOrder(PointTable points, EdgeSet edges) {
    this.points = points;
    this.edges = edges;
  }

  /** Batches of edges, each to be settled at once. */
  static List<IntList> of(PointTable points, EdgeSet edges) {
    return new SettlingOrder(points, edges).batches();
  }

  private List<IntList> batches() {
    int lowest = Integer.MAX_VALUE;
    int highest = -1;
    for (int piece : edges.pieces) {
      lowest = Math.min(lowest, piece);
      highest = Math.max(highest, piece);
    }
    int pieces = highest < 0 ? 0 : highest - lowest + 1;
    double[] shared = new double[pieces];
    double[] alone = new double[pieces];
    IntList[] own = new IntList[pieces];
    IntList common = new IntList();
    for (int e = 0; e < edges.size(); e++) {
      boolean isShared = edges.start[e + 1] - edges.start[e] > 1;
      double length = length(e);
      for (int k = edges.start[e]; k < edges.start[e + 1]; k++) {
        (isShared ? shared : alone)[edges.pieces[k] - lowest] += length;
      }
      if (isShared) {
        common.add(e);
      } else {
        int at = edges.pieces[edges.start[e]] - lowest;
        own[at] = own[at] == null ? new IntList() : own[at];
        own[at].add(e);
      }
    }
    List<IntList> batches = new ArrayList<>();
    batches.add(common);
    Integer[] order = new Integer[pieces];
    Arrays.setAll(order, i -> i);
    double[] share = new double[pieces];
    Arrays.setAll(share, i -> alone[i] == 0 ? 0 : alone[i] / (alone[i] + shared[i]));
    Arrays.sort(
        order,
        (i, j) -> {
          int c = Double.compare(share[i], share[j]);
          return c != 0 ? c : Integer.compare(i, j);
        });
    for (int i : order) {
      if (own[i] != null) {
        batches.add(own[i]);
      }
    }
    return batches;
  }

  private double length(int edge) {
    int a = edges.a[edge];
    int b = edges.b[edge];
    return Exact.distance(points.x(a), points.y(a), points.x(b), points.y(b));
  }
}
