package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import onegrid.sample.StreetNet.Ground;
import onegrid.sample.StreetPlan.Leaf;
import onegrid.sample.StreetPlan.Line;
import org.locationtech.jts.geom.Coordinate;

/**
 * Turns the rectangles of the board into a planar graph: every corner that lies on a side becomes a
 * node of it, so a side is the same chain of edges seen from both blocks.
 */
final class StreetNetBuilder {
  /** About how far apart the vertices of a street stand. */
  private static final double VERTEX_STEP_METRES = 28;

  final Warp warp;
  final int[][] ring;
  final int[][] board;
  final Ground[] ground;
  final int[] quarter;
  final int quarters;
  int[] nodeX = new int[0];
  int[] nodeY = new int[0];
  int[] from = new int[0];
  int[] to = new int[0];
  int[] left = new int[0];
  int[] right = new int[0];
  boolean[] vertical = new boolean[0];
  int[] boardLine = new int[0];
  int[] roadClass = new int[0];
  boolean[] bridge = new boolean[0];
  Coordinate[][] line = new Coordinate[0][];

  private final StreetPlan plan;
  private final Map<Long, Integer> nodes = new HashMap<>();
  private final Map<Integer, NavigableSet<Integer>> cornersOfColumn = new TreeMap<>();
  private final Map<Integer, NavigableSet<Integer>> cornersOfRow = new TreeMap<>();
  private final Map<Long, Integer> edges = new HashMap<>();
  private final List<int[]> edgeEnds = new ArrayList<>();

  private StreetNetBuilder(StreetPlan plan, Warp warp) {
    this.plan = plan;
    this.warp = warp;
    int blocks = plan.leaves.size();
    ring = new int[blocks][];
    board = new int[blocks][];
    ground = new Ground[blocks];
    quarter = new int[blocks];
    quarters = plan.quarters();
  }

  static StreetNet build(StreetPlan plan, Warp warp) {
    StreetNetBuilder made = new StreetNetBuilder(plan, warp);
    made.corners();
    made.rings();
    made.roads();
    made.lines();
    return new StreetNet(made);
  }

  private void corners() {
    List<int[]> positions = new ArrayList<>();
    for (Leaf leaf : plan.leaves) {
      int[][] corners = {
        {leaf.x0(), leaf.y0()},
        {leaf.x1(), leaf.y0()},
        {leaf.x1(), leaf.y1()},
        {leaf.x0(), leaf.y1()}
      };
      for (int[] corner : corners) {
        if (nodes.putIfAbsent(key(corner[0], corner[1]), positions.size()) == null) {
          positions.add(corner);
          cornersOfColumn.computeIfAbsent(corner[0], x -> new TreeSet<>()).add(corner[1]);
          cornersOfRow.computeIfAbsent(corner[1], y -> new TreeSet<>()).add(corner[0]);
        }
      }
    }
    nodeX = positions.stream().mapToInt(p -> p[0]).toArray();
    nodeY = positions.stream().mapToInt(p -> p[1]).toArray();
  }

  private void rings() {
    for (int block = 0; block < ring.length; block++) {
      Leaf leaf = plan.leaves.get(block);
      board[block] = new int[] {leaf.x0(), leaf.y0(), leaf.x1(), leaf.y1()};
      ground[block] = leaf.ground();
      quarter[block] = leaf.quarter();
      List<Integer> sides = new ArrayList<>();
      List<Integer> south = rowNodes(leaf.y0(), leaf.x0(), leaf.x1());
      List<Integer> east = columnNodes(leaf.x1(), leaf.y0(), leaf.y1());
      List<Integer> north = rowNodes(leaf.y1(), leaf.x0(), leaf.x1());
      List<Integer> west = columnNodes(leaf.x0(), leaf.y0(), leaf.y1());
      sides(south, false, sides);
      sides(east, false, sides);
      sides(north, true, sides);
      sides(west, true, sides);
      ring[block] = sides.stream().mapToInt(Integer::intValue).toArray();
    }
    from = edgeEnds.stream().mapToInt(e -> e[0]).toArray();
    to = edgeEnds.stream().mapToInt(e -> e[1]).toArray();
    left = new int[from.length];
    right = new int[from.length];
    Arrays.fill(left, -1);
    Arrays.fill(right, -1);
    for (int block = 0; block < ring.length; block++) {
      for (int side : ring[block]) {
        if (side >= 0) {
          left[side] = block;
        } else {
          right[~side] = block;
        }
      }
    }
  }

  private List<Integer> rowNodes(int y, int x0, int x1) {
    List<Integer> found = new ArrayList<>();
    for (int x : corners(cornersOfRow, y).subSet(x0, true, x1, true)) {
      found.add(node(x, y));
    }
    return found;
  }

  private List<Integer> columnNodes(int x, int y0, int y1) {
    List<Integer> found = new ArrayList<>();
    for (int y : corners(cornersOfColumn, x).subSet(y0, true, y1, true)) {
      found.add(node(x, y));
    }
    return found;
  }

  private static NavigableSet<Integer> corners(
      Map<Integer, NavigableSet<Integer>> lines, int line) {
    return lines.getOrDefault(line, new TreeSet<>());
  }

  private int node(int x, int y) {
    Integer node = nodes.get(key(x, y));
    if (node == null) {
      throw new IllegalStateException("no node at " + x + ", " + y);
    }
    return node;
  }

  /** Adds the edges between successive nodes; edges always run to the east or to the north. */
  private void sides(List<Integer> chain, boolean backwards, List<Integer> sides) {
    int steps = chain.size() - 1;
    for (int i = 0; i < steps; i++) {
      int at = backwards ? steps - 1 - i : i;
      int a = chain.get(at);
      int b = chain.get(at + 1);
      Integer edge = edges.putIfAbsent(((long) a << 32) | b, edgeEnds.size());
      if (edge == null) {
        edge = edgeEnds.size();
        edgeEnds.add(new int[] {a, b});
      }
      sides.add(backwards ? ~edge : edge);
    }
  }

  private void roads() {
    vertical = new boolean[from.length];
    boardLine = new int[from.length];
    roadClass = new int[from.length];
    bridge = new boolean[from.length];
    for (int edge = 0; edge < from.length; edge++) {
      vertical[edge] = nodeX[from[edge]] == nodeX[to[edge]];
      boardLine[edge] = vertical[edge] ? nodeX[from[edge]] : nodeY[from[edge]];
      Line role = (vertical[edge] ? plan.columnLines : plan.rowLines).get(boardLine[edge]);
      Ground a = groundOf(left[edge]);
      Ground b = groundOf(right[edge]);
      boolean strip = a == b && a != Ground.LAND;
      if (strip) {
        bridge[edge] = role != null && role.crossing() && vertical[edge] == (a == Ground.WATER);
        roadClass[edge] = role != null && bridge[edge] ? role.roadClass() : 0;
      } else if (a == Ground.RAIL || b == Ground.RAIL) {
        roadClass[edge] = 0;
      } else if (role != null) {
        roadClass[edge] = role.roadClass();
      } else {
        roadClass[edge] = quarter[left[edge]] == quarter[right[edge]] ? 0 : 3;
      }
    }
  }

  /** Outside counts as the ground on the other side would wish: a road may run on the border. */
  private Ground groundOf(int block) {
    return block < 0 ? Ground.LAND : ground[block];
  }

  private void lines() {
    line = new Coordinate[from.length][];
    for (int edge = 0; edge < from.length; edge++) {
      double x0 = nodeX[from[edge]];
      double y0 = nodeY[from[edge]];
      double dx = nodeX[to[edge]] - x0;
      double dy = nodeY[to[edge]] - y0;
      int steps = (int) Math.max(1, Math.round((dx + dy) / VERTEX_STEP_METRES));
      line[edge] = new Coordinate[steps + 1];
      for (int i = 0; i <= steps; i++) {
        double share = (double) i / steps;
        line[edge][i] = warp.at(x0 + share * dx, y0 + share * dy);
      }
    }
  }

  private static long key(int x, int y) {
    return ((long) x << 32) | y;
  }
}
