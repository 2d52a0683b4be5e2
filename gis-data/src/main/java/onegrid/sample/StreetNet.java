package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * The streets as a planar graph: nodes, edges with a block on each side, blocks as its faces.
 *
 * <p>An edge that a block's ring runs along against its direction is written {@code ~edge}. Rings
 * run counter-clockwise. Block -1 is what lies outside the district.
 */
final class StreetNet implements Drawing {
  /** Road classes of an edge: 1 and 2 main roads, 3 lanes, 0 no road (yet). */
  final int[] roadClass;

  final boolean[] bridge;
  final boolean[] vertical;

  /** Where on the drawing board the straight line of an edge lies. */
  final int[] boardLine;

  final int[] from;
  final int[] to;
  final int[] left;
  final int[] right;

  /** Board position of a node, for exact tests of orientation. */
  final int[] nodeX;

  final int[] nodeY;
  final int[][] ring;
  final Ground[] ground;
  final int[] quarter;
  final int quarters;
  final Coordinate[] heart;
  final double[] areaSquareMetres;
  final Warp warp;

  /** Block rectangles on the board: x0, y0, x1, y1. */
  final int[][] board;

  private final Coordinate[][] line;

  StreetNet(StreetNetBuilder made) {
    roadClass = made.roadClass;
    bridge = made.bridge;
    vertical = made.vertical;
    boardLine = made.boardLine;
    from = made.from;
    to = made.to;
    left = made.left;
    right = made.right;
    nodeX = made.nodeX;
    nodeY = made.nodeY;
    ring = made.ring;
    ground = made.ground;
    quarter = made.quarter;
    quarters = made.quarters;
    warp = made.warp;
    board = made.board;
    line = made.line;
    heart = new Coordinate[ring.length];
    areaSquareMetres = new double[ring.length];
    for (int block = 0; block < ring.length; block++) {
      int[] box = board[block];
      heart[block] = warp.at((box[0] + box[2]) / 2.0, (box[1] + box[3]) / 2.0);
      areaSquareMetres[block] = Shapes.doubleArea(trace(ring[block], this)) / 2;
    }
  }

  /** What covers the ground of a block. */
  enum Ground {
    LAND,
    WATER,
    RAIL
  }

  int blocks() {
    return ring.length;
  }

  int edges() {
    return from.length;
  }

  @Override
  public Coordinate[] line(int edge) {
    return line[edge];
  }

  int startOf(int side) {
    return side >= 0 ? from[side] : to[~side];
  }

  int endOf(int side) {
    return side >= 0 ? to[side] : from[~side];
  }

  /** The block on the left of a side. */
  int ownerOf(int side) {
    return side >= 0 ? left[side] : right[~side];
  }

  /** The block on the right of a side, -1 outside. */
  int acrossOf(int side) {
    return side >= 0 ? right[side] : left[~side];
  }

  /** Blocks as nodes, neighbours along an edge. */
  Graph graph() {
    double[] x = new double[blocks()];
    double[] y = new double[blocks()];
    for (int block = 0; block < blocks(); block++) {
      x[block] = heart[block].x;
      y[block] = heart[block].y;
    }
    int[] a = new int[edges()];
    int[] b = new int[edges()];
    int links = 0;
    for (int edge = 0; edge < edges(); edge++) {
      if (left[edge] >= 0 && right[edge] >= 0) {
        a[links] = left[edge];
        b[links++] = right[edge];
      }
    }
    return new Graph(
        x,
        y,
        areaSquareMetres,
        java.util.Arrays.copyOf(a, links),
        java.util.Arrays.copyOf(b, links));
  }

  /** The closed line of a ring of sides, as somebody drew it; fresh coordinates. */
  Coordinate[] trace(int[] sides, Drawing drawing) {
    int count = 1;
    for (int side : sides) {
      count += drawing.line(side >= 0 ? side : ~side).length - 1;
    }
    Coordinate[] traced = new Coordinate[count];
    int next = 0;
    for (int side : sides) {
      Coordinate[] drawn = drawing.line(side >= 0 ? side : ~side);
      for (int i = 0; i < drawn.length - 1; i++) {
        traced[next++] = new Coordinate(side >= 0 ? drawn[i] : drawn[drawn.length - 1 - i]);
      }
    }
    traced[next] = new Coordinate(traced[0]);
    return traced;
  }
}
