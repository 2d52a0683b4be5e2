package onegrid.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import onegrid.place.Compound;
import onegrid.reach.Labels;
import onegrid.reach.Linker;
import onegrid.reach.Links;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The links of a raster of 10 m cells, each cell's middle linked as a building is, tile by tile
 * when first asked for. Safe for many threads. Twelve bytes a cell.
 */
final class CellLinks {
  static final int CELL_CELLS = 1000;
  static final int TILE = 64;

  private final Linker linker;
  private final int threads;
  private final ConcurrentHashMap<Long, Links> tiles = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Integer, List<int[]>> inside = new ConcurrentHashMap<>();

  CellLinks(Linker linker, int threads) {
    this.linker = linker;
    this.threads = threads;
  }

  /** The links of a tile, row by row from the south. */
  Links tile(int column, int row) {
    long key = (long) column << 32 | (row & 0xFFFFFFFFL);
    return tiles.computeIfAbsent(key, k -> make(column, row));
  }

  private Links make(int column, int row) {
    int[] xs = new int[TILE * TILE];
    int[] ys = new int[TILE * TILE];
    for (int r = 0; r < TILE; r++) {
      for (int c = 0; c < TILE; c++) {
        xs[r * TILE + c] = (column * TILE + c) * CELL_CELLS + CELL_CELLS / 2;
        ys[r * TILE + c] = (row * TILE + r) * CELL_CELLS + CELL_CELLS / 2;
      }
    }
    return linker.link(xs, ys, Linker.USUAL_LIMIT_METRES, threads);
  }

  /** What a cell costs. */
  long cost(Labels labels, int column, int row) {
    Links links = tile(Math.floorDiv(column, TILE), Math.floorDiv(row, TILE));
    int at = Math.floorMod(row, TILE) * TILE + Math.floorMod(column, TILE);
    return labels.cost(links.edge()[at], links.offsetMm()[at], links.legMm()[at]);
  }

  /**
   * The cells that are a building: those whose middle lies in its footprint, and that in which its
   * own middle lies. Their people leave by the building's door, wherever the nearest edge is.
   */
  List<int[]> under(Geometry footprint, Coordinate middle) {
    double side = CELL_CELLS / 100.0;
    List<int[]> cells =
        footprint.getDimension() == 2 ? new ArrayList<>(cells(footprint)) : new ArrayList<>();
    int column = (int) Math.floor(middle.x / side);
    int row = (int) Math.floor(middle.y / side);
    if (cells.stream().noneMatch(c -> c[0] == column && c[1] == row)) {
      cells.add(new int[] {column, row});
    }
    return cells;
  }

  /** The cells whose middle lies in a compound: column and row of each. */
  List<int[]> inside(List<Compound> compounds, int compound) {
    return inside.computeIfAbsent(compound, c -> cells(compounds.get(c).shape()));
  }

  private static List<int[]> cells(Geometry shape) {
    double side = CELL_CELLS / 100.0;
    Envelope box = shape.getEnvelopeInternal();
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(shape);
    List<int[]> cells = new ArrayList<>();
    for (int row = (int) Math.floor(box.getMinY() / side); row * side <= box.getMaxY(); row++) {
      for (int c = (int) Math.floor(box.getMinX() / side); c * side <= box.getMaxX(); c++) {
        Coordinate middle = new Coordinate((c + 0.5) * side, (row + 0.5) * side);
        if (locator.locate(middle) != Location.EXTERIOR) {
          cells.add(new int[] {c, row});
        }
      }
    }
    return cells;
  }
}
