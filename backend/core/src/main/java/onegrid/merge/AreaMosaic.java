package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;

/**
 * The area layer as a partition: its own crossings cut, its own overlaps given to one side, no
 * point moved by more than the rounding to the grid. Each connected part of a division is a {@link
 * Tile}.
 */
final class AreaMosaic {
  final Arrangement map;
  final List<Tile> tiles;

  /** The tile of each face, -1 outside. */
  final int[] tileOf;

  /** For each edge of the map the tiles on its sides, -1 for none. */
  final int[] leftTile;

  final int[] rightTile;

  /** The edges with a tile on one side only. */
  final SegmentGrid outerBorder;

  /** A connected part of one division. */
  record Tile(int number, String code, int[] edges, int[] box, double squareCells) {}

  private AreaMosaic(Arrangement map, int[] tileOf, List<Tile> tiles) {
    this.map = map;
    this.tileOf = tileOf;
    this.tiles = tiles;
    this.leftTile = new int[map.edges.size()];
    this.rightTile = new int[map.edges.size()];
    for (int e = 0; e < map.edges.size(); e++) {
      leftTile[e] = tileOf[map.faceOf[2 * e]];
      rightTile[e] = tileOf[map.faceOf[2 * e + 1]];
    }
    this.outerBorder = outerBorder();
  }

  private SegmentGrid outerBorder() {
    IntList edges = new IntList();
    for (int e = 0; e < map.edges.size(); e++) {
      if ((leftTile[e] < 0) != (rightTile[e] < 0)) {
        edges.add(e);
      }
    }
    int[][] ends = new int[4][edges.size];
    for (int i = 0; i < edges.size; i++) {
      int a = map.edges.a[edges.get(i)];
      int b = map.edges.b[edges.get(i)];
      ends[0][i] = map.points.x(a);
      ends[1][i] = map.points.y(a);
      ends[2][i] = map.points.x(b);
      ends[3][i] = map.points.y(b);
    }
    return new SegmentGrid(ends[0], ends[1], ends[2], ends[3], 5000);
  }

  /** Partitions the area. */
  static AreaMosaic of(Drawing area, long crossingBudget, List<Finding> findings) {
    PlaneCut cut = new PlaneCut();
    for (int i = 0; i < area.segments(); i++) {
      int j = area.next(i);
      cut.add(area.x[i], area.y[i], area.x[j], area.y[j], area.pieceAt(i));
    }
    Arrangement map = cut.faces(crossingBudget);
    int[][] claims = FaceClaims.spread(map, 0, -1);
    int[] cellOf = new int[map.faces];
    for (int f = 0; f < map.faces; f++) {
      cellOf[f] = -1;
      for (int piece : claims[f]) {
        int cell = area.cellOf[piece];
        cellOf[f] = cellOf[f] < 0 ? cell : Math.min(cellOf[f], cell);
      }
      reportOverlap(area, map, f, claims[f], findings);
    }
    return parts(area, map, cellOf);
  }

  private static void reportOverlap(
      Drawing area, Arrangement map, int face, int[] pieces, List<Finding> findings) {
    int[] cells = Arrays.stream(pieces).map(p -> area.cellOf[p]).distinct().sorted().toArray();
    if (cells.length < 2) {
      return;
    }
    String winner = area.codes.get(cells[0]);
    String loser = area.codes.get(cells[1]);
    double metres = map.squareCells[face] / 10_000;
    int[] at = FaceClaims.pointInside(map, face);
    findings.add(
        new Finding(
            FindingCode.AREAS_OVERLAP,
            area.name,
            loser,
            0,
            Optional.of(new Spot(LocalFrame.toMetres(at[0]), LocalFrame.toMetres(at[1]))),
            new Words(
                "%s 与 %s 重叠 %.2f 平方米".formatted(winner, loser, metres),
                "%s and %s overlap by %.2f m²".formatted(winner, loser, metres)),
            new Words("归入 " + winner, "given to " + winner)));
  }

  private static AreaMosaic parts(Drawing area, Arrangement map, int[] cellOf) {
    int[] partOf = new int[map.faces];
    Arrays.fill(partOf, -1);
    List<Integer> cellOfPart = new ArrayList<>();
    List<int[]> lowest = new ArrayList<>();
    for (int f = 1; f < map.faces; f++) {
      if (cellOf[f] >= 0 && partOf[f] < 0) {
        lowest.add(flood(map, cellOf, partOf, f, cellOfPart.size()));
        cellOfPart.add(cellOf[f]);
      }
    }
    Integer[] order = new Integer[cellOfPart.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (p, q) -> {
          int c = Integer.compare(cellOfPart.get(p), cellOfPart.get(q));
          return c != 0 ? c : Arrays.compare(lowest.get(p), lowest.get(q));
        });
    int[] rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    for (int f = 0; f < map.faces; f++) {
      partOf[f] = partOf[f] < 0 ? -1 : rank[partOf[f]];
    }
    IntList[] edges = new IntList[order.length];
    double[] squareCells = new double[order.length];
    Arrays.setAll(edges, i -> new IntList());
    for (int e = 0; e < map.edges.size(); e++) {
      int left = partOf[map.faceOf[2 * e]];
      int right = partOf[map.faceOf[2 * e + 1]];
      if (left != right) {
        if (left >= 0) {
          edges[left].add(e);
        }
        if (right >= 0) {
          edges[right].add(e);
        }
      }
    }
    for (int f = 1; f < map.faces; f++) {
      if (partOf[f] >= 0) {
        squareCells[partOf[f]] += map.squareCells[f];
      }
    }
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      int[] own = edges[i].toArray();
      String code = area.codes.get(cellOfPart.get(order[i]));
      tiles.add(new Tile(i, code, own, box(map, own), squareCells[i]));
    }
    return new AreaMosaic(map, partOf, tiles);
  }

  /** Numbers the faces of one part; returns its lowest point. */
  private static int[] flood(Arrangement map, int[] cellOf, int[] partOf, int from, int part) {
    IntList queue = new IntList();
    queue.add(from);
    partOf[from] = part;
    int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    for (int i = 0; i < queue.size; i++) {
      int face = queue.get(i);
      for (int k = map.halfStart[face]; k < map.halfStart[face + 1]; k++) {
        int h = map.halves[k];
        int[] p = {map.points.x(map.from(h)), map.points.y(map.from(h))};
        low = Arrays.compare(p, low) < 0 ? p : low;
        int other = map.otherFace(h);
        if (partOf[other] < 0 && cellOf[other] == cellOf[from]) {
          partOf[other] = part;
          queue.add(other);
        }
      }
    }
    return low;
  }

  private static int[] box(Arrangement map, int[] edges) {
    int[] box = {
      Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE,
    };
    for (int e : edges) {
      for (int p : new int[] {map.edges.a[e], map.edges.b[e]}) {
        box[0] = Math.min(box[0], map.points.x(p));
        box[1] = Math.min(box[1], map.points.y(p));
        box[2] = Math.max(box[2], map.points.x(p));
        box[3] = Math.max(box[3], map.points.y(p));
      }
    }
    return box;
  }
}
