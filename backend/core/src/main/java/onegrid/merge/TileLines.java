package onegrid.merge;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one tile: the border of the area, then each layer settled on what is stronger. The
 * border's points are shared with the neighbouring tiles, see {@link #borderPoints}.
 */
final class TileLines {
  /** The mask is this much wider than the widest tolerance. */
  private static final int MARGIN_CELLS = 200;

  private static final int NET_BUCKET_CELLS = 2000;

  private final LayerStack stack;
  private final AreaMosaic.Tile tile;
  private final PointTable points = new PointTable();
  private final AcceptedNet net;
  private final Stretches stretches = new Stretches();

  /** Buildings in the tile or across its border, by their place in the stack. */
  private final List<Integer> buildings;

  /** Buildings whose outline some line runs through, by their place in the stack. */
  private final IntList cutBuildings = new IntList();

  final Conflation.Movements[] movements;
  private @Nullable Noding noding;

  /** Settles all layers in a tile. */
  TileLines(LayerStack stack, AreaMosaic area, AreaMosaic.Tile tile, List<Integer> buildings) {
    this.stack = stack;
    this.tile = tile;
    TileMask mask = new TileMask(area.map, tile.edges(), tile.box(), marginCells(stack));
    this.net = new AcceptedNet(points, mask.box(), netBucket(mask.box()));
    for (int e : tile.edges()) {
      int p = area.map.edges.a[e];
      int q = area.map.edges.b[e];
      net.accept(
          points.add(area.map.points.x(p), area.map.points.y(p)),
          points.add(area.map.points.x(q), area.map.points.y(q)));
    }
    acceptProtected(segmentsIn(stack.protectedLines.grid, mask));
    this.movements = new Conflation.Movements[stack.count()];
    settleLayers(k -> segmentsIn(stack.layers.get(k).grid, mask));
    this.buildings = buildings;
  }

  /** How much wider than its ground a tile looks for lines, in cells. */
  static int marginCells(LayerStack stack) {
    return (int) stack.widestToleranceCells + MARGIN_CELLS;
  }

  /** Settles all layers where there is no area: everything is one tile without a border. */
  TileLines(LayerStack stack, int[] box, List<Integer> buildings) {
    this.stack = stack;
    this.tile = new AreaMosaic.Tile(0, "", new int[0], box, 0);
    this.net = new AcceptedNet(points, box, netBucket(box));
    acceptProtected(allOf(stack.protectedLines.count()));
    this.movements = new Conflation.Movements[stack.count()];
    settleLayers(k -> allOf(stack.drawing(k).segments()));
    this.buildings = buildings;
  }

  private void settleLayers(java.util.function.IntFunction<int[]> segments) {
    Conflation conflation = new Conflation(net, stretches);
    for (int k = 0; k < stack.count(); k++) {
      movements[k] = new Conflation.Movements();
      conflation.settle(
          stack.drawing(k),
          segments.apply(k),
          stack.toleranceCells(k),
          stack.layers.get(k).limits,
          stack.firstPiece[k],
          movements[k]);
    }
  }

  /** Wide ground has wide buckets, so that there are never more than four million. */
  private static int netBucket(int[] box) {
    long size = Math.max((long) box[2] - box[0], (long) box[3] - box[1]);
    return (int) Math.max(NET_BUCKET_CELLS, size / 2000 + 1);
  }

  private static int[] allOf(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Lines that no layer has a part in, before any layer. */
  private void acceptProtected(int[] segments) {
    SegmentGrid grid = stack.protectedLines.grid;
    for (int s : segments) {
      int from = points.add(grid.x1[s], grid.y1[s]);
      int to = points.add(grid.x2[s], grid.y2[s]);
      stretches.add(net.lineBetween(from, to), from, to, stack.firstLine() + s);
    }
  }

  private static int[] segmentsIn(SegmentGrid grid, TileMask mask) {
    int[] box = mask.box();
    IntList found = new IntList();
    grid.within(box[0], box[1], box[2], box[3], found);
    // Numbers are set as bits, not sorted: those of one tile lie close together in a layer.
    int first = Arrays.stream(found.items, 0, found.size).min().orElse(0);
    BitSet numbers = new BitSet();
    for (int i = 0; i < found.size; i++) {
      numbers.set(found.get(i) - first);
    }
    int kept = 0;
    for (int bit = numbers.nextSetBit(0); bit >= 0; bit = numbers.nextSetBit(bit + 1)) {
      int s = first + bit;
      if (mask.touches(grid.x1[s], grid.y1[s], grid.x2[s], grid.y2[s])) {
        found.items[kept++] = s;
      }
    }
    return Arrays.copyOf(found.items, kept);
  }

  /** Cuts the lines wherever they meet; the buildings they run through are lines from then on. */
  void cut(long crossingBudget) {
    boolean[] live = stretches.liveLines(net);
    Arrays.fill(live, 0, tile.edges().length, true);
    int before = net.lines();
    findCutBuildings(live);
    addOutlines(0);
    // An outline that became a line may run through another building, as a compound's wall does.
    for (int from = 0; from < cutBuildings.size; ) {
      int to = cutBuildings.size;
      findCutByOutlines(from, to);
      addOutlines(to);
      from = to;
    }
    live = Arrays.copyOf(live, net.lines());
    Arrays.fill(live, before, live.length, true);
    noding = new Noding(net, live, crossingBudget);
    noding.cut();
  }

  /** Buildings whose outlines are lines now, by their place in the stack. */
  int[] cutBuildings() {
    return cutBuildings.toArray();
  }

  private void addOutlines(int first) {
    for (int i = first; i < cutBuildings.size; i++) {
      int piece = stack.firstBuilding() + cutBuildings.get(i);
      for (int[] xy : stack.buildings.get(cutBuildings.get(i)).rings()) {
        int n = xy.length;
        for (int a = n - 2, b = 0; b < n; a = b, b += 2) {
          int from = points.add(xy[a], xy[a + 1]);
          int to = points.add(xy[b], xy[b + 1]);
          if (from != to) {
            stretches.add(net.accept(from, to), from, to, piece);
          }
        }
      }
    }
  }

  /** The faces between the lines, once all points on the border are known. */
  Arrangement arrange() {
    EdgeSet edges = edges();
    SegmentGrid grid = SegmentGrid.of(edges, points);
    int crossing = Noding.findCrossing(grid);
    if (crossing >= 0) {
      int p = edges.a[crossing];
      throw new IllegalStateException(
          "not noded in " + tile.code() + " at " + points.x(p) + ", " + points.y(p));
    }
    return new Arrangement(edges, points, grid);
  }

  private EdgeSet edges() {
    EdgeSet.Builder out = new EdgeSet.Builder();
    for (int line = 0; line < tile.edges().length; line++) {
      for (int i = 0; i + 1 < net.count(line); i++) {
        out.toggle(net.pointOn(line, i), net.pointOn(line, i + 1), LayerStack.AREA);
      }
    }
    stretches.spellOut(net, out);
    return out.build();
  }

  /**
   * Only lines inside matter, but which are inside is known later; outlines too many do no harm.
   */
  private void findCutBuildings(boolean[] live) {
    IntList lines = new IntList();
    for (int b : buildings) {
      LayerStack.Footprint footprint = stack.buildings.get(b);
      int[] box = footprint.box();
      net.near(box[0], box[1], box[2], box[3], lines);
      for (int i = 0; i < lines.size; i++) {
        if (live[lines.get(i)] && isCutBy(footprint.rings(), lines.get(i))) {
          cutBuildings.add(b);
          break;
        }
      }
    }
  }

  /** Buildings not found so far through which outlines of some found ones run. */
  private void findCutByOutlines(int from, int to) {
    BitSet known = new BitSet();
    for (int i = 0; i < cutBuildings.size; i++) {
      known.set(cutBuildings.get(i));
    }
    for (int b : buildings) {
      LayerStack.Footprint footprint = stack.buildings.get(b);
      for (int i = from; i < to && !known.get(b); i++) {
        LayerStack.Footprint other = stack.buildings.get(cutBuildings.get(i));
        if (meet(footprint.box(), other.box())
            && Buildings.shareGround(footprint.rings(), other.rings())) {
          known.set(b);
          cutBuildings.add(b);
        }
      }
    }
  }

  private static boolean meet(int[] one, int[] other) {
    return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
  }

  private boolean isCutBy(List<int[]> rings, int line) {
    int from = net.start(line);
    int to = net.end(line);
    return Buildings.isCutBy(rings, points.x(from), points.y(from), points.x(to), points.y(to));
  }

  /**
   * The points that stand on each border edge by now, as x, y, x, y … along it, in the order of
   * {@link AreaMosaic.Tile#edges}.
   */
  int[][] borderPoints() {
    int[][] all = new int[tile.edges().length][];
    for (int line = 0; line < all.length; line++) {
      int[] xy = new int[2 * net.count(line)];
      for (int i = 0; i < net.count(line); i++) {
        xy[2 * i] = points.x(net.pointOn(line, i));
        xy[2 * i + 1] = points.y(net.pointOn(line, i));
      }
      all[line] = xy;
    }
    return all;
  }

  /** Sets points that a neighbour has on a common edge; true if some were new on this border. */
  boolean addBorderPoints(int line, int[] xy) {
    boolean any = false;
    for (int i = 0; i < xy.length; i += 2) {
      int point = points.add(xy[i], xy[i + 1]);
      if (net.indexOn(line, point) < 0) {
        net.setOn(line, point);
        Objects.requireNonNull(noding, "cut first").cutAt(point);
        any = true;
      }
    }
    return any;
  }
}
