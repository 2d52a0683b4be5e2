package onegrid.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import onegrid.place.Building;
import onegrid.reach.Labels;
import onegrid.reach.Links;
import onegrid.reach.Supply;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Draws areas: the cells of a 10 m raster are linked and judged as buildings are, those under a
 * building as that building; their outline is drawn, and where it says the wrong thing of a
 * building, that building's footprint is added or taken away. It is simplified only as long as it
 * says the same of every building.
 *
 * <p>A cell inside a compound is judged as its people are, who may pass their own gates. Keep one
 * for each answer; links of cells stay from one area to the next. Not for several threads.
 */
public final class ServiceAreas {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double CELL_METRES = CellLinks.CELL_CELLS / 100.0;
  private static final double SIMPLIFY_METRES = 4;

  /** Half the side of the square that is patched for a building given as a point. */
  private static final double POINT_HALF_METRES = 0.5;

  private final Coverage coverage;
  private final CellLinks cells;
  private final Labels labels;
  private final STRtree byPlace = new STRtree();

  /** The cells under each building, found when it is first near. */
  private final int[][][] under;

  private ServiceAreas(Coverage coverage, int threads) {
    this.coverage = coverage;
    this.cells = new CellLinks(coverage.ground().linker, threads);
    this.labels = new Labels(coverage.graph, coverage.demand, coverage.scenario().limitMm());
    this.under = new int[coverage.ground().buildings().size()][][];
    for (int b = 0; b < coverage.ground().buildings().size(); b++) {
      byPlace.insert(new Envelope(coverage.ground().middle(b)), b);
    }
    byPlace.build();
  }

  /** Prepares to draw the areas of an answer. */
  public static ServiceAreas of(Coverage coverage, int threads) {
    return new ServiceAreas(coverage, threads);
  }

  /** The area from which any station that counts is reached within a time, at most the limit. */
  public ServiceArea all(int limitSeconds) {
    return draw(coverage.supply, limitSeconds);
  }

  /** The area from which one station is reached within the limit. */
  public ServiceArea of(int station) {
    List<Integer> doors = new ArrayList<>();
    int[] stationOfDoor = coverage.ground().stationOfDoor;
    for (int d = 0; d < stationOfDoor.length; d++) {
      if (stationOfDoor[d] == station) {
        doors.add(d);
      }
    }
    int[] chosen = doors.stream().mapToInt(d -> d).toArray();
    Links links = coverage.ground().doorLinks.of(chosen);
    return draw(new Supply(links, new int[chosen.length]), coverage.scenario().limitSeconds());
  }

  private ServiceArea draw(Supply supply, int limitSeconds) {
    long limitMm = (long) limitSeconds * coverage.scenario().speedMmPerSecond();
    labels.walk(supply);
    Geometry drawn = raster(limitMm);
    List<Integer> near = near(drawn);
    boolean[] reached = new boolean[near.size()];
    for (int i = 0; i < reached.length; i++) {
      int cost = labels.costOfPlace(near.get(i));
      reached[i] = cost >= 0 && cost <= limitMm;
    }
    int[] raw = judge(drawn, near, reached);
    // Simplified or not, it says the same of every building.
    Geometry simple = simplified(drawn, near, reached, raw);
    List<Geometry> in = new ArrayList<>();
    List<Geometry> out = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      if (reached[i] != (raw[i + 3] == 1)) {
        (reached[i] ? in : out).add(footprint(near.get(i)));
      }
    }
    Geometry patched = patch(simple, in, out);
    int[] last = in.isEmpty() && out.isEmpty() ? raw : judge(patched, near, reached);
    return new ServiceArea(
        limitSeconds,
        patched,
        ratio(last[0], last[0] + last[1]),
        ratio(last[0], last[0] + last[2]),
        ratio(raw[0], raw[0] + raw[1]),
        ratio(raw[0], raw[0] + raw[2]),
        in.size() + out.size());
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 1 : part / (double) whole;
  }

  private Geometry raster(long limitMm) {
    int[] box = labels.box();
    if (box.length == 0) {
      return SHAPES.createPolygon();
    }
    int margin = 20_000 / CellLinks.CELL_CELLS;
    int left = Math.floorDiv(box[0], CellLinks.CELL_CELLS) - margin;
    int bottom = Math.floorDiv(box[1], CellLinks.CELL_CELLS) - margin;
    int columns = Math.floorDiv(box[2], CellLinks.CELL_CELLS) + margin - left + 1;
    int rows = Math.floorDiv(box[3], CellLinks.CELL_CELLS) + margin - bottom + 1;
    BitSet set = new BitSet(columns * rows);
    for (int row = 0; row < rows; row++) {
      int tileRow = Math.floorDiv(bottom + row, CellLinks.TILE);
      int inRow = Math.floorMod(bottom + row, CellLinks.TILE) * CellLinks.TILE;
      int column = 0;
      while (column < columns) {
        int tileColumn = Math.floorDiv(left + column, CellLinks.TILE);
        int end = Math.min(columns, (tileColumn + 1) * CellLinks.TILE - left);
        Links links = cells.tile(tileColumn, tileRow);
        int at = inRow + Math.floorMod(left + column, CellLinks.TILE);
        for (; column < end; column++, at++) {
          long cost = labels.cost(links.edge()[at], links.offsetMm()[at], links.legMm()[at]);
          if (cost <= limitMm) {
            set.set(row * columns + column);
          }
        }
      }
    }
    labels.eachCompound(
        compound -> {
          for (int[] cell : cells.inside(coverage.ground().network().compounds(), compound)) {
            int column = cell[0] - left;
            int row = cell[1] - bottom;
            boolean here = column >= 0 && row >= 0 && column < columns && row < rows;
            if (here && cells.cost(labels, cell[0], cell[1]) <= limitMm) {
              set.set(row * columns + column);
            }
          }
        });
    BitSet standing = buildings(set, limitMm, left, bottom, columns, rows);
    return RasterOutline.of(
        set, standing, columns, rows, left * CELL_METRES, bottom * CELL_METRES, CELL_METRES);
  }

  /**
   * What stands in a cell says whether it is reached, and that in whose footprint it lies only when
   * the middle of no other lies there.
   *
   * @return the cells in which middles of buildings lie
   */
  private BitSet buildings(BitSet set, long limitMm, int left, int bottom, int columns, int rows) {
    Envelope box =
        new Envelope(
            left * CELL_METRES,
            (left + columns) * CELL_METRES,
            bottom * CELL_METRES,
            (bottom + rows) * CELL_METRES);
    List<Integer> standing = new ArrayList<>();
    for (Object b : byPlace.query(box)) {
      standing.add((Integer) b);
    }
    standing.sort(null);
    for (int b : standing) {
      int cost = labels.costOfPlace(b);
      for (int[] cell : under[b] == null ? under(b) : under[b]) {
        int column = cell[0] - left;
        int row = cell[1] - bottom;
        if (column >= 0 && row >= 0 && column < columns && row < rows) {
          set.set(row * columns + column, cost >= 0 && cost <= limitMm);
        }
      }
    }
    BitSet middles = new BitSet(columns * rows);
    for (int b : standing) {
      int cost = labels.costOfPlace(b);
      Coordinate middle = coverage.ground().middle(b);
      int column = (int) Math.floor(middle.x / CELL_METRES) - left;
      int row = (int) Math.floor(middle.y / CELL_METRES) - bottom;
      if (column >= 0 && row >= 0 && column < columns && row < rows) {
        set.set(row * columns + column, cost >= 0 && cost <= limitMm);
        middles.set(row * columns + column);
      }
    }
    return middles;
  }

  private int[][] under(int building) {
    int[][] found =
        cells
            .under(coverage.building(building).footprint(), coverage.ground().middle(building))
            .toArray(new int[0][]);
    under[building] = found;
    return found;
  }

  private List<Integer> near(Geometry drawn) {
    Envelope box = new Envelope(drawn.getEnvelopeInternal());
    for (int place : labels.places()) {
      box.expandToInclude(coverage.ground().middle(place));
    }
    List<Integer> near = new ArrayList<>();
    for (Object b : byPlace.query(box)) {
      near.add((Integer) b);
    }
    near.sort(null);
    return near;
  }

  /** True, false and missed; then for each building whether it is inside. */
  private int[] judge(Geometry area, List<Integer> near, boolean[] reached) {
    int[] verdicts = new int[3 + reached.length];
    if (area.isEmpty()) {
      for (boolean each : reached) {
        verdicts[2] += each ? 1 : 0;
      }
      return verdicts;
    }
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    for (int i = 0; i < reached.length; i++) {
      Coordinate at = coverage.ground().middle(near.get(i));
      boolean inside = locator.locate(at) != Location.EXTERIOR;
      verdicts[3 + i] = inside ? 1 : 0;
      if (inside && reached[i]) {
        verdicts[0]++;
      } else if (inside) {
        verdicts[1]++;
      } else if (reached[i]) {
        verdicts[2]++;
      }
    }
    return verdicts;
  }

  private Geometry simplified(
      Geometry drawn, List<Integer> near, boolean[] reached, int[] verdicts) {
    if (drawn.isEmpty()) {
      return drawn;
    }
    // The quick way first: it does not watch rings, but they seldom come to touch.
    Geometry simple = quicklySimplified(drawn);
    if (rings(simple) == rings(drawn)
        && Arrays.equals(judge(simple, near, reached), verdicts)
        && simple.isValid()) {
      return simple;
    }
    simple = TopologyPreservingSimplifier.simplify(drawn, SIMPLIFY_METRES);
    boolean same = Arrays.equals(judge(simple, near, reached), verdicts);
    return same && simple.isValid() ? simple : drawn;
  }

  private static Geometry quicklySimplified(Geometry drawn) {
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(drawn);
    simplifier.setDistanceTolerance(SIMPLIFY_METRES);
    simplifier.setEnsureValid(false);
    return simplifier.getResultGeometry();
  }

  private static int rings(Geometry areas) {
    int rings = 0;
    for (int i = 0; i < areas.getNumGeometries(); i++) {
      rings += areas.getGeometryN(i) instanceof Polygon area ? 1 + area.getNumInteriorRing() : 0;
    }
    return rings;
  }

  private Geometry footprint(int building) {
    Building what = coverage.building(building);
    if (what.footprint() instanceof Point) {
      Envelope around = new Envelope(coverage.ground().middle(building));
      around.expandBy(POINT_HALF_METRES);
      return SHAPES.toGeometry(around);
    }
    return what.footprint();
  }

  private static Geometry patch(Geometry area, List<Geometry> in, List<Geometry> out) {
    Geometry patched = area;
    if (!in.isEmpty()) {
      patched = OverlayNGRobust.overlay(patched, together(in), OverlayNG.UNION);
    }
    if (!out.isEmpty()) {
      patched = OverlayNGRobust.overlay(patched, together(out), OverlayNG.DIFFERENCE);
    }
    return polygons(patched);
  }

  private static Geometry together(List<Geometry> shapes) {
    return OverlayNGRobust.union(SHAPES.buildGeometry(shapes));
  }

  private static Geometry polygons(Geometry shape) {
    List<Polygon> found = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        found.add(polygon);
      }
    }
    return found.size() == 1
        ? found.get(0)
        : SHAPES.createMultiPolygon(found.toArray(new Polygon[0]));
  }
}
