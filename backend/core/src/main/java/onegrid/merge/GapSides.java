package onegrid.merge;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A long gap between cells that should meet, seen as two banks: each a chain of points, from the
 * same end of the gap to the other, with the cell that holds the ground behind each step.
 *
 * <p>The gap ends where cells of both banks meet, or at ground that no cell holds, such as the
 * border of the area. Of all pairs of such ends those are taken that make the banks most alike in
 * length.
 *
 * @param left points of one bank, from end to end
 * @param leftCells the cell behind each step of it
 * @param right points of the other bank, from the same end to the same end
 * @param rightCells the cell behind each step of it
 * @param from the point where a line along the middle begins: one that stands there already
 * @param to the point where it ends
 * @param ring all points around the gap, the first again at the end
 */
record GapSides(
    int[] left, int[] leftCells, int[] right, int[] rightCells, int from, int to, int[] ring) {
  /** The shorter bank is at least this share of both. */
  private static final double LEAST_SHARE = 0.35;

  /** An end that no cell holds is at most so many times as long as the gap is wide. */
  private static final double WIDEST_END = 2.5;

  private static final int NOBODY = -2;

  /**
   * The banks of a gap, or null where it has no two.
   *
   * @param faces the gap, connected
   * @param cellOf the cell that holds a face, negative for none
   * @param walls edges that nothing joins across
   * @param width the gap's mean width, in cells
   */
  static @Nullable GapSides of(
      Arrangement map, int[] faces, IntUnaryOperator cellOf, boolean[] walls, double width) {
    int[] ring = ring(map, faces);
    return ring.length == 0 ? null : new Search(map, ring, cellOf, walls, width).best();
  }

  /**
   * The half-edges around some faces, counter-clockwise from the lowest point; none where they are
   * not one ring that touches itself nowhere.
   */
  private static int[] ring(Arrangement map, int[] faces) {
    BitSet in = new BitSet();
    for (int f : faces) {
      in.set(f);
    }
    int count = 0;
    int first = -1;
    for (int f : faces) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        if (!in.get(map.otherFace(h))) {
          count++;
          first = first < 0 || isLower(map, map.from(h), map.from(first)) ? h : first;
        }
      }
    }
    int[] ring = new int[count];
    BitSet points = new BitSet();
    int h = first;
    for (int i = 0; i < count; i++) {
      if (points.get(map.from(h))) {
        return new int[0];
      }
      points.set(map.from(h));
      ring[i] = h;
      h = map.next(h);
      while (in.get(map.otherFace(h))) {
        h = map.next(h ^ 1);
      }
    }
    return ring;
  }

  private static boolean isLower(Arrangement map, int p, int q) {
    return map.points.place(p) < map.points.place(q);
  }

  /** An end: the steps from one number of the ring up to another, none where two cells meet. */
  private record End(int first, int steps, double length) {}

  private static final class Search {
    private final Arrangement map;
    private final int[] ring;
    private final int[] cells;
    private final double[] lengthTo;
    private final double width;

    Search(Arrangement map, int[] ring, IntUnaryOperator cellOf, boolean[] walls, double width) {
      this.map = map;
      this.ring = ring;
      this.width = width;
      this.cells = new int[ring.length];
      this.lengthTo = new double[ring.length + 1];
      for (int i = 0; i < ring.length; i++) {
        int cell = cellOf.applyAsInt(map.otherFace(ring[i]));
        cells[i] = cell < 0 || walls[ring[i] >> 1] ? NOBODY : cell;
        lengthTo[i + 1] = lengthTo[i] + map.length(ring[i] >> 1);
      }
    }

    @Nullable GapSides best() {
      End[] ends = ends();
      int open = (int) Arrays.stream(ends).filter(e -> e.steps > 0).count();
      double around = lengthTo[ring.length];
      GapSides best = null;
      double mostAlike = (1 - 2 * LEAST_SHARE) * around;
      for (int i = 0; i < ends.length; i++) {
        for (int j = i + 1; j < ends.length; j++) {
          int openHere = (ends[i].steps > 0 ? 1 : 0) + (ends[j].steps > 0 ? 1 : 0);
          double one = between(ends[i], ends[j]);
          double differ = Math.abs(around - ends[i].length - ends[j].length - 2 * one);
          if (openHere == open && differ < mostAlike && areStrangers(ends[i], ends[j])) {
            mostAlike = differ;
            best = sides(ends[i], ends[j]);
          }
        }
      }
      return best;
    }

    private End[] ends() {
      int n = ring.length;
      End[] ends = new End[n];
      int count = 0;
      for (int i = 0; i < n; i++) {
        int before = cells[(i + n - 1) % n];
        if (cells[i] != before && cells[i] == NOBODY) {
          int steps = 0;
          while (steps < n && cells[(i + steps) % n] == NOBODY) {
            steps++;
          }
          ends[count++] = new End(i, steps, length(i, steps));
        } else if (cells[i] != before && before != NOBODY) {
          ends[count++] = new End(i, 0, 0);
        }
      }
      return Arrays.stream(ends, 0, count).anyMatch(e -> e.length > WIDEST_END * width)
          ? new End[0]
          : Arrays.copyOf(ends, count);
    }

    private double length(int from, int steps) {
      int to = from + steps;
      double around = lengthTo[ring.length];
      return to <= ring.length
          ? lengthTo[to] - lengthTo[from]
          : around - lengthTo[from] + lengthTo[to - ring.length];
    }

    private int stepsBetween(End one, End other) {
      return Math.floorMod(other.first - one.first - one.steps, ring.length);
    }

    private double between(End one, End other) {
      return length((one.first + one.steps) % ring.length, stepsBetween(one, other));
    }

    /** Whether no cell is on both banks. */
    private boolean areStrangers(End one, End other) {
      int[] left = cells(one, other);
      int[] right = cells(other, one);
      Arrays.sort(right);
      return left.length > 0
          && right.length > 0
          && Arrays.stream(left).noneMatch(c -> Arrays.binarySearch(right, c) >= 0);
    }

    private int[] cells(End one, End other) {
      int[] out = new int[stepsBetween(one, other)];
      for (int i = 0; i < out.length; i++) {
        out[i] = cells[(one.first + one.steps + i) % ring.length];
      }
      return out;
    }

    private int[] points(End one, End other) {
      int[] out = new int[stepsBetween(one, other) + 1];
      for (int i = 0; i < out.length; i++) {
        out[i] = map.from(ring[(one.first + one.steps + i) % ring.length]);
      }
      return out;
    }

    private GapSides sides(End one, End other) {
      return new GapSides(
          points(one, other),
          cells(one, other),
          reversed(points(other, one)),
          reversed(cells(other, one)),
          start(one),
          start(other),
          IntStream.rangeClosed(0, ring.length)
              .map(i -> map.from(ring[i % ring.length]))
              .toArray());
    }

    private static int[] reversed(int[] list) {
      int[] out = new int[list.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = list[out.length - 1 - i];
      }
      return out;
    }

    /** Of the points of an end the one nearest to its middle. */
    private int start(End end) {
      int best = map.from(ring[end.first]);
      double least = end.length / 2;
      for (int i = 1; i <= end.steps; i++) {
        int p = map.from(ring[(end.first + i) % ring.length]);
        double off = Math.abs(length(end.first, i) - end.length / 2);
        if (off < least || (off == least && isLower(map, p, best))) {
          least = off;
          best = p;
        }
      }
      return best;
    }
  }
}
