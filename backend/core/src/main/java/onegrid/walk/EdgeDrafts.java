package onegrid.walk;

import java.util.Arrays;

/**
 * Edges between nodes, each drawn in a direction of its own and all in an order that depends on
 * nothing but what they are.
 */
final class EdgeDrafts {
  static final int FORWARD = 1;
  static final int BACKWARD = 2;

  final WalkGround ground;
  final Pieces pieces;
  final int size;

  /** Number of nodes; a node is a place where one can change from one edge to another. */
  final int nodes;

  /** Node of the first and of the last vertex, after turning. */
  final int[] from;

  final int[] to;

  /** Way, and gate or -1. */
  final int[] way;

  final int[] gate;
  final byte[] directions;

  /** What is crossed at a node, by its ordinal plus one; 0 for nothing. */
  final byte[] spot;

  private final int[] firstPoint;
  private final int[] lastPoint;
  private final boolean[] turned;

  private EdgeDrafts(
      WalkGround ground, Pieces pieces, Splitter split, byte[] spot, int nodes, int[] order) {
    this.ground = ground;
    this.pieces = pieces;
    this.size = order.length;
    this.nodes = nodes;
    this.spot = spot;
    from = new int[size];
    to = new int[size];
    way = new int[size];
    gate = new int[size];
    directions = new byte[size];
    firstPoint = new int[size];
    lastPoint = new int[size];
    turned = new boolean[size];
    for (int i = 0; i < size; i++) {
      int e = order[i];
      int piece = split.piece.get(e);
      firstPoint[i] = split.first.get(e);
      lastPoint[i] = split.last.get(e);
      turned[i] = split.turned[e];
      int a = split.node.get(e * 2);
      int b = split.node.get(e * 2 + 1);
      from[i] = turned[i] ? b : a;
      to[i] = turned[i] ? a : b;
      way[i] = pieces.way(piece);
      gate[i] = pieces.gate(piece);
      WalkWay of = ground.ways().get(way[i]);
      boolean ahead = turned[i] ? of.backward() : of.forward();
      boolean back = turned[i] ? of.forward() : of.backward();
      directions[i] = (byte) ((ahead ? FORWARD : 0) | (back ? BACKWARD : 0));
    }
  }

  static EdgeDrafts of(WalkGround ground, Pieces pieces) {
    LongIndex index = new LongIndex(pieces.points());
    int[] number = new int[pieces.points()];
    for (int p = 0; p < number.length; p++) {
      number[p] = index.number(pieces.key(p));
    }
    byte[] spot = new byte[index.size()];
    for (WalkSpot each : ground.spots()) {
      boolean crossing =
          each.kind() == WalkSpot.Kind.CROSSING
              || each.kind() == WalkSpot.Kind.CROSSING_WITH_LIGHTS;
      long key = each.node() >= 0 ? each.node() : Pieces.place(each.x(), each.y(), 0);
      int node = crossing ? index.known(key) : -1;
      if (node >= 0) {
        // The lower ordinal has the lights; two marks on one node keep the stronger.
        byte value = (byte) (each.kind().ordinal() + 1);
        spot[node] = spot[node] == 0 ? value : (byte) Math.min(spot[node], value);
      }
    }
    Splitter split = new Splitter(ground, pieces, number, spot);
    return new EdgeDrafts(ground, pieces, split, spot, index.size(), split.order());
  }

  WayKind kind(int e) {
    return gate[e] >= 0 ? WayKind.GATE : ground.ways().get(way[e]).kind();
  }

  int points(int e) {
    return lastPoint[e] - firstPoint[e] + 1;
  }

  int x(int e, int i) {
    return pieces.x(turned[e] ? lastPoint[e] - i : firstPoint[e] + i);
  }

  int y(int e, int i) {
    return pieces.y(turned[e] ? lastPoint[e] - i : firstPoint[e] + i);
  }

  /** Splits pieces at nodes and sorts what comes of it. */
  private static final class Splitter {
    final IntStack piece = new IntStack();
    final IntStack first = new IntStack();
    final IntStack last = new IntStack();
    final IntStack node = new IntStack();
    final boolean[] turned;

    private final WalkGround ground;
    private final Pieces pieces;

    Splitter(WalkGround ground, Pieces pieces, int[] number, byte[] spot) {
      this.ground = ground;
      this.pieces = pieces;
      int[] uses = new int[spot.length];
      for (int k = 0; k < pieces.size(); k++) {
        for (int p = pieces.start(k); p < pieces.start(k + 1); p++) {
          uses[number[p]]++;
        }
        uses[number[pieces.start(k)]] += 2;
        uses[number[pieces.start(k + 1) - 1]] += 2;
      }
      for (int k = 0; k < pieces.size(); k++) {
        int start = pieces.start(k);
        for (int p = start + 1; p < pieces.start(k + 1); p++) {
          if (uses[number[p]] > 1 || spot[number[p]] > 0) {
            piece.add(k);
            first.add(start);
            last.add(p);
            node.add(number[start]);
            node.add(number[p]);
            start = p;
          }
        }
      }
      turned = new boolean[piece.size()];
      for (int e = 0; e < turned.length; e++) {
        turned[e] = runsBackwards(e);
      }
    }

    /** Whether the last vertex comes before the first one; a ring is told by what follows. */
    private boolean runsBackwards(int e) {
      int a = first.get(e);
      int b = last.get(e);
      while (a < b) {
        int compared = compare(a, b);
        if (compared != 0) {
          return compared > 0;
        }
        a++;
        b--;
      }
      return false;
    }

    private int compare(int p, int q) {
      return pieces.x(p) != pieces.x(q)
          ? Integer.compare(pieces.x(p), pieces.x(q))
          : Integer.compare(pieces.y(p), pieces.y(q));
    }

    /** Along a Hilbert curve, then by shape, then by name. */
    int[] order() {
      int n = turned.length;
      int minX = Integer.MAX_VALUE;
      int minY = Integer.MAX_VALUE;
      int maxX = Integer.MIN_VALUE;
      int maxY = Integer.MIN_VALUE;
      for (int p = 0; p < pieces.points(); p++) {
        minX = Math.min(minX, pieces.x(p));
        maxX = Math.max(maxX, pieces.x(p));
        minY = Math.min(minY, pieces.y(p));
        maxY = Math.max(maxY, pieces.y(p));
      }
      Hilbert curve = new Hilbert(minX, minY, maxX, maxY);
      // 40 bits of the curve, 23 bits of the edge: what shares a place is settled below.
      long[] keys = new long[n];
      for (int e = 0; e < n; e++) {
        int p = turned[e] ? last.get(e) : first.get(e);
        int q = turned[e] ? first.get(e) : last.get(e);
        int x = (int) (((long) pieces.x(p) + pieces.x(q)) >> 1);
        int y = (int) (((long) pieces.y(p) + pieces.y(q)) >> 1);
        keys[e] = curve.at(x, y) << 23 | e;
      }
      keys = RadixSort.byUpperBits(keys, 23, 40);
      int[] order = new int[n];
      for (int i = 0; i < n; i++) {
        order[i] = (int) (keys[i] & ((1 << 23) - 1));
      }
      int start = 0;
      for (int i = 1; i <= n; i++) {
        if (i == n || keys[i] >> 23 != keys[start] >> 23) {
          if (i - start > 1) {
            settle(order, start, i);
          }
          start = i;
        }
      }
      return order;
    }

    private void settle(int[] order, int start, int end) {
      Integer[] run = new Integer[end - start];
      Arrays.setAll(run, i -> order[start + i]);
      Arrays.sort(run, this::compareEdges);
      for (int i = start; i < end; i++) {
        order[i] = run[i - start];
      }
    }

    private int compareEdges(int a, int b) {
      int na = last.get(a) - first.get(a);
      int nb = last.get(b) - first.get(b);
      for (int i = 0; i <= Math.min(na, nb); i++) {
        int compared = compare(point(a, i), point(b, i));
        if (compared != 0) {
          return compared;
        }
      }
      if (na != nb) {
        return Integer.compare(na, nb);
      }
      int gateA = pieces.gate(piece.get(a));
      int gateB = pieces.gate(piece.get(b));
      String nameA = gateA < 0 ? "" : ground.gates().get(gateA).id();
      String nameB = gateB < 0 ? "" : ground.gates().get(gateB).id();
      WalkWay wayA = ground.ways().get(pieces.way(piece.get(a)));
      WalkWay wayB = ground.ways().get(pieces.way(piece.get(b)));
      int compared = nameA.compareTo(nameB);
      compared = compared != 0 ? compared : wayA.kind().compareTo(wayB.kind());
      return compared != 0 ? compared : wayA.id().compareTo(wayB.id());
    }

    private int point(int e, int i) {
      return turned[e] ? last.get(e) - i : first.get(e) + i;
    }
  }
}
