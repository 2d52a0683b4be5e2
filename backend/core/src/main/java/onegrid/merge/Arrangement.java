package onegrid.merge;

import java.util.Arrays;

/**
 * The faces that noded edges cut the plane into. Half-edge 2e runs from the lower numbered end of
 * edge e to the higher, 2e + 1 back; each has its face on its left. Face 0 is the unbounded one.
 */
final class Arrangement {
  final EdgeSet edges;
  final PointTable points;

  /** The face on the left of each half-edge. */
  final int[] faceOf;

  final int faces;

  /** Ground of each face in square cells, holes taken out; 0 for face 0. */
  final double[] squareCells;

  /** Half-edges of face f: {@code halves[halfStart[f] .. halfStart[f + 1])}. */
  final int[] halfStart;

  final int[] halves;

  /** Half-edges that leave point p, counter-clockwise: {@code around[first[p] .. first[p + 1])}. */
  private final int[] first;

  private final int[] around;
  private final int[] placeOf;
  private final SegmentGrid grid;

  Arrangement(EdgeSet edges, PointTable points) {
    this(edges, points, SegmentGrid.of(edges, points));
  }

  /** The faces of edges that are already in a grid, see {@link SegmentGrid#of}. */
  Arrangement(EdgeSet edges, PointTable points, SegmentGrid grid) {
    this.grid = grid;
    this.edges = edges;
    this.points = points;
    int half = 2 * edges.size();
    first = new int[points.size() + 1];
    around = new int[half];
    placeOf = new int[half];
    sortAround();
    int[] cycleOf = new int[half];
    double[] twice = new double[Math.max(16, half)];
    int[] lowest = new int[Math.max(16, half)];
    int cycles = findCycles(cycleOf, twice, lowest);
    int[] faceOfCycle = new int[cycles];
    faces = 1 + numberFaces(cycles, cycleOf, twice, lowest, faceOfCycle);
    faceOf = new int[half];
    for (int h = 0; h < half; h++) {
      faceOf[h] = faceOfCycle[cycleOf[h]];
    }
    halfStart = new int[faces + 1];
    halves = new int[half];
    listHalves();
    squareCells = new double[faces];
    for (int c = 0; c < cycles; c++) {
      squareCells[faceOfCycle[c]] += twice[c] / 2;
    }
    squareCells[0] = 0;
  }

  /** All edges, for finding what is near. */
  SegmentGrid grid() {
    return grid;
  }

  int from(int h) {
    return (h & 1) == 0 ? edges.a[h >> 1] : edges.b[h >> 1];
  }

  int to(int h) {
    return from(h ^ 1);
  }

  double length(int edge) {
    int p = edges.a[edge];
    int q = edges.b[edge];
    return Exact.distance(points.x(p), points.y(p), points.x(q), points.y(q));
  }

  int otherFace(int h) {
    return faceOf[h ^ 1];
  }

  /** The half-edge after h around the face on its left. */
  int next(int h) {
    return clockwiseFrom(h ^ 1);
  }

  /** The half-edge that leaves the same point next in clockwise order. */
  int clockwiseFrom(int h) {
    int p = from(h);
    int at = placeOf[h];
    return around[at == first[p] ? first[p + 1] - 1 : at - 1];
  }

  /** The face that holds (px, py + ½); no edge is ambiguous there, as ends have whole numbers. */
  int faceAt(int px, int py) {
    int h = halfEdgeLeftOf(px, py);
    return h < 0 ? 0 : faceOf[h];
  }

  private void listHalves() {
    for (int face : faceOf) {
      halfStart[face + 1]++;
    }
    for (int f = 0; f < faces; f++) {
      halfStart[f + 1] += halfStart[f];
    }
    int[] fill = Arrays.copyOf(halfStart, faces);
    for (int h = 0; h < faceOf.length; h++) {
      halves[fill[faceOf[h]]++] = h;
    }
  }

  private void sortAround() {
    int half = around.length;
    for (int h = 0; h < half; h++) {
      first[from(h) + 1]++;
    }
    for (int p = 0; p < points.size(); p++) {
      first[p + 1] += first[p];
    }
    int[] fill = Arrays.copyOf(first, points.size());
    for (int h = 0; h < half; h++) {
      int p = from(h);
      int j = fill[p]++;
      while (j > first[p] && isBefore(h, around[j - 1])) {
        around[j] = around[j - 1];
        j--;
      }
      around[j] = h;
    }
    for (int i = 0; i < half; i++) {
      placeOf[around[i]] = i;
    }
  }

  /** Whether h comes before g counter-clockwise from due east. */
  private boolean isBefore(int h, int g) {
    int p = from(h);
    long hx = (long) points.x(to(h)) - points.x(p);
    long hy = (long) points.y(to(h)) - points.y(p);
    long gx = (long) points.x(to(g)) - points.x(p);
    long gy = (long) points.y(to(g)) - points.y(p);
    boolean hLower = hy < 0 || (hy == 0 && hx < 0);
    boolean gLower = gy < 0 || (gy == 0 && gx < 0);
    if (hLower != gLower) {
      return gLower;
    }
    return hx * gy - hy * gx > 0;
  }

  private int findCycles(int[] cycleOf, double[] twice, int[] lowest) {
    Arrays.fill(cycleOf, -1);
    int cycles = 0;
    for (int h0 = 0; h0 < cycleOf.length; h0++) {
      if (cycleOf[h0] >= 0) {
        continue;
      }
      long sum = 0;
      int low = from(h0);
      int ox = points.x(low);
      int oy = points.y(low);
      int h = h0;
      do {
        cycleOf[h] = cycles;
        int p = from(h);
        int q = to(h);
        sum += Exact.turn(ox, oy, points.x(p), points.y(p), points.x(q), points.y(q));
        if (points.x(p) < points.x(low)
            || (points.x(p) == points.x(low) && points.y(p) < points.y(low))) {
          low = p;
        }
        h = next(h);
      } while (h != h0);
      twice[cycles] = sum;
      lowest[cycles] = low;
      cycles++;
    }
    return cycles;
  }

  /** Gives each outer cycle a face and each inner one the face around it. */
  private int numberFaces(
      int cycles, int[] cycleOf, double[] twice, int[] lowest, int[] faceOfCycle) {
    Integer[] order = new Integer[cycles];
    for (int c = 0; c < cycles; c++) {
      order[c] = c;
    }
    Arrays.sort(
        order,
        (c, d) -> {
          int i = Integer.compare(points.x(lowest[c]), points.x(lowest[d]));
          i = i != 0 ? i : Integer.compare(points.y(lowest[c]), points.y(lowest[d]));
          return i != 0 ? i : Double.compare(twice[c], twice[d]);
        });
    int n = 0;
    for (int c : order) {
      if (twice[c] > 0) {
        faceOfCycle[c] = ++n;
      }
    }
    // From left to right, so that what an inner cycle leans on has its face already.
    for (int c : order) {
      if (twice[c] <= 0) {
        int h = halfEdgeLeftOf(points.x(lowest[c]), points.y(lowest[c]));
        faceOfCycle[c] = h < 0 ? 0 : faceOfCycle[cycleOf[h]];
      }
    }
    return n;
  }

  /** The downward half-edge nearest on the left of (px, py + ½), or -1. */
  private int halfEdgeLeftOf(int px, int py) {
    int row = grid.row(py);
    if (grid.size() == 0 || py < grid.minY || px < grid.minX) {
      return -1;
    }
    int best = -1;
    double bestX = Double.NEGATIVE_INFINITY;
    for (int column = grid.column(px); column >= 0; column--) {
      int at = row * grid.columns + column;
      for (int i = grid.bucketStart(at); i < grid.bucketEnd(at); i++) {
        int e = grid.item(i);
        if ((grid.y1[e] <= py) != (grid.y2[e] <= py)) {
          double x = Drawing.crossingX(grid.x1[e], grid.y1[e], grid.x2[e], grid.y2[e], py);
          if (x < px && x > bestX) {
            bestX = x;
            best = e;
          }
        }
      }
      // An edge listed further left crosses this row further left.
      if (best >= 0 && bestX > grid.minX + (double) column * grid.bucket) {
        break;
      }
    }
    if (best < 0) {
      return -1;
    }
    return grid.y1[best] < grid.y2[best] ? 2 * best + 1 : 2 * best;
  }
}
