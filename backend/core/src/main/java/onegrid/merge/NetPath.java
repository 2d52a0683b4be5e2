package onegrid.merge;

import java.util.Arrays;

/**
 * Finds the way along accepted lines that a drawn segment means: the shortest one between its ends
 * that stays within the tolerance of the segment as drawn.
 */
final class NetPath {
  /** A way that is this much longer than the straight one is another road. */
  private static final double LONGEST_DETOUR = 1.5;

  private static final int MOST_STEPS = 400;

  private final AcceptedNet net;
  private double[] cost = new double[64];
  private int[] before = new int[64];
  private int[] lineBefore = new int[64];
  private int[] stamps = new int[64];
  private int[] settled = new int[64];
  private int stamp;
  private int[] heap = new int[64];
  private int heapSize;

  /** The way found last, from its end back to its start: line i joins point i + 1 to point i. */
  final IntList wayPoints = new IntList();

  final IntList wayLines = new IntList();

  NetPath(AcceptedNet net) {
    this.net = net;
  }

  /**
   * Looks for a way from p to q beside the segment from (ax, ay) to (bx, by).
   *
   * @return whether there is one; it is then in {@link #wayPoints} and {@link #wayLines}
   */
  boolean find(int p, int q, int ax, int ay, int bx, int by, double tolerance) {
    wayPoints.clear();
    wayLines.clear();
    int common = net.commonLine(p, q);
    if (common >= 0) {
      wayPoints.add(q);
      wayLines.add(common);
      wayPoints.add(p);
      return true;
    }
    double straight = distance(p, q);
    double limit = straight * LONGEST_DETOUR + 2 * tolerance;
    double reach = tolerance * tolerance * 1.44;
    begin();
    reachPoint(p, 0, -1, -1);
    for (int steps = 0; heapSize > 0 && steps < MOST_STEPS; steps++) {
      int at = pop();
      if (settled[at] == stamp) {
        steps--;
        continue;
      }
      settled[at] = stamp;
      if (at == q) {
        unwind(p, q);
        return true;
      }
      for (int l = net.firstLink(at); l >= 0; l = net.nextLink(l)) {
        int line = net.lineOf(l);
        int i = net.indexOn(line, at);
        if (i > 0) {
          step(at, net.pointOn(line, i - 1), line, q, limit, reach, ax, ay, bx, by);
        }
        if (i + 1 < net.count(line)) {
          step(at, net.pointOn(line, i + 1), line, q, limit, reach, ax, ay, bx, by);
        }
      }
    }
    return false;
  }

  private void step(
      int at, int to, int line, int q, double limit, double reach, int ax, int ay, int bx, int by) {
    ensure(to);
    if (settled[to] == stamp) {
      return;
    }
    double c = cost[at] + distance(at, to);
    if (c + distance(to, q) > limit) {
      return;
    }
    if (to != q
        && Exact.squaredDistance(ax, ay, bx, by, net.points.x(to), net.points.y(to)) > reach) {
      return;
    }
    if (stamps[to] != stamp || c < cost[to]) {
      reachPoint(to, c, at, line);
    }
  }

  private double distance(int p, int q) {
    return Exact.distance(net.points.x(p), net.points.y(p), net.points.x(q), net.points.y(q));
  }

  private void unwind(int p, int q) {
    int at = q;
    wayPoints.add(at);
    while (at != p) {
      wayLines.add(lineBefore[at]);
      at = before[at];
      wayPoints.add(at);
    }
  }

  private void begin() {
    stamp++;
    heapSize = 0;
  }

  private void ensure(int point) {
    if (point >= cost.length) {
      int size = Math.max(point + 1, cost.length * 2);
      cost = Arrays.copyOf(cost, size);
      before = Arrays.copyOf(before, size);
      lineBefore = Arrays.copyOf(lineBefore, size);
      stamps = Arrays.copyOf(stamps, size);
      settled = Arrays.copyOf(settled, size);
    }
  }

  private void reachPoint(int point, double c, int from, int line) {
    ensure(point);
    stamps[point] = stamp;
    cost[point] = c;
    before[point] = from;
    lineBefore[point] = line;
    push(point);
  }

  private boolean isLess(int p, int q) {
    if (cost[p] != cost[q]) {
      return cost[p] < cost[q];
    }
    int px = net.points.x(p);
    int qx = net.points.x(q);
    return px != qx ? px < qx : net.points.y(p) < net.points.y(q);
  }

  /** A point may stand in the heap twice; its lower cost counts, the other is skipped. */
  private void push(int point) {
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, heapSize * 2);
    }
    int i = heapSize++;
    heap[i] = point;
    while (i > 0 && isLess(heap[i], heap[(i - 1) / 2])) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private int pop() {
    int top = heap[0];
    heap[0] = heap[--heapSize];
    int i = 0;
    while (true) {
      int child = 2 * i + 1;
      if (child >= heapSize) {
        return top;
      }
      if (child + 1 < heapSize && isLess(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isLess(heap[child], heap[i])) {
        return top;
      }
      swap(i, child);
      i = child;
    }
  }

  private void swap(int i, int j) {
    int t = heap[i];
    heap[i] = heap[j];
    heap[j] = t;
  }
}
