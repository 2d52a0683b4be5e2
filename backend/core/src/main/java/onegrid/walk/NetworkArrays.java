package onegrid.walk;

import java.util.Arrays;

/** The arrays of a network, in their final numbering. */
final class NetworkArrays {
  private static final int KIND_SHIFT = 5;

  final int[] nodeX;
  final int[] nodeY;
  final int[] from;
  final int[] to;
  final int[] lengthMm;

  /** Directions, sides and whether it is entered, and above those five bits the kind. */
  final byte[] bits;

  final int[] innerStart;
  final int[] innerX;
  final int[] innerY;

  /** Edges from this one on are crossings, each with its wait. */
  final int firstCrossing;

  final short[] waits;
  private final int[] gateEdges;
  private final int[] gateNumbers;

  NetworkArrays(EdgeDrafts drafts, Corners corners, WalkRules rules) {
    int drawn = drafts.size;
    int inner = 0;
    IntStack throughGates = new IntStack();
    int count = 0;
    for (int e = 0; e < drafts.size; e++) {
      int sides = corners.wide(e) ? 2 : 1;
      drawn += sides - 1;
      inner += sides * (drafts.points(e) - 2);
    }
    int crossings = corners.crossings.size() / 3;
    firstCrossing = drawn;
    from = new int[drawn + crossings];
    to = new int[drawn + crossings];
    lengthMm = new int[drawn + crossings];
    bits = new byte[drawn + crossings];
    innerStart = new int[drawn + crossings + 1];
    innerX = new int[inner];
    innerY = new int[inner];
    nodeX = new int[corners.corners];
    nodeY = new int[corners.corners];
    int[] number = new int[corners.corners];
    Arrays.fill(number, -1);
    int nodes = 0;
    int at = 0;
    for (int e = 0; e < drafts.size; e++) {
      boolean wide = corners.wide(e);
      for (int side = 0; side < (wide ? 2 : 1); side++) {
        int a = corners.cornerOf[e * 4 + side];
        int b = corners.cornerOf[e * 4 + 2 + side];
        int last = drafts.points(e) - 1;
        if (number[a] < 0) {
          nodeX[nodes] = drafts.x(e, 0);
          nodeY[nodes] = drafts.y(e, 0);
          number[a] = nodes++;
        }
        if (number[b] < 0) {
          nodeX[nodes] = drafts.x(e, last);
          nodeY[nodes] = drafts.y(e, last);
          number[b] = nodes++;
        }
        from[count] = number[a];
        to[count] = number[b];
        int bit = drafts.directions[e] | drafts.kind(e).ordinal() << KIND_SHIFT;
        bit |= wide ? (side == 0 ? WalkNetwork.LEFT : WalkNetwork.RIGHT) : 0;
        bit |= drafts.kind(e).entered() && level(drafts, e) == 0 ? WalkNetwork.ENTERED : 0;
        bits[count] = (byte) bit;
        double cells = 0;
        for (int i = 1; i <= last; i++) {
          double dx = (double) drafts.x(e, i) - drafts.x(e, i - 1);
          double dy = (double) drafts.y(e, i) - drafts.y(e, i - 1);
          cells += Math.sqrt(dx * dx + dy * dy);
          if (i < last) {
            innerX[at] = drafts.x(e, i);
            innerY[at++] = drafts.y(e, i);
          }
        }
        lengthMm[count] = (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(cells * 10)));
        if (drafts.gate[e] >= 0) {
          throughGates.add(count);
          throughGates.add(drafts.gate[e]);
        }
        innerStart[++count] = at;
      }
    }
    gateEdges = new int[throughGates.size() / 2];
    gateNumbers = new int[gateEdges.length];
    for (int i = 0; i < gateEdges.length; i++) {
      gateEdges[i] = throughGates.get(i * 2);
      gateNumbers[i] = throughGates.get(i * 2 + 1);
    }
    waits = new short[crossings];
    crossings(corners, number, rules, count, at);
  }

  private static int level(EdgeDrafts drafts, int e) {
    return drafts.ground.ways().get(drafts.way[e]).level();
  }

  private void crossings(Corners corners, int[] number, WalkRules rules, int first, int at) {
    int n = waits.length;
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      int a = number[corners.crossings.get(i * 3)];
      int b = number[corners.crossings.get(i * 3 + 1)];
      keys[i] = ((long) Math.min(a, b) << 32 | Math.max(a, b));
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Long.compare(keys[i], keys[j]));
    for (int i = 0; i < n; i++) {
      int e = first + i;
      long key = keys[order[i]];
      from[e] = (int) (key >>> 32);
      to[e] = (int) key;
      lengthMm[e] = Math.max(1, rules.crossingMetres() * 1000);
      int kind = WayKind.CROSSING.ordinal() << KIND_SHIFT;
      bits[e] = (byte) (kind | EdgeDrafts.FORWARD | EdgeDrafts.BACKWARD);
      waits[i] = (short) corners.crossings.get(order[i] * 3 + 2);
      innerStart[e + 1] = at;
    }
  }

  int waitSeconds(int edge) {
    return edge >= firstCrossing ? waits[edge - firstCrossing] : 0;
  }

  /** The ordinal of an edge's kind. */
  int kind(int edge) {
    return (bits[edge] & 0xFF) >>> KIND_SHIFT;
  }

  int gate(int edge) {
    if (kind(edge) != WayKind.GATE.ordinal()) {
      return -1;
    }
    return gateNumbers[Arrays.binarySearch(gateEdges, edge)];
  }

  int x(int edge, int i) {
    int inner = innerStart[edge] + i - 1;
    return i == 0
        ? nodeX[from[edge]]
        : inner < innerStart[edge + 1] ? innerX[inner] : nodeX[to[edge]];
  }

  int y(int edge, int i) {
    int inner = innerStart[edge] + i - 1;
    return i == 0
        ? nodeY[from[edge]]
        : inner < innerStart[edge + 1] ? innerY[inner] : nodeY[to[edge]];
  }
}
