package onegrid.merge;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement with more lines in it, which begin and end at points that stand there already and
 * run through few faces. Only what they meet is cut.
 */
final class SplitFaces {
  /**
   * A line to be put in.
   *
   * @param xy its points as x, y, x, y …
   * @param piece what its edges are marked with
   */
  record Line(int[] xy, int piece) {}

  private final Arrangement map;

  /** Steps of the lines: their ends, and what they are marked with. */
  private final IntList from = new IntList();

  private final IntList to = new IntList();
  private final IntList piece = new IntList();

  /** Points to be set on edges of the map, and on steps: pairs of number and point. */
  private final IntList onEdges = new IntList();

  private final IntList onSteps = new IntList();

  private SplitFaces(Arrangement map) {
    this.map = map;
  }

  /** The map with lines in it; null where rounding to the grid would make edges cross. */
  static @Nullable Arrangement of(Arrangement map, List<Line> lines) {
    SplitFaces split = new SplitFaces(map);
    for (Line line : lines) {
      split.add(line);
    }
    split.cut();
    return split.arrange();
  }

  private void add(Line line) {
    int[] xy = line.xy;
    for (int i = 0; i + 3 < xy.length; i += 2) {
      from.add(map.points.add(xy[i], xy[i + 1]));
      to.add(map.points.add(xy[i + 2], xy[i + 3]));
      piece.add(line.piece);
    }
  }

  private void cut() {
    IntList near = new IntList();
    for (int s = 0; s < from.size; s++) {
      CallOff.check();
      int[] box = box(from.get(s), to.get(s));
      near.clear();
      map.grid().within(box[0], box[1], box[2], box[3], near);
      int[] edges = Arrays.stream(near.toArray()).sorted().distinct().toArray();
      for (int e : edges) {
        meet(map.edges.a[e], map.edges.b[e], e, onEdges, s);
      }
      for (int t = s + 1; t < from.size; t++) {
        meet(from.get(t), to.get(t), t, onSteps, s);
      }
    }
  }

  private int[] box(int p, int q) {
    return new int[] {
      Math.min(map.points.x(p), map.points.x(q)) - 1,
      Math.min(map.points.y(p), map.points.y(q)) - 1,
      Math.max(map.points.x(p), map.points.x(q)) + 1,
      Math.max(map.points.y(p), map.points.y(q)) + 1
    };
  }

  /** Sets the points where a step meets another line on both. */
  private void meet(int a, int b, int number, IntList onOther, int step) {
    int p = from.get(step);
    int q = to.get(step);
    PointTable points = map.points;
    int ax = points.x(a);
    int ay = points.y(a);
    int bx = points.x(b);
    int by = points.y(b);
    int px = points.x(p);
    int py = points.y(p);
    int qx = points.x(q);
    int qy = points.y(q);
    if (Exact.cross(px, py, qx, qy, ax, ay, bx, by)) {
      long one = Exact.turn(ax, ay, bx, by, px, py);
      long other = Exact.turn(ax, ay, bx, by, qx, qy);
      double t = (double) one / ((double) one - (double) other);
      int at =
          points.add(
              px + (int) Math.floor((qx - px) * t + 0.5),
              py + (int) Math.floor((qy - py) * t + 0.5));
      set(onOther, number, at);
      set(onSteps, step, at);
      return;
    }
    for (int end : new int[] {a, b}) {
      if (Exact.passesCell(px, py, qx, qy, points.x(end), points.y(end))) {
        set(onSteps, step, end);
      }
    }
    for (int end : new int[] {p, q}) {
      if (Exact.passesCell(ax, ay, bx, by, points.x(end), points.y(end))) {
        set(onOther, number, end);
      }
    }
  }

  private static void set(IntList on, int number, int point) {
    on.add(number);
    on.add(point);
  }

  private @Nullable Arrangement arrange() {
    EdgeSet.Builder builder = new EdgeSet.Builder();
    int[][] ofEdge = byNumber(onEdges, map.edges.size());
    IntList made = new IntList();
    for (int e = 0; e < map.edges.size(); e++) {
      int[] way = way(map.edges.a[e], map.edges.b[e], ofEdge[e]);
      for (int i = 0; i + 1 < way.length; i++) {
        for (int k = map.edges.start[e]; k < map.edges.start[e + 1]; k++) {
          builder.toggle(way[i], way[i + 1], map.edges.pieces[k]);
        }
        if (way.length > 2) {
          set(made, way[i], way[i + 1]);
        }
      }
    }
    int[][] ofStep = byNumber(onSteps, from.size);
    for (int s = 0; s < from.size; s++) {
      int[] way = way(from.get(s), to.get(s), ofStep[s]);
      for (int i = 0; i + 1 < way.length; i++) {
        builder.toggle(way[i], way[i + 1], piece.get(s));
        set(made, way[i], way[i + 1]);
      }
    }
    EdgeSet edges = builder.build();
    SegmentGrid grid = SegmentGrid.of(edges, map.points);
    return Noding.findCrossing(grid) < 0 && touchesNothing(edges, grid, made)
        ? new Arrangement(edges, map.points, grid)
        : null;
  }

  private static int[][] byNumber(IntList on, int count) {
    IntList[] lists = new IntList[count];
    for (int i = 0; i < on.size; i += 2) {
      int at = on.get(i);
      if (lists[at] == null) {
        lists[at] = new IntList(4);
      }
      lists[at].add(on.get(i + 1));
    }
    int[][] out = new int[count][];
    for (int i = 0; i < count; i++) {
      out[i] = lists[i] == null ? new int[0] : lists[i].toArray();
    }
    return out;
  }

  /** From one end to the other by the points between, once each, in order. */
  private int[] way(int a, int b, int[] between) {
    PointTable p = map.points;
    int[] inner =
        Arrays.stream(between)
            .filter(i -> i != a && i != b)
            .distinct()
            .boxed()
            .sorted(
                (i, j) -> {
                  int c = Long.compare(along(a, b, i), along(a, b, j));
                  return c != 0 ? c : Long.compare(p.place(i), p.place(j));
                })
            .mapToInt(Integer::intValue)
            .toArray();
    int[] way = new int[inner.length + 2];
    way[0] = a;
    System.arraycopy(inner, 0, way, 1, inner.length);
    way[way.length - 1] = b;
    return way;
  }

  private long along(int a, int b, int i) {
    PointTable p = map.points;
    return Exact.along(p.x(a), p.y(a), p.x(b), p.y(b), p.x(i), p.y(i));
  }

  /** Whether no point lies on a new edge but its ends. */
  private boolean touchesNothing(EdgeSet edges, SegmentGrid grid, IntList made) {
    IntList near = new IntList();
    for (int i = 0; i < made.size; i += 2) {
      int p = made.get(i);
      int q = made.get(i + 1);
      int[] box = box(p, q);
      near.clear();
      grid.within(box[0], box[1], box[2], box[3], near);
      for (int k = 0; k < near.size; k++) {
        int e = near.get(k);
        if (liesOn(edges.a[e], p, q) || liesOn(edges.b[e], p, q)) {
          return false;
        }
        if (liesOn(p, edges.a[e], edges.b[e]) || liesOn(q, edges.a[e], edges.b[e])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean liesOn(int point, int p, int q) {
    PointTable t = map.points;
    if (point == p || point == q) {
      return false;
    }
    long along = along(p, q, point);
    return Exact.turn(t.x(p), t.y(p), t.x(q), t.y(q), t.x(point), t.y(point)) == 0
        && along > 0
        && along < along(p, q, q);
  }
}
