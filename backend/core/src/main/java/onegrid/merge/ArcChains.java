package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Chains border steps to arcs from junction to junction: those inside a tile by themselves, and
 * those on the borders of tiles once all sides are known.
 */
final class ArcChains {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final PointTable points = new PointTable();

  /** Steps from the lower point to the upper, sorted; who is on which side, who drew them. */
  private long[] ends = new long[16];

  private int[] left = new int[16];
  private int[] right = new int[16];
  private long[] drawnBy = new long[16];
  private int count;
  private int[] firstAt = {};
  private int[] stepsAt = {};

  /** Points, by x, y, x, y …, that are junctions whatever steps there are here. */
  private final IntList junctions = new IntList();

  private boolean[] isJunction = {};

  /** Makes room for so many steps, of which about every second has a point of its own. */
  void expect(int steps) {
    points.expect(steps / 2);
    grow(Math.max(ends.length, steps));
  }

  private void grow(int size) {
    ends = Arrays.copyOf(ends, size);
    left = Arrays.copyOf(left, size);
    right = Arrays.copyOf(right, size);
    drawnBy = Arrays.copyOf(drawnBy, size);
  }

  /** Adds the steps of a tile whose first unit has the number {@code firstUnit}. */
  void add(int[] steps, int firstUnit) {
    for (int i = 0; i < steps.length; i += 7) {
      int p = points.add(steps[i], steps[i + 1]);
      int q = points.add(steps[i + 2], steps[i + 3]);
      long by = ((long) steps[i + 5] << 32) | (steps[i + 6] & 0xffffffffL);
      boolean forward = isLower(p, q);
      if (count == ends.length) {
        grow(count * 2);
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

  private int from(int step) {
    return (int) (ends[step] >> 32);
  }

  private int to(int step) {
    return (int) ends[step];
  }

  /** Adds points, as x, y, x, y …, where arcs end because of steps that are not here. */
  void addJunctions(int[] xy) {
    for (int v : xy) {
      junctions.add(v);
    }
  }

  /** Puts the sides of all steps together; no step may be added after that. */
  void close() {
    isJunction = new boolean[points.size() + junctions.size / 2];
    for (int i = 0; i < junctions.size; i += 2) {
      isJunction[points.add(junctions.get(i), junctions.get(i + 1))] = true;
    }
    pairSides();
    listStepsAtPoints();
  }

  /** All arcs. */
  ArcRun arcs() {
    return arcs(new boolean[count]);
  }

  /** Arcs with a unit on either side. */
  ArcRun innerArcs() {
    boolean[] done = new boolean[count];
    for (int s = 0; s < count; s++) {
      done[s] = isOpen(s);
    }
    return arcs(done);
  }

  private boolean isOpen(int step) {
    return left[step] == Arc.OUTSIDE || right[step] == Arc.OUTSIDE;
  }

  private ArcRun arcs(boolean[] done) {
    List<Arc> arcs = new ArrayList<>();
    IntList seeds = new IntList();
    for (int s = 0; s < count; s++) {
      if (!done[s]) {
        seeds.add(s);
        arcs.add(chain(s, done));
      }
    }
    long[] low = new long[seeds.size];
    long[] high = new long[seeds.size];
    for (int i = 0; i < low.length; i++) {
      low[i] = points.place(from(seeds.get(i)));
      high[i] = points.place(to(seeds.get(i)));
    }
    return new ArcRun(low, high, arcs.toArray(new Arc[0]));
  }

  /** Steps with a unit on one side only, as they were added. */
  int[] openSteps() {
    IntList open = new IntList();
    for (int s = 0; s < count; s++) {
      if (isOpen(s)) {
        boolean forward = right[s] == Arc.OUTSIDE;
        int p = forward ? from(s) : to(s);
        int q = forward ? to(s) : from(s);
        open.add(points.x(p));
        open.add(points.y(p));
        open.add(points.x(q));
        open.add(points.y(q));
        open.add(forward ? left[s] : right[s]);
        open.add((int) (drawnBy[s] >>> 32));
        open.add((int) drawnBy[s]);
      }
    }
    return open.toArray();
  }

  /** Points, as x, y, x, y …, where open steps meet others. */
  int[] landings() {
    IntList xy = new IntList();
    for (int p = 0; p < points.size(); p++) {
      int open = 0;
      for (int i = firstAt[p]; i < firstAt[p + 1]; i++) {
        open += isOpen(stepsAt[i]) ? 1 : 0;
      }
      if (open > 0 && open < firstAt[p + 1] - firstAt[p]) {
        xy.add(points.x(p));
        xy.add(points.y(p));
      }
    }
    return xy.toArray();
  }

  /** Puts the two sides of each step together and sorts the steps by place. */
  private void pairSides() {
    long[] newEnds = new long[count];
    int[] newLeft = new int[count];
    int[] newRight = new int[count];
    long[] newBy = new long[count];
    int n = 0;
    for (int s : stepsByPlace()) {
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

  /** The numbers of the steps, by the places of their lower ends and then of their upper ends. */
  private int[] stepsByPlace() {
    int[] rank = points.ranks();
    int[] from = new int[points.size() + 1];
    for (int s = 0; s < count; s++) {
      from[rank[from(s)] + 1]++;
    }
    for (int r = 0; r < points.size(); r++) {
      from[r + 1] += from[r];
    }
    int[] steps = new int[count];
    int[] fill = Arrays.copyOf(from, points.size());
    for (int s = 0; s < count; s++) {
      int r = rank[from(s)];
      int at = fill[r]++;
      for (; at > from[r] && rank[to(steps[at - 1])] > rank[to(s)]; at--) {
        steps[at] = steps[at - 1];
      }
      steps[at] = s;
    }
    return steps;
  }

  /** Lists the steps at point p as {@code stepsAt[firstAt[p] .. firstAt[p + 1])}. */
  private void listStepsAtPoints() {
    firstAt = new int[points.size() + 1];
    for (int s = 0; s < count; s++) {
      firstAt[from(s) + 1]++;
      firstAt[to(s) + 1]++;
    }
    for (int p = 0; p < points.size(); p++) {
      firstAt[p + 1] += firstAt[p];
    }
    stepsAt = new int[2 * count];
    int[] fill = Arrays.copyOf(firstAt, points.size());
    for (int s = 0; s < count; s++) {
      stepsAt[fill[from(s)]++] = s;
      stepsAt[fill[to(s)]++] = s;
    }
  }

  private Arc chain(int seed, boolean[] done) {
    IntList forward = new IntList();
    IntList backward = new IntList();
    done[seed] = true;
    long by = drawnBy[seed];
    by |= extend(seed, to(seed), done, forward);
    by |= extend(seed, from(seed), done, backward);
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
  private long extend(int seed, int from, boolean[] done, IntList out) {
    long by = 0;
    int step = seed;
    int p = from;
    while (firstAt[p + 1] - firstAt[p] == 2 && !isJunction[p]) {
      int next = stepsAt[firstAt[p]] == step ? stepsAt[firstAt[p] + 1] : stepsAt[firstAt[p]];
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
