package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A layer as rings of grid points. A <em>piece</em> is one polygon; ground is inside it where an
 * odd number of its rings' turns go around, so crossing rings need no repair. A <em>cell</em> is
 * all pieces of one code. Pieces, rings and their first points are put into a canonical order, so
 * that nothing later depends on how the file was written.
 */
final class Drawing {
  final String name;

  /**
   * Ring points; ring r owns {@code [ringStart[r], ringStart[r + 1])}, the first is not repeated.
   */
  final int[] x;

  final int[] y;
  final int[] ringStart;

  /** The ring of each point. */
  final int[] ringOf;

  /** The piece of each ring. */
  final int[] pieceOf;

  /** The rings of piece p are {@code [pieceStart[p], pieceStart[p + 1])}. */
  final int[] pieceStart;

  final int[] cellOf;
  final int[] featureOf;
  final List<String> codes;

  private Drawing(String name, List<Piece> pieces, List<String> codes) {
    this.name = name;
    this.codes = codes;
    int rings = pieces.stream().mapToInt(p -> p.rings.size()).sum();
    int points = pieces.stream().flatMap(p -> p.rings.stream()).mapToInt(r -> r.length / 2).sum();
    x = new int[points];
    y = new int[points];
    ringOf = new int[points];
    ringStart = new int[rings + 1];
    pieceOf = new int[rings];
    pieceStart = new int[pieces.size() + 1];
    cellOf = new int[pieces.size()];
    featureOf = new int[pieces.size()];
    int ring = 0;
    int at = 0;
    for (int p = 0; p < pieces.size(); p++) {
      cellOf[p] = pieces.get(p).cell;
      featureOf[p] = pieces.get(p).feature;
      pieceStart[p] = ring;
      for (int[] xy : pieces.get(p).rings) {
        ringStart[ring] = at;
        pieceOf[ring] = p;
        for (int i = 0; i < xy.length; i += 2) {
          x[at] = xy[i];
          y[at] = xy[i + 1];
          ringOf[at++] = ring;
        }
        ring++;
      }
    }
    ringStart[ring] = at;
    pieceStart[pieces.size()] = ring;
  }

  /** Puts a layer on the grid, moved by a shift; says what was dropped on the way. */
  static Drawing of(DepartmentLayer layer, List<Finding> findings) {
    List<String> codes =
        layer.cells().stream().map(DepartmentCell::code).distinct().sorted().toList();
    List<Piece> pieces = new ArrayList<>();
    for (DepartmentCell cell : layer.cells()) {
      CallOff.check();
      int before = pieces.size();
      try {
        collect(cell, Collections.binarySearch(codes, cell.code()), pieces);
      } catch (IllegalArgumentException e) {
        throw new MergeRefused(beyondFrame(layer.name(), cell));
      }
      if (pieces.size() == before) {
        findings.add(tooSmall(layer.name(), cell));
      }
    }
    pieces.sort(Piece.ORDER);
    return new Drawing(layer.name(), withoutRepeats(layer.name(), codes, pieces, findings), codes);
  }

  int segments() {
    return x.length;
  }

  int pieces() {
    return cellOf.length;
  }

  /** The point after i in its ring. */
  int next(int i) {
    int ring = ringOf[i];
    return i + 1 == ringStart[ring + 1] ? ringStart[ring] : i + 1;
  }

  int pieceAt(int point) {
    return pieceOf[ringOf[point]];
  }

  /** The same drawing, every point moved. */
  Drawing moved(int dx, int dy) {
    if (dx != 0 || dy != 0) {
      for (int i = 0; i < x.length; i++) {
        x[i] += dx;
        y[i] += dy;
      }
    }
    return this;
  }

  /** Whether (px, py + ½) lies in a piece. */
  boolean contains(int piece, int px, int py) {
    boolean inside = false;
    for (int r = pieceStart[piece]; r < pieceStart[piece + 1]; r++) {
      int i = ringStart[r + 1] - 1;
      for (int j = ringStart[r]; j < ringStart[r + 1]; i = j++) {
        if ((y[i] <= py) != (y[j] <= py) && (crossingX(x[i], y[i], x[j], y[j], py) < px)) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /** Where a segment crosses the line half a cell above y. */
  static double crossingX(int ax, int ay, int bx, int by, int y) {
    return ax + (double) (bx - ax) * ((y - ay) + 0.5) / (by - ay);
  }

  /** The ground inside a piece, taking turns as drawn: right for rings that do not cross. */
  double pieceSquareCells(int piece) {
    double sum = 0;
    for (int r = pieceStart[piece]; r < pieceStart[piece + 1]; r++) {
      double area = Math.abs(ringSquareCells(r));
      sum += r == pieceStart[piece] ? area : -area;
    }
    return Math.max(0, sum);
  }

  private double ringSquareCells(int ring) {
    long twice = 0;
    int first = ringStart[ring];
    for (int i = first + 1; i + 1 < ringStart[ring + 1]; i++) {
      twice += Exact.turn(x[first], y[first], x[i], y[i], x[i + 1], y[i + 1]);
    }
    return twice / 2.0;
  }

  /** {minX, minY, maxX, maxY} of a piece. */
  int[] box(int piece) {
    int[] box = {
      Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE,
    };
    for (int i = ringStart[pieceStart[piece]]; i < ringStart[pieceStart[piece + 1]]; i++) {
      box[0] = Math.min(box[0], x[i]);
      box[1] = Math.min(box[1], y[i]);
      box[2] = Math.max(box[2], x[i]);
      box[3] = Math.max(box[3], y[i]);
    }
    return box;
  }

  /** All segments, segment i starting at point i. */
  SegmentGrid grid() {
    int n = x.length;
    int[] x2 = new int[n];
    int[] y2 = new int[n];
    double length = 0;
    for (int i = 0; i < n; i++) {
      int j = next(i);
      x2[i] = x[j];
      y2[i] = y[j];
      length += Math.max(Math.abs(x2[i] - x[i]), Math.abs(y2[i] - y[i]));
    }
    int bucket = (int) Math.max(200, Math.min(20_000, n == 0 ? 200 : 2 * length / n));
    return new SegmentGrid(x, y, x2, y2, bucket);
  }

  private static void collect(DepartmentCell cell, int index, List<Piece> pieces) {
    Geometry shape = cell.shape();
    for (int g = 0; g < shape.getNumGeometries(); g++) {
      if (shape.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
        List<int[]> rings = new ArrayList<>();
        addRing(polygon.getExteriorRing(), rings);
        for (int h = 0; !rings.isEmpty() && h < polygon.getNumInteriorRing(); h++) {
          addRing(polygon.getInteriorRingN(h), rings);
        }
        if (!rings.isEmpty()) {
          rings.subList(1, rings.size()).sort(Arrays::compare);
          pieces.add(new Piece(index, cell.code(), cell.feature(), rings));
        }
      }
    }
  }

  /** Adds a ring as x, y, x, y … counter-clockwise from its lowest point, without repeats. */
  private static void addRing(LinearRing ring, List<int[]> rings) {
    Coordinate[] coordinates = ring.getCoordinates();
    int[] xy = new int[coordinates.length * 2];
    int n = 0;
    for (int i = 0; i + 1 < coordinates.length; i++) {
      int cx = LocalFrame.toCells(coordinates[i].x);
      int cy = LocalFrame.toCells(coordinates[i].y);
      if (n == 0 || xy[n - 2] != cx || xy[n - 1] != cy) {
        xy[n++] = cx;
        xy[n++] = cy;
      }
    }
    while (n > 2 && xy[n - 2] == xy[0] && xy[n - 1] == xy[1]) {
      n -= 2;
    }
    if (n >= 6) {
      rings.add(canonical(Arrays.copyOf(xy, n)));
    }
  }

  private static int[] canonical(int[] xy) {
    int n = xy.length / 2;
    int low = lowest(xy);
    int first = low;
    boolean backwards = isLess(xy, low, true, low, false);
    for (int i = 0; i < n; i++) {
      // A ring may pass its lowest point more than once: of all readings the least is taken.
      if (i != low && xy[2 * i] == xy[2 * low] && xy[2 * i + 1] == xy[2 * low + 1]) {
        for (boolean back : new boolean[] {false, true}) {
          if (isLess(xy, i, back, first, backwards)) {
            first = i;
            backwards = back;
          }
        }
      }
    }
    return rotated(xy, backwards, first);
  }

  /** Whether a ring read from one point in one direction comes before another such reading. */
  private static boolean isLess(
      int[] xy, int first, boolean backwards, int otherFirst, boolean otherBackwards) {
    int n = xy.length / 2;
    int i = first;
    int j = otherFirst;
    for (int k = 0; k < n; k++) {
      int c = Integer.compare(xy[2 * i], xy[2 * j]);
      c = c != 0 ? c : Integer.compare(xy[2 * i + 1], xy[2 * j + 1]);
      if (c != 0) {
        return c < 0;
      }
      i = after(i, backwards, n);
      j = after(j, otherBackwards, n);
    }
    return false;
  }

  private static int after(int i, boolean backwards, int n) {
    if (backwards) {
      return i == 0 ? n - 1 : i - 1;
    }
    return i + 1 == n ? 0 : i + 1;
  }

  private static int lowest(int[] xy) {
    int best = 0;
    for (int i = 2; i < xy.length; i += 2) {
      if (xy[i] < xy[2 * best] || (xy[i] == xy[2 * best] && xy[i + 1] < xy[2 * best + 1])) {
        best = i / 2;
      }
    }
    return best;
  }

  private static int[] rotated(int[] xy, boolean backwards, int first) {
    int n = xy.length / 2;
    int[] out = new int[xy.length];
    int from = first;
    for (int i = 0; i < n; i++) {
      out[2 * i] = xy[2 * from];
      out[2 * i + 1] = xy[2 * from + 1];
      from = after(from, backwards, n);
    }
    return out;
  }

  private static List<Piece> withoutRepeats(
      String layer, List<String> codes, List<Piece> sorted, List<Finding> findings) {
    List<Piece> kept = new ArrayList<>();
    for (Piece piece : sorted) {
      if (!kept.isEmpty() && Piece.SHAPE_ORDER.compare(kept.get(kept.size() - 1), piece) == 0) {
        int[] shell = piece.rings.get(0);
        findings.add(
            new Finding(
                FindingCode.CELL_REPEATED,
                layer,
                codes.get(piece.cell),
                piece.feature,
                Optional.of(new Spot(LocalFrame.toMetres(shell[0]), LocalFrame.toMetres(shell[1]))),
                new Words(
                    "同一网格的图形写了两遍（第 " + piece.feature + " 条）",
                    "the same shape stands twice in one cell (feature " + piece.feature + ")"),
                new Words("只取一遍", "taken once")));
      } else {
        kept.add(piece);
      }
    }
    return kept;
  }

  private static Finding beyondFrame(String layer, DepartmentCell cell) {
    return new Finding(
        FindingCode.CRS_CONTRADICTS,
        layer,
        cell.code(),
        cell.feature(),
        Optional.empty(),
        new Words(
            "图层「%s」第 %d 条的坐标远在本区之外".formatted(layer, cell.feature()),
            "layer %s, feature %d: coordinates far outside of any place here"
                .formatted(layer, cell.feature())),
        new Words("请核对该图层的坐标系后重新提交", "check its coordinate system and hand it in again"));
  }

  private static Finding tooSmall(String layer, DepartmentCell cell) {
    Coordinate c = cell.shape().isEmpty() ? null : cell.shape().getCoordinate();
    return new Finding(
        FindingCode.CELL_TOO_SMALL,
        layer,
        cell.code(),
        cell.feature(),
        c == null ? Optional.empty() : Optional.of(new Spot(c.x, c.y)),
        new Words("该图形在 1 厘米格网上没有面积", "the shape has no area on the 1 cm grid"),
        new Words("已略去", "left out"));
  }

  private record Piece(int cell, String code, int feature, List<int[]> rings) {
    static final Comparator<Piece> SHAPE_ORDER =
        Comparator.<Piece>comparingInt(p -> p.cell)
            .thenComparing((p, q) -> compareRings(p.rings, q.rings));

    static final Comparator<Piece> ORDER = SHAPE_ORDER.thenComparingInt(p -> p.feature);

    private static int compareRings(List<int[]> one, List<int[]> other) {
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        int c = Arrays.compare(one.get(i), other.get(i));
        if (c != 0) {
          return c;
        }
      }
      return Integer.compare(one.size(), other.size());
    }
  }
}
