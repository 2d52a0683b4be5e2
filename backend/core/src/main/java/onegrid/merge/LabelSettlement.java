package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides what each layer holds on each face: where two of its cells claim a face, one of them;
 * where none does, see {@link GapSettlement}.
 */
final class LabelSettlement {
  /**
   * Who takes ground in takes the border to it away. One that another layer drew, too, stands all
   * the same, so that taking it away is worth little: the border is likely there.
   */
  private static final double WORTH_OF_COMMON_BORDER = 0.1;

  final Arrangement map;
  final LayerStack stack;
  final boolean[] inside;
  final boolean[] walls;
  private final int[][] claims;

  /** The answer; see {@link FaceGroups}. */
  final int[] held;

  /** Every place where a layer was at odds with itself, and how it was settled. */
  final List<Dispute> disputes = new ArrayList<>();

  /** Lines along the middle of long gaps, which this arrangement has not got yet. */
  final List<SplitFaces.Line> middles = new ArrayList<>();

  /**
   * Ground on which one layer was at odds with itself.
   *
   * @param claimants its cells that claimed the ground, ascending; none for a gap
   * @param winners the cells that have it now, ascending; none where it is left open
   */
  record Dispute(int layer, int[] faces, int[] claimants, int[] winners, MergeRule rule) {}

  /**
   * Settles all layers of a tile.
   *
   * @param buildings those in the tile or across its border, by their place in the stack
   */
  LabelSettlement(
      Arrangement map,
      LayerStack stack,
      boolean[] inside,
      boolean[] walls,
      int[][] claims,
      List<Integer> buildings) {
    this.map = map;
    this.stack = stack;
    this.inside = inside;
    this.walls = walls;
    this.claims = claims;
    this.held = new int[map.faces * stack.count()];
    Arrays.fill(held, FaceGroups.NONE);
    int[][] cells = new int[map.faces][];
    for (int k = 0; k < stack.count(); k++) {
      collectCells(k, cells);
      settleOverlaps(k, cells);
      new GapSettlement(this, k, buildings).settle(cells);
    }
  }

  int at(int face, int layer) {
    return face * stack.count() + layer;
  }

  private void collectCells(int layer, int[][] cells) {
    int from = stack.firstPiece[layer];
    int to = stack.firstPiece[layer + 1];
    for (int f = 0; f < map.faces; f++) {
      CallOff.check();
      cells[f] = null;
      if (!inside[f]) {
        continue;
      }
      IntList own = new IntList(2);
      for (int piece : claims[f]) {
        if (piece >= from && piece < to) {
          int cell = stack.cellOf(piece, layer);
          if (!own.contains(cell)) {
            own.add(cell);
          }
        }
      }
      cells[f] = own.toArray();
      Arrays.sort(cells[f]);
      if (cells[f].length == 1) {
        held[at(f, layer)] = cells[f][0];
      }
    }
  }

  private void settleOverlaps(int layer, int[][] cells) {
    boolean[] done = new boolean[map.faces];
    for (int f = 0; f < map.faces; f++) {
      if (inside[f] && !done[f] && cells[f].length > 1) {
        int[] region = region(f, cells, done);
        settleOverlap(layer, region, cells);
      }
    }
  }

  /** Faces around one that the same cells claim, connected without crossing a wall. */
  int[] region(int from, int[][] cells, boolean[] done) {
    IntList queue = new IntList();
    queue.add(from);
    done[from] = true;
    for (int i = 0; i < queue.size; i++) {
      int face = queue.get(i);
      for (int k = map.halfStart[face]; k < map.halfStart[face + 1]; k++) {
        int h = map.halves[k];
        int other = map.otherFace(h);
        if (inside[other]
            && !done[other]
            && !walls[h >> 1]
            && Arrays.equals(cells[other], cells[from])) {
          done[other] = true;
          queue.add(other);
        }
      }
    }
    return queue.toArray();
  }

  private void settleOverlap(int layer, int[] region, int[][] cells) {
    int[] claimants = cells[region[0]];
    double ground = 0;
    for (int f : region) {
      ground += map.squareCells[f];
    }
    int winner = -1;
    MergeRule rule = MergeRule.KEEPS_MOST_OF_CELL;
    double greatest = 0.5;
    for (int cell : claimants) {
      double share = ground / Math.max(1, stack.cellSquareCells(layer, cell));
      if (share > greatest) {
        greatest = share;
        winner = cell;
      }
    }
    if (winner < 0) {
      int longest = longest(borders(layer, region, claimants, 1));
      int dearest = longest(borders(layer, region, claimants, WORTH_OF_COMMON_BORDER));
      rule = longest == dearest ? MergeRule.LONGEST_BORDER : MergeRule.OTHERS_DREW_BORDER;
      winner = dearest < 0 ? -1 : claimants[dearest];
    }
    if (winner < 0) {
      rule = MergeRule.LOWER_CODE;
      winner = claimants[0];
    }
    for (int f : region) {
      held[at(f, layer)] = winner;
    }
    disputes.add(new Dispute(layer, region, claimants, new int[] {winner}, rule));
  }

  private static int longest(double[] borders) {
    int best = -1;
    for (int i = 0; i < borders.length; i++) {
      if (borders[i] > (best < 0 ? 0 : borders[best])) {
        best = i;
      }
    }
    return best;
  }

  /** What taking away an edge is worth to a layer: its length, less where others drew it. */
  double worth(int edge, int layer, double ofCommon) {
    return map.length(edge) * (othersDrew(edge, layer) ? ofCommon : 1);
  }

  double worth(int edge, int layer) {
    return worth(edge, layer, WORTH_OF_COMMON_BORDER);
  }

  /** Whether another layer drew an edge; borders of the area are a matter of their own. */
  boolean othersDrew(int edge, int layer) {
    return (stack.drawnBy(map.edges, edge) & ~(1L << (layer + 1)) & ~1L) != 0;
  }

  private double[] borders(int layer, int[] region, int[] claimants, double ofCommon) {
    double[] lengths = new double[claimants.length];
    for (int f : region) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        int other = map.otherFace(h);
        if (inside[other] && !walls[h >> 1]) {
          int c = Arrays.binarySearch(claimants, held[at(other, layer)]);
          if (c >= 0) {
            lengths[c] += worth(h >> 1, layer, ofCommon);
          }
        }
      }
    }
    return lengths;
  }
}
