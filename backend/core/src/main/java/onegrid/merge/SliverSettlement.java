package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Gives slivers to a neighbour: ground so narrow that it is only the room between two drawings of
 * one border. A sliver never crosses the border of the area, and ground that holds most of a
 * department's cell is no sliver, however narrow it is.
 */
final class SliverSettlement {
  /** Ground narrower than this share of the loosest tolerance around it is a sliver. */
  private static final double WIDTH_IN_TOLERANCES = 0.6;

  /** Ground narrower than this is a sliver whatever drew it, in cells. */
  private static final double LEAST_WIDTH_CELLS = 10;

  private static final double LEAST_SQUARE_CELLS = 10_000;

  private final Arrangement map;
  private final LayerStack stack;
  private final FaceGroups groups;
  private final double[] loosest;
  private final double[] borderTo;
  private final int[] stampOf;
  private final double widestSliver;
  private int stamp;

  /** Every sliver that was given away. */
  final List<Sliver> slivers = new ArrayList<>();

  /**
   * Ground that was given to a neighbour.
   *
   * @param held what each layer held on it
   * @param given what each layer holds on it now
   */
  record Sliver(int[] faces, int[] held, int[] given, double widthCells, MergeRule rule) {}

  private record Candidate(int root, double ground, int lowestFace) {}

  SliverSettlement(Arrangement map, LayerStack stack, FaceGroups groups) {
    this.map = map;
    this.stack = stack;
    this.groups = groups;
    this.widestSliver =
        Math.max(LEAST_WIDTH_CELLS, WIDTH_IN_TOLERANCES * stack.widestToleranceCells);
    this.loosest = new double[map.edges.size()];
    Arrays.fill(loosest, -1);
    this.borderTo = new double[map.faces];
    this.stampOf = new int[map.faces];
  }

  /** Settles every sliver among the groups of the faces inside. */
  void run(boolean[] inside) {
    PriorityQueue<Candidate> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::ground).thenComparingInt(Candidate::lowestFace));
    for (int f = 0; f < map.faces; f++) {
      if (inside[f] && groups.root(f) == f && width(f) >= 0) {
        queue.add(new Candidate(f, groups.squareCells(f), groups.lowestFace(f)));
      }
    }
    while (!queue.isEmpty()) {
      CallOff.check();
      Candidate c = queue.remove();
      int root = c.root;
      if (groups.root(root) != root || groups.squareCells(root) != c.ground) {
        continue;
      }
      double width = width(root);
      int into = width < 0 ? -1 : bestNeighbour(root);
      if (into >= 0) {
        int joined = give(root, into, width);
        if (width(joined) >= 0) {
          queue.add(new Candidate(joined, groups.squareCells(joined), groups.lowestFace(joined)));
        }
      }
    }
  }

  private int give(int root, int into, double width) {
    int layers = stack.count();
    int[] held = new int[layers];
    int[] given = new int[layers];
    for (int k = 0; k < layers; k++) {
      held[k] = groups.held(root, k);
      given[k] = groups.held(into, k);
    }
    int[] faces = groups.faces(root);
    slivers.add(new Sliver(faces, held, given, width, lastRule));
    return groups.absorb(root, into);
  }

  /** The mean width of a group if it is a sliver, else -1. */
  private double width(int root) {
    double ground = groups.squareCells(root);
    // Large ground that took many slivers in is not walked around for each of them.
    if (ground >= LEAST_SQUARE_CELLS && 2 * ground / groups.aroundAtMost(root) >= widestSliver) {
      return -1;
    }
    double around = 0;
    double tolerance = 0;
    for (int f = root; f >= 0; f = groups.nextFace(f)) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        if (groups.root(map.otherFace(h)) != root) {
          around += map.length(h >> 1);
          tolerance = Math.max(tolerance, tolerance(h >> 1));
        }
      }
    }
    groups.measured(root, around);
    double width = around == 0 ? 0 : 2 * ground / around;
    if (ground < LEAST_SQUARE_CELLS || width < LEAST_WIDTH_CELLS) {
      return width;
    }
    return width < WIDTH_IN_TOLERANCES * tolerance && !holdsMostOfACell(root) ? width : -1;
  }

  private double tolerance(int edge) {
    if (loosest[edge] < 0) {
      loosest[edge] = stack.loosestTolerance(map.edges, edge);
    }
    return loosest[edge];
  }

  private boolean holdsMostOfACell(int root) {
    for (int k = 0; k < stack.count(); k++) {
      int cell = groups.held(root, k);
      if (cell != FaceGroups.NONE
          && groups.squareCells(root) > 0.5 * stack.cellSquareCells(k, cell)) {
        return true;
      }
    }
    return false;
  }

  private MergeRule lastRule = MergeRule.MOST_LAYERS_AGREE;

  private int bestNeighbour(int root) {
    stamp++;
    IntList neighbours = new IntList();
    for (int f = root; f >= 0; f = groups.nextFace(f)) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        int other = groups.root(map.otherFace(h));
        if (other != root && groups.mayJoin(h >> 1)) {
          if (stampOf[other] != stamp) {
            stampOf[other] = stamp;
            borderTo[other] = 0;
            neighbours.add(other);
          }
          borderTo[other] += map.length(h >> 1);
        }
      }
    }
    int best = -1;
    for (int i = 0; i < neighbours.size; i++) {
      int other = neighbours.get(i);
      if (best < 0 || isBetter(root, other, best)) {
        best = other;
      }
    }
    lastRule = best < 0 ? lastRule : ruleFor(root, best, neighbours);
    return best;
  }

  private boolean isBetter(int root, int one, int other) {
    int a = groups.agreements(root, one);
    int b = groups.agreements(root, other);
    if (a != b) {
      return a > b;
    }
    if (borderTo[one] != borderTo[other]) {
      return borderTo[one] > borderTo[other];
    }
    return groups.lowestFace(one) < groups.lowestFace(other);
  }

  private MergeRule ruleFor(int root, int best, IntList neighbours) {
    for (int i = 0; i < neighbours.size; i++) {
      int other = neighbours.get(i);
      if (other != best && groups.agreements(root, other) == groups.agreements(root, best)) {
        return MergeRule.LONGEST_BORDER;
      }
    }
    return MergeRule.MOST_LAYERS_AGREE;
  }
}
