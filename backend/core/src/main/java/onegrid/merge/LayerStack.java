package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.place.Indivisible;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * All layers of one merge on the grid, and one numbering for everything that has a boundary: piece
 * 0 is the area, then come the pieces of the layers by rank, then the buildings, then the segments
 * of protected borders.
 */
final class LayerStack {
  static final int AREA = 0;

  final List<LaidLayer> layers;

  /** Pieces of layer k are {@code firstPiece[k] .. firstPiece[k + 1] - 1}. */
  final int[] firstPiece;

  /** The tolerance of the weakest layer. */
  final double widestToleranceCells;

  private final byte[] layerOf;
  final List<Footprint> buildings;
  final ProtectedLines protectedLines;

  /** A building on the grid: rings as x, y, x, y …, and a point inside it. */
  record Footprint(Indivisible source, List<int[]> rings, int[] box, int[] inside) {}

  /** How layers of one rank came to their order; nothing once the order is kept. */
  final List<Finding> ranking;

  LayerStack(
      List<LaidLayer> layers,
      List<Footprint> buildings,
      ProtectedLines protectedLines,
      List<Finding> ranking) {
    this.layers = List.copyOf(layers);
    this.ranking = List.copyOf(ranking);
    this.buildings = buildings;
    this.protectedLines = protectedLines;
    this.firstPiece = new int[layers.size() + 1];
    firstPiece[0] = AREA + 1;
    double widest = 0;
    for (int k = 0; k < layers.size(); k++) {
      firstPiece[k + 1] = firstPiece[k] + layers.get(k).drawing.pieces();
      widest = Math.max(widest, layers.get(k).toleranceCells);
    }
    this.widestToleranceCells = widest;
    this.layerOf = new byte[firstBuilding()];
    for (int k = 0; k < layers.size(); k++) {
      Arrays.fill(layerOf, firstPiece[k], firstPiece[k + 1], (byte) k);
    }
  }

  /** Buildings on the grid, in the order of their codes. */
  static List<Footprint> footprints(List<Indivisible> whole) {
    return whole.stream()
        .sorted(Comparator.comparing(Indivisible::id))
        .map(LayerStack::footprint)
        .toList();
  }

  Drawing drawing(int layer) {
    return layers.get(layer).drawing;
  }

  double toleranceCells(int layer) {
    return layers.get(layer).toleranceCells;
  }

  /** Ground of a cell as drawn, in square cells. */
  double cellSquareCells(int layer, int cell) {
    return layers.get(layer).cellSquareCells[cell];
  }

  /** The same layers, one of them laid anew. */
  LayerStack with(int layer, LaidLayer again) {
    List<LaidLayer> others = new ArrayList<>(layers);
    others.set(layer, again);
    return new LayerStack(others, buildings, protectedLines, List.of());
  }

  int count() {
    return layers.size();
  }

  int firstBuilding() {
    return firstPiece[count()];
  }

  /** Pieces from here on are segments of protected borders, which hold no ground. */
  int firstLine() {
    return firstBuilding() + buildings.size();
  }

  /** Edges along the middle of gaps of layer k are marked with this plus k; they hold no ground. */
  int firstMiddle() {
    return firstLine() + protectedLines.count();
  }

  boolean hasProtected() {
    return protectedLines.count() > 0;
  }

  /** Whether nothing joins across an edge: a border of the area, or a protected one. */
  boolean isWall(EdgeSet edges, int edge) {
    int last = edges.start[edge + 1] - 1;
    while (last > edges.start[edge] && edges.pieces[last] >= firstMiddle()) {
      last--;
    }
    return edges.pieces[edges.start[edge]] == AREA
        || (edges.pieces[last] >= firstLine() && edges.pieces[last] < firstMiddle());
  }

  /** The layer of a piece; not for the area or a building. */
  int layerOf(int piece) {
    return layerOf[piece];
  }

  int cellOf(int piece, int layer) {
    return drawing(layer).cellOf[piece - firstPiece[layer]];
  }

  /** Pieces of a layer, as drawn, that hold (x, y + ½), ascending. */
  void piecesAt(int layer, int x, int y, IntList found) {
    layers.get(layer).piecesAt(x, y, firstPiece[layer], found);
  }

  /** How far the borders along an edge may have been drawn apart: that of its weakest layer. */
  double loosestTolerance(EdgeSet edges, int edge) {
    double loosest = 0;
    for (int i = edges.start[edge]; i < edges.start[edge + 1]; i++) {
      int piece = edges.pieces[i];
      if (piece != AREA && piece < firstBuilding()) {
        loosest = Math.max(loosest, toleranceCells(layerOf(piece)));
      } else if (piece >= firstMiddle()) {
        loosest = Math.max(loosest, toleranceCells(piece - firstMiddle()));
      }
    }
    return loosest;
  }

  /** One bit for each layer that drew an edge, bit 0 for the area, the last if it is protected. */
  long drawnBy(EdgeSet edges, int edge) {
    long bits = 0;
    for (int i = edges.start[edge]; i < edges.start[edge + 1]; i++) {
      int piece = edges.pieces[i];
      if (piece == AREA) {
        bits |= 1;
      } else if (piece < firstBuilding()) {
        bits |= 1L << (layerOf(piece) + 1);
      } else if (piece >= firstLine() && piece < firstMiddle()) {
        bits |= Arc.PROTECTED;
      }
    }
    return bits;
  }

  private static Footprint footprint(Indivisible source) {
    Geometry shape = source.footprint();
    List<int[]> rings = new ArrayList<>();
    int[] box = {
      Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE,
    };
    for (int g = 0; g < shape.getNumGeometries(); g++) {
      if (shape.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
        rings.add(ring(polygon.getExteriorRing().getCoordinates(), box));
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          rings.add(ring(polygon.getInteriorRingN(h).getCoordinates(), box));
        }
      }
    }
    return new Footprint(source, List.copyOf(rings), box, Buildings.pointInside(shape, rings));
  }

  private static int[] ring(Coordinate[] coordinates, int[] box) {
    int[] xy = new int[(coordinates.length - 1) * 2];
    for (int i = 0; i + 1 < coordinates.length; i++) {
      int x = LocalFrame.toCells(coordinates[i].x);
      int y = LocalFrame.toCells(coordinates[i].y);
      xy[2 * i] = x;
      xy[2 * i + 1] = y;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    return xy;
  }
}
