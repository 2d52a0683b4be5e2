package onegrid.merge;

import java.util.Arrays;

/**
 * Which pieces each face of an arrangement lies in. One face is told; every other differs from its
 * neighbour by the pieces of the edge between them, so all follow without a point-in-polygon test.
 */
final class FaceClaims {
  private static final int[] NONE = {};

  private FaceClaims() {}

  /**
   * Spreads claims from a face whose pieces are taken to be none.
   *
   * @param wall edges with this piece are not crossed; -1 for no wall
   * @param firstLine pieces from this number on hold no ground: they are lines
   * @return for each face its pieces, ascending; null where the spread did not come
   */
  static int[][] spread(Arrangement map, int from, int wall, int firstLine) {
    int[][] claims = new int[map.faces][];
    int[] queue = new int[map.faces];
    int read = 0;
    int write = 0;
    queue[write++] = from;
    claims[from] = NONE;
    while (read < write) {
      CallOff.check();
      int face = queue[read++];
      for (int i = map.halfStart[face]; i < map.halfStart[face + 1]; i++) {
        int h = map.halves[i];
        int other = map.otherFace(h);
        int edge = h >> 1;
        if (claims[other] == null && (wall < 0 || !map.edges.has(edge, wall))) {
          EdgeSet e = map.edges;
          int end = e.start[edge + 1];
          while (end > e.start[edge] && e.pieces[end - 1] >= firstLine) {
            end--;
          }
          claims[other] = sum(claims[face], e.pieces, e.start[edge], end);
          queue[write++] = other;
        }
      }
    }
    return claims;
  }

  static int[][] spread(Arrangement map, int from, int wall) {
    return spread(map, from, wall, Integer.MAX_VALUE);
  }

  /** The symmetric difference of two ascending sets. */
  static int[] sum(int[] one, int[] other) {
    return sum(one, other, 0, other.length);
  }

  private static int[] sum(int[] one, int[] other, int from, int to) {
    int[] out = new int[one.length + to - from];
    int n = 0;
    int i = 0;
    int j = from;
    while (i < one.length || j < to) {
      if (j == to || (i < one.length && one[i] < other[j])) {
        out[n++] = one[i++];
      } else if (i == one.length || other[j] < one[i]) {
        out[n++] = other[j++];
      } else {
        i++;
        j++;
      }
    }
    return n == 0 ? NONE : Arrays.copyOf(out, n);
  }

  /** A point (x, y + ½) well inside a face, as {x, y}: amid the widest of a few level cuts. */
  static int[] pointInside(Arrangement map, int face) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int i = map.halfStart[face]; i < map.halfStart[face + 1]; i++) {
      int y = map.points.y(map.from(map.halves[i]));
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    int[] best = {0, low};
    double widest = -1;
    for (int k = 1; k <= 7; k++) {
      int y = low + (int) ((long) (high - low) * k / 8);
      double[] cuts = cutsAt(map, face, y);
      for (int i = 0; i + 1 < cuts.length; i += 2) {
        double width = cuts[i + 1] - cuts[i];
        double room = Math.min(width, 2.0 * Math.min(y - low, high - y));
        if (room > widest || widest < 0) {
          widest = room;
          best = new int[] {(int) Math.floor((cuts[i] + cuts[i + 1]) / 2 + 0.5), y};
        }
      }
    }
    return best;
  }

  private static double[] cutsAt(Arrangement map, int face, int y) {
    double[] cuts = new double[8];
    int n = 0;
    for (int i = map.halfStart[face]; i < map.halfStart[face + 1]; i++) {
      int h = map.halves[i];
      int p = map.from(h);
      int q = map.to(h);
      int py = map.points.y(p);
      int qy = map.points.y(q);
      if ((py <= y) != (qy <= y) && map.otherFace(h) != face) {
        if (n == cuts.length) {
          cuts = Arrays.copyOf(cuts, n * 2);
        }
        cuts[n++] = Drawing.crossingX(map.points.x(p), py, map.points.x(q), qy, y);
      }
    }
    double[] sorted = Arrays.copyOf(cuts, n);
    Arrays.sort(sorted);
    return sorted;
  }
}
