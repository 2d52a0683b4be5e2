package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Chains the border steps of all tiles to arcs from junction to junction. */
final class ArcChains {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final PointTable points = new PointTable();

  /** Steps from the lower point to the upper, sorted; who is on which side, who drew them. */
  private long[] ends = new long[1024];

  private int[] left = new int[1024];
  private int[] right = new int[1024];
  private long[] drawnBy = new long[1024];
  private int count;

  /** Adds the steps of a tile whose first unit has the number {@code firstUnit}. */
  void add(int[] steps, int firstUnit) {
    for (int i = 0; i < steps.length; i += 7) {
      int p = points.add(steps[i], steps[i + 1]);
      int q = points.add(steps[i + 2], steps[i + 3]);
      long by = ((long) steps[i + 5] << 32) | (steps[i + 6] & 0xffffffffL);
      boolean forward = isLower(p, q);
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, count * 2);
        left = Arrays.copyOf(left, count * 2);
        right = Arrays.copyOf(right, count * 2);
        drawnBy = Arrays.copyOf(drawnBy, count * 2);
      }
      ends[count] = forward ? ((long) p << 32) | q : ((long) q << 32) | p;
      left[count] = forward ? firstUnit + steps[i + 4] : Arc.OUTSIDE;
      right[count] = forward ? Arc.OUTSIDE : firstUnit + steps[i + 4];
      drawnBy[count++] = by;
    }
  }

  private boolean isLower(int p, int q) {
    return points.x(p) < points.x(q) || (points.x(p) == points.x(q) && points.y(p) < points.y(q));
  }

  private int compare(int p, int q) {
    return p == q ? 0 : isLower(p, q) ? -1 : 1;
  }

  private int from(int step) {
    return (int) (ends[step] >> 32);
  }

  private int to(int step) {
    return (int) ends[step];
  }

  /** All arcs, sorted by their points. */
  List<Arc> arcs() {
    pairSides();
    int[][] at = stepsAtPoints();
    boolean[] done = new boolean[count];
    List<Arc> arcs = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      if (!done[s]) {
        arcs.add(chain(s, at, done));
      }
    }
    return arcs;
  }

  /** Puts the two sides of each step together and sorts the steps by place. */
  private void pairSides() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (s, t) -> {
          int c = compare(from(s), from(t));
          return c != 0 ? c : compare(to(s), to(t));
        });
    long[] newEnds = new long[count];
    int[] newLeft = new int[count];
    int[] newRight = new int[count];
    long[] newBy = new long[count];
    int n = 0;
    for (int s : order) {
      if (n > 0 && newEnds[n - 1] == ends[s]) {
        newLeft[n - 1] = Math.max(newLeft[n - 1], left[s]);
        newRight[n - 1] = Math.max(newRight[n - 1], right[s]);
        newBy[n - 1] |= drawnBy[s];
      } else {
        newEnds[n] = ends[s];
        newLeft[n] = left[s];
        newRight[n] = right[s];
        newBy[n++] = drawnBy[s];
      }
    }
    ends = newEnds;
    left = newLeft;
    right = newRight;
    drawnBy = newBy;
    count = n;
  }

  private int[][] stepsAtPoints() {
    int[][] at = new int[points.size()][];
    for (int s = 0; s < count; s++) {
      for (int p : new int[] {from(s), to(s)}) {
        int[] of = at[p];
        at[p] = of == null ? new int[1] : Arrays.copyOf(of, of.length + 1);
        at[p][at[p].length - 1] = s;
      }
    }
    return at;
  }

  private Arc chain(int seed, int[][] at, boolean[] done) {
    IntList forward = new IntList();
    IntList backward = new IntList();
    done[seed] = true;
    long by = drawnBy[seed];
    by |= extend(seed, to(seed), at, done, forward);
    by |= extend(seed, from(seed), at, done, backward);
    int n = backward.size + forward.size + 2;
    Coordinate[] line = new Coordinate[n];
    int i = 0;
    for (int k = backward.size - 1; k >= 0; k--) {
      line[i++] = coordinate(backward.get(k));
    }
    line[i++] = coordinate(from(seed));
    line[i++] = coordinate(to(seed));
    for (int k = 0; k < forward.size; k++) {
      line[i++] = coordinate(forward.get(k));
    }
    return new Arc(FACTORY.createLineString(line), left[seed], right[seed], by);
  }

  /** Walks on from a point while the same two units lie on the sides. */
  private long extend(int seed, int from, int[][] at, boolean[] done, IntList out) {
    long by = 0;
    int step = seed;
    int p = from;
    while (at[p].length == 2) {
      int next = at[p][0] == step ? at[p][1] : at[p][0];
      if (done[next] || !continues(step, next, p)) {
        break;
      }
      done[next] = true;
      by |= drawnBy[next];
      p = from(next) == p ? to(next) : from(next);
      out.add(p);
      step = next;
    }
    return by;
  }

  private boolean continues(int step, int next, int p) {
    boolean sameWay = (to(step) == p) == (from(next) == p);
    return sameWay
        ? left[step] == left[next] && right[step] == right[next]
        : left[step] == right[next] && right[step] == left[next];
  }

  private Coordinate coordinate(int p) {
    return new Coordinate(LocalFrame.toMetres(points.x(p)), LocalFrame.toMetres(points.y(p)));
  }
}
