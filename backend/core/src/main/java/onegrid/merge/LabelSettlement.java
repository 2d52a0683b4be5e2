package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides what each layer holds on each face: where two of its cells claim a face, one of them;
 * where none does and the gap is narrow, a neighbour; where it is wide, nothing.
 */
final class LabelSettlement {
  /** Departments leave and overlap strips of up to this width by the way they work, in cells. */
  private static final double LEAST_GAP_CELLS = 1600;

  private static final double GAP_TOLERANCES = 2;

  private final Arrangement map;
  private final LayerStack stack;
  private final boolean[] inside;
  private final boolean[] walls;
  private final int[][] claims;

  /** The answer; see {@link FaceGroups}. */
  final int[] held;

  /** Every place where a layer was at odds with itself, and how it was settled. */
  final List<Dispute> disputes = new ArrayList<>();

  /**
   * Ground on which one layer was at odds with itself.
   *
   * @param claimants its cells that claimed the ground, ascending; none for a gap
   * @param winner the cell that has it now; {@link FaceGroups#NONE} when left open or given to
   *     several
   */
  record Dispute(int layer, int[] faces, int[] claimants, int winner, MergeRule rule) {}

  LabelSettlement(
      Arrangement map, LayerStack stack, boolean[] inside, boolean[] walls, int[][] claims) {
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
      settleGaps(k, cells);
    }
  }

  /** The widest gap that is filled by rule, in cells. */
  static double widestGap(double toleranceCells) {
    return Math.max(LEAST_GAP_CELLS, GAP_TOLERANCES * toleranceCells);
  }

  private int at(int face, int layer) {
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
  private int[] region(int from, int[][] cells, boolean[] done) {
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
      rule = MergeRule.LONGEST_BORDER;
      double longest = 0;
      double[] borders = borders(layer, region, claimants);
      for (int i = 0; i < claimants.length; i++) {
        if (borders[i] > longest) {
          longest = borders[i];
          winner = claimants[i];
        }
      }
    }
    if (winner < 0) {
      rule = MergeRule.LOWER_CODE;
      winner = claimants[0];
    }
    for (int f : region) {
      held[at(f, layer)] = winner;
    }
    disputes.add(new Dispute(layer, region, claimants, winner, rule));
  }

  private double[] borders(int layer, int[] region, int[] claimants) {
    double[] lengths = new double[claimants.length];
    for (int f : region) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        int other = map.otherFace(h);
        if (inside[other] && !walls[h >> 1]) {
          int c = Arrays.binarySearch(claimants, held[at(other, layer)]);
          if (c >= 0) {
            lengths[c] += map.length(h >> 1);
          }
        }
      }
    }
    return lengths;
  }

  private void settleGaps(int layer, int[][] cells) {
    boolean[] done = new boolean[map.faces];
    double widest = widestGap(stack.toleranceCells(layer));
    for (int f = 0; f < map.faces; f++) {
      if (inside[f] && !done[f] && cells[f].length == 0) {
        int[] region = region(f, cells, done);
        if (width(region) <= widest && fill(layer, region)) {
          disputes.add(
              new Dispute(
                  layer, region, new int[0], winnerOf(layer, region), MergeRule.LONGEST_BORDER));
        } else {
          disputes.add(
              new Dispute(layer, region, new int[0], FaceGroups.NONE, MergeRule.LEFT_OPEN));
        }
      }
    }
  }

  private int winnerOf(int layer, int[] region) {
    int winner = held[at(region[0], layer)];
    for (int f : region) {
      winner = held[at(f, layer)] == winner ? winner : FaceGroups.NONE;
    }
    return winner;
  }

  /** Mean width of connected faces: twice the ground over the length around. */
  private double width(int[] region) {
    double ground = 0;
    double around = 0;
    for (int f : region) {
      ground += map.squareCells[f];
    }
    int[] sorted = region.clone();
    Arrays.sort(sorted);
    for (int f : region) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        if (Arrays.binarySearch(sorted, map.otherFace(map.halves[i])) < 0) {
          around += map.length(map.halves[i] >> 1);
        }
      }
    }
    return around == 0 ? Double.POSITIVE_INFINITY : 2 * ground / around;
  }

  /**
   * Fills a gap from its sides inwards, each face by the longest border it has; false if none has.
   */
  private boolean fill(int layer, int[] region) {
    int left = region.length;
    while (left > 0) {
      CallOff.check();
      int[] answer = new int[region.length];
      int answered = 0;
      for (int i = 0; i < region.length; i++) {
        answer[i] =
            held[at(region[i], layer)] == FaceGroups.NONE
                ? longestNeighbour(layer, region[i])
                : FaceGroups.NONE;
        answered += answer[i] == FaceGroups.NONE ? 0 : 1;
      }
      if (answered == 0) {
        return left < region.length;
      }
      for (int i = 0; i < region.length; i++) {
        if (answer[i] != FaceGroups.NONE) {
          held[at(region[i], layer)] = answer[i];
        }
      }
      left -= answered;
    }
    return true;
  }

  private int longestNeighbour(int layer, int face) {
    IntList cells = new IntList(4);
    double[] lengths = new double[8];
    for (int i = map.halfStart[face]; i < map.halfStart[face + 1]; i++) {
      int h = map.halves[i];
      int other = map.otherFace(h);
      int cell = inside[other] ? held[at(other, layer)] : FaceGroups.NONE;
      if (cell != FaceGroups.NONE && !walls[h >> 1]) {
        int at = 0;
        while (at < cells.size && cells.get(at) != cell) {
          at++;
        }
        if (at == cells.size) {
          cells.add(cell);
          lengths = at == lengths.length ? Arrays.copyOf(lengths, at * 2) : lengths;
        }
        lengths[at] += map.length(h >> 1);
      }
    }
    int best = FaceGroups.NONE;
    double longest = 0;
    for (int i = 0; i < cells.size; i++) {
      if (lengths[i] > longest || (lengths[i] == longest && cells.get(i) < best)) {
        longest = lengths[i];
        best = cells.get(i);
      }
    }
    return best;
  }
}
