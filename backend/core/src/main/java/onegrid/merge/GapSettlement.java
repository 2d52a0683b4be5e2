package onegrid.merge;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Decides who holds the ground that no cell of a layer claims. A gap that is too wide stays open. A
 * narrow one is closed from its sides inwards, face by face, by whoever has the longest border with
 * it, borders that others drew, too, counting little. A long one between cells that should meet is
 * divided along its middle, unless others drew the border there, or a building stands in the way.
 */
final class GapSettlement {
  /** Departments leave and overlap strips of up to this width by the way they work, in cells. */
  private static final double LEAST_GAP_CELLS = 1600;

  private static final double GAP_TOLERANCES = 2;

  /** Half the length around a long gap is so many times its mean width; around a square 4 times. */
  private static final double LONG = 5;

  /** A narrower gap is not worth a line of its own. */
  private static final double LEAST_DIVIDED_CELLS = 100;

  /** Others drew the border if they drew this share of the gap's length. */
  private static final double DRAWN_SHARE = 0.5;

  private final LabelSettlement labels;
  private final Arrangement map;
  private final LayerStack stack;
  private final int layer;
  private final List<Integer> buildings;

  GapSettlement(LabelSettlement labels, int layer, List<Integer> buildings) {
    this.labels = labels;
    this.map = labels.map;
    this.stack = labels.stack;
    this.layer = layer;
    this.buildings = buildings;
  }

  /** The widest gap that is closed by rule, in cells. */
  static double widestGap(double toleranceCells) {
    return Math.max(LEAST_GAP_CELLS, GAP_TOLERANCES * toleranceCells);
  }

  /** A gap, its mean width being twice its ground over the length around it. */
  private record Gap(int[] faces, double around, double width) {
    boolean isLong() {
      return width >= LEAST_DIVIDED_CELLS && around / 2 >= LONG * width;
    }
  }

  /**
   * Settles every gap.
   *
   * @param cells the cells of the layer that claim each face inside
   */
  void settle(int[][] cells) {
    boolean[] done = new boolean[map.faces];
    double widest = widestGap(stack.toleranceCells(layer));
    for (int f = 0; f < map.faces; f++) {
      if (labels.inside[f] && !done[f] && cells[f].length == 0) {
        Gap gap = measured(labels.region(f, cells, done));
        boolean closes = gap.width <= widest;
        MergeRule rule = closes ? rule(gap) : MergeRule.LEFT_OPEN;
        if (rule == MergeRule.LONGEST_BORDER && gap.isLong()) {
          divide(gap);
        }
        boolean isFilled = closes && fill(gap.faces);
        labels.disputes.add(
            new LabelSettlement.Dispute(
                layer,
                gap.faces,
                new int[0],
                isFilled ? winners(gap.faces) : new int[0],
                isFilled ? rule : MergeRule.LEFT_OPEN));
      }
    }
  }

  private int held(int face) {
    return labels.held[labels.at(face, layer)];
  }

  private int[] winners(int[] faces) {
    return Arrays.stream(faces)
        .map(this::held)
        .filter(cell -> cell != FaceGroups.NONE)
        .sorted()
        .distinct()
        .toArray();
  }

  private Gap measured(int[] faces) {
    BitSet in = set(faces);
    double ground = 0;
    double around = 0;
    for (int f : faces) {
      ground += map.squareCells[f];
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        around += in.get(map.otherFace(h)) ? 0 : map.length(h >> 1);
      }
    }
    return new Gap(faces, around, around == 0 ? Double.POSITIVE_INFINITY : 2 * ground / around);
  }

  private static BitSet set(int[] faces) {
    BitSet in = new BitSet();
    for (int f : faces) {
      in.set(f);
    }
    return in;
  }

  /** The rule that closes a gap. */
  private MergeRule rule(Gap gap) {
    double drawn = 0;
    BitSet in = set(gap.faces);
    for (int f : gap.faces) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        int other = map.otherFace(h);
        if (isMiddle(h >> 1)) {
          return MergeRule.MIDDLE_LINE;
        }
        boolean isInner = in.get(other) && other > f;
        boolean isBank = !in.get(other) && held(other) != FaceGroups.NONE;
        if ((isInner || isBank) && labels.othersDrew(h >> 1, layer)) {
          drawn += map.length(h >> 1);
        }
      }
    }
    return drawn >= DRAWN_SHARE * gap.around / 2
        ? MergeRule.OTHERS_DREW_BORDER
        : MergeRule.LONGEST_BORDER;
  }

  private boolean isMiddle(int edge) {
    return map.edges.has(edge, stack.firstMiddle() + layer);
  }

  /** Says which lines would divide a gap, if there are any that stay inside it. */
  private void divide(Gap gap) {
    GapSides sides = GapSides.of(map, gap.faces, this::held, labels.walls, gap.width);
    List<int[]> lines = sides == null ? null : MiddleLine.of(map.points, sides, gap.width);
    if (lines != null && isIn(gap, lines) && lines.stream().noneMatch(this::cutsBuilding)) {
      for (int[] xy : lines) {
        labels.middles.add(new SplitFaces.Line(xy, stack.firstMiddle() + layer));
      }
    }
  }

  private boolean isIn(Gap gap, List<int[]> lines) {
    int[] xy = lines.get(0);
    return Arrays.stream(gap.faces).anyMatch(f -> f == map.faceAt(xy[2], xy[3]));
  }

  private boolean cutsBuilding(int[] xy) {
    for (int b : buildings) {
      LayerStack.Footprint building = stack.buildings.get(b);
      int[] box = building.box();
      for (int i = 0; i + 3 < xy.length; i += 2) {
        if (Math.max(xy[i], xy[i + 2]) >= box[0]
            && Math.min(xy[i], xy[i + 2]) <= box[2]
            && Math.max(xy[i + 1], xy[i + 3]) >= box[1]
            && Math.min(xy[i + 1], xy[i + 3]) <= box[3]
            && Buildings.isCutBy(building.rings(), xy[i], xy[i + 1], xy[i + 2], xy[i + 3])) {
          return true;
        }
      }
    }
    return false;
  }

  /** Closes a gap from its sides inwards; false if it has no cell beside it. */
  private boolean fill(int[] faces) {
    int left = faces.length;
    while (left > 0) {
      CallOff.check();
      int[] answer = new int[faces.length];
      int answered = 0;
      for (int i = 0; i < faces.length; i++) {
        answer[i] =
            held(faces[i]) == FaceGroups.NONE ? dearestNeighbour(faces[i]) : FaceGroups.NONE;
        answered += answer[i] == FaceGroups.NONE ? 0 : 1;
      }
      if (answered == 0) {
        return left < faces.length;
      }
      for (int i = 0; i < faces.length; i++) {
        if (answer[i] != FaceGroups.NONE) {
          labels.held[labels.at(faces[i], layer)] = answer[i];
        }
      }
      left -= answered;
    }
    return true;
  }

  /** The cell beside a face that its borders are worth most to. */
  private int dearestNeighbour(int face) {
    IntList cells = new IntList(4);
    double[] worth = new double[8];
    for (int i = map.halfStart[face]; i < map.halfStart[face + 1]; i++) {
      int h = map.halves[i];
      int other = map.otherFace(h);
      int cell = labels.inside[other] ? held(other) : FaceGroups.NONE;
      if (cell != FaceGroups.NONE && !labels.walls[h >> 1] && !isMiddle(h >> 1)) {
        int at = 0;
        while (at < cells.size && cells.get(at) != cell) {
          at++;
        }
        if (at == cells.size) {
          cells.add(cell);
          worth = at == worth.length ? Arrays.copyOf(worth, at * 2) : worth;
        }
        worth[at] += labels.worth(h >> 1, layer);
      }
    }
    int best = FaceGroups.NONE;
    double most = 0;
    for (int i = 0; i < cells.size; i++) {
      if (worth[i] > most || (worth[i] == most && cells.get(i) < best)) {
        most = worth[i];
        best = cells.get(i);
      }
    }
    return best;
  }
}
