package onegrid.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of the set cells of a raster, holes kept: through the middles of the cells' borders,
 * so that corners are cut and rings never touch. Cells that meet at a corner only stay apart.
 */
final class RasterOutline {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** So far a kept corner stands back, in sides of a cell: rings that meet there do not touch. */
  private static final double BACK = 0.002;

  private final BitSet cells;
  private final BitSet exact;
  private final int columns;
  private final int rows;
  private final double left;
  private final double bottom;
  private final double side;

  private RasterOutline(
      BitSet cells, BitSet exact, int columns, int rows, double left, double bottom, double side) {
    this.cells = cells;
    this.exact = exact;
    this.columns = columns;
    this.rows = rows;
    this.left = left;
    this.bottom = bottom;
    this.side = side;
  }

  /**
   * Draws it, in metres.
   *
   * @param exact cells, set or not, whose corners are not cut: somebody stands there
   */
  static Geometry of(
      BitSet cells, BitSet exact, int columns, int rows, double left, double bottom, double side) {
    return new RasterOutline(cells, exact, columns, rows, left, bottom, side).draw();
  }

  private boolean set(int column, int row) {
    return column >= 0
        && row >= 0
        && column < columns
        && row < rows
        && cells.get(row * columns + column);
  }

  /** Borders run with the set cell on their left: east below it, north right of it, and so on. */
  private Geometry draw() {
    BitSet seen = new BitSet();
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (int at = cells.nextSetBit(0); at >= 0; at = cells.nextSetBit(at + 1)) {
      int column = at % columns;
      int row = at / columns;
      for (int heading = 0; heading < 4; heading++) {
        if (border(column, row, heading) && !seen.get(at * 4 + heading)) {
          LinearRing ring = ring(column, row, heading, seen);
          if (ring != null) {
            (Orientation.isCCW(ring.getCoordinates()) ? shells : holes).add(ring);
          }
        }
      }
    }
    return assemble(shells, holes);
  }

  /** Whether the cell has a border on its side: 0 south, 1 east, 2 north, 3 west. */
  private boolean border(int column, int row, int heading) {
    return !set(column + dx(heading), row + dy(heading));
  }

  private static int dx(int heading) {
    return heading == 1 ? 1 : heading == 3 ? -1 : 0;
  }

  private static int dy(int heading) {
    return heading == 0 ? -1 : heading == 2 ? 1 : 0;
  }

  private @org.jspecify.annotations.Nullable LinearRing ring(
      int startColumn, int startRow, int startHeading, BitSet seen) {
    List<Coordinate> points = new ArrayList<>();
    int column = startColumn;
    int row = startRow;
    int heading = startHeading;
    do {
      seen.set((row * columns + column) * 4 + heading);
      points.add(
          new Coordinate(
              left + (column + 0.5 + dx(heading) * 0.5) * side,
              bottom + (row + 0.5 + dy(heading) * 0.5) * side));
      // On along the border: round the cell's own corner, straight on, or into the next corner.
      int next = (heading + 1) % 4;
      int aheadColumn = column + dx(next);
      int aheadRow = row + dy(next);
      if (!set(aheadColumn, aheadRow)) {
        if (exact.get(row * columns + column)) {
          points.add(corner(column, row, heading, next, 0.5 - BACK, 0.5 - BACK));
        }
        heading = next;
      } else if (set(aheadColumn + dx(heading), aheadRow + dy(heading))) {
        if (isExact(column + dx(heading), row + dy(heading))) {
          points.add(corner(column, row, heading, next, 0.5 + BACK, 0.5 - BACK));
        }
        column = aheadColumn + dx(heading);
        row = aheadRow + dy(heading);
        heading = (heading + 3) % 4;
      } else {
        column = aheadColumn;
        row = aheadRow;
      }
    } while (column != startColumn || row != startRow || heading != startHeading);
    return closed(points);
  }

  private boolean isExact(int column, int row) {
    return column >= 0
        && row >= 0
        && column < columns
        && row < rows
        && exact.get(row * columns + column);
  }

  /** The corner of a cell between two of its sides, so far from its middle either way. */
  private Coordinate corner(int column, int row, int heading, int next, double ahead, double out) {
    return new Coordinate(
        left + (column + 0.5 + dx(heading) * out + dx(next) * ahead) * side,
        bottom + (row + 0.5 + dy(heading) * out + dy(next) * ahead) * side);
  }

  /** The ring without the points in the middle of straight stretches. */
  private static @org.jspecify.annotations.Nullable LinearRing closed(List<Coordinate> points) {
    List<Coordinate> kept = new ArrayList<>();
    int n = points.size();
    for (int i = 0; i < n; i++) {
      Coordinate a = points.get((i + n - 1) % n);
      Coordinate b = points.get(i);
      Coordinate c = points.get((i + 1) % n);
      if ((b.x - a.x) * (c.y - b.y) != (b.y - a.y) * (c.x - b.x)) {
        kept.add(b);
      }
    }
    if (kept.size() < 3) {
      return null;
    }
    kept.add(new Coordinate(kept.get(0)));
    return SHAPES.createLinearRing(kept.toArray(new Coordinate[0]));
  }

  private static Geometry assemble(List<LinearRing> shells, List<LinearRing> holes) {
    List<List<LinearRing>> holesOf = new ArrayList<>();
    shells.forEach(shell -> holesOf.add(new ArrayList<>()));
    for (LinearRing hole : holes) {
      int home = -1;
      for (int i = 0; i < shells.size(); i++) {
        LinearRing shell = shells.get(i);
        boolean around =
            shell.getEnvelopeInternal().covers(hole.getEnvelopeInternal())
                && PointLocation.locateInRing(hole.getCoordinateN(0), shell.getCoordinates())
                    == Location.INTERIOR;
        if (around
            && (home < 0
                || shells.get(home).getEnvelopeInternal().covers(shell.getEnvelopeInternal()))) {
          home = i;
        }
      }
      if (home >= 0) {
        holesOf.get(home).add(hole);
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = SHAPES.createPolygon(shells.get(i), holesOf.get(i).toArray(new LinearRing[0]));
    }
    return polygons.length == 1 ? polygons[0] : SHAPES.createMultiPolygon(polygons);
  }
}
