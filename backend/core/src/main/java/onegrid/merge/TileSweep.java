package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;

/**
 * Merges tile after tile. Tiles are independent but for the points on their common borders: each
 * settles its lines, then neighbours tell each other their border points until nothing is new.
 */
final class TileSweep {
  private static final int MOST_EXCHANGES = 50;
  private static final long TILE_CROSSING_BUDGET = 1_000_000;
  private static final long PLAIN_CROSSING_BUDGET = 20_000_000;

  private final LayerStack stack;
  private final Optional<AreaMosaic> area;
  private final MergeRun run;
  private final List<List<Integer>> own = new ArrayList<>();
  private final List<List<Integer>> near = new ArrayList<>();

  /** Buildings whose place is in no tile. */
  final List<Integer> homeless = new ArrayList<>();

  final List<Finding> findings = new ArrayList<>();
  TileLines[] lines;

  TileSweep(LayerStack stack, Optional<AreaMosaic> area, MergeRun run) {
    this.stack = stack;
    this.area = area;
    this.run = run;
    int tiles = area.map(a -> a.tiles.size()).orElse(1);
    for (int t = 0; t < tiles; t++) {
      own.add(new ArrayList<>());
      near.add(new ArrayList<>());
    }
    this.lines = new TileLines[tiles];
    shareBuildings();
  }

  String areaCode(int tile) {
    return area.map(a -> a.tiles.get(tile).code()).orElse("");
  }

  /** One result for each tile. */
  List<TileResult> run() {
    int n = lines.length;
    run.each(
        n,
        0,
        0.6,
        t -> {
          lines[t] = settle(t);
          cut(lines[t]);
        });
    exchange();
    TileResult[] results = new TileResult[n];
    run.each(
        n,
        0.7,
        1,
        t -> {
          results[t] =
              TileMerge.merge(stack, lines[t].arrange(), areaCode(t), area.isPresent(), own.get(t));
        });
    return List.of(results);
  }

  private TileLines settle(int tile) {
    return area.map(a -> new TileLines(stack, a, a.tiles.get(tile), near.get(tile)))
        .orElseGet(() -> new TileLines(stack, wholeBox(), near.get(tile)));
  }

  private int[] wholeBox() {
    int[] box = {
      Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE,
    };
    for (Drawing d : stack.layers) {
      for (int i = 0; i < d.x.length; i++) {
        box[0] = Math.min(box[0], d.x[i]);
        box[1] = Math.min(box[1], d.y[i]);
        box[2] = Math.max(box[2], d.x[i]);
        box[3] = Math.max(box[3], d.y[i]);
      }
    }
    return box;
  }

  private void cut(TileLines tile) {
    tile.cut(area.isPresent() ? TILE_CROSSING_BUDGET : PLAIN_CROSSING_BUDGET);
  }

  static Finding tooManyCrossings(Noding.TooManyCrossings e) {
    return new Finding(
        FindingCode.TOO_MANY_CROSSINGS,
        "",
        "",
        0,
        Optional.of(new Spot(LocalFrame.toMetres(e.x), LocalFrame.toMetres(e.y))),
        new Words("此处边界互相交叉过多,无法合并", "too many borders cross each other here"),
        new Words("请检查该处图形,可能不是网格边界", "check the drawing here; it may be no border"));
  }

  /** Tells neighbours of border points until no tile learns a new one. */
  private void exchange() {
    if (area.isEmpty()) {
      return;
    }
    AreaMosaic a = area.get();
    int[][] points = new int[2 * a.map.edges.size()][];
    boolean any = true;
    for (int round = 0; any; round++) {
      if (round == MOST_EXCHANGES) {
        throw new IllegalStateException("tiles do not agree on their borders");
      }
      for (int t = 0; t < lines.length; t++) {
        List<int[]> own = lines[t].borderPoints();
        int[] edges = a.tiles.get(t).edges();
        for (int i = 0; i < edges.length; i++) {
          points[2 * edges[i] + side(a, edges[i], t)] = own.get(i);
        }
      }
      any = false;
      for (int t = 0; t < lines.length; t++) {
        int[] edges = a.tiles.get(t).edges();
        for (int i = 0; i < edges.length; i++) {
          int[] told = points[2 * edges[i] + 1 - side(a, edges[i], t)];
          any |= told != null && told.length > 4 && lines[t].addBorderPoints(i, told);
        }
      }
    }
  }

  private static int side(AreaMosaic a, int edge, int tile) {
    return a.leftTile[edge] == tile ? 0 : 1;
  }

  private void shareBuildings() {
    for (int b = 0; b < stack.buildings.size(); b++) {
      LayerStack.Footprint footprint = stack.buildings.get(b);
      if (footprint.rings().isEmpty()) {
        continue;
      }
      if (area.isEmpty()) {
        own.get(0).add(b);
        near.get(0).add(b);
        continue;
      }
      int tile = tileAt(area.get(), footprint);
      if (tile < 0) {
        homeless.add(b);
        findings.add(building(FindingCode.BUILDING_OUTSIDE, b, "不在任何管辖范围内", "lies in no area"));
      } else {
        own.get(tile).add(b);
        near.get(tile).add(b);
      }
      shareAcrossBorder(area.get(), b, tile);
    }
  }

  private static int tileAt(AreaMosaic a, LayerStack.Footprint footprint) {
    return a.tileOf[a.map.faceAt(footprint.inside()[0], footprint.inside()[1])];
  }

  private void shareAcrossBorder(AreaMosaic a, int building, int tile) {
    LayerStack.Footprint footprint = stack.buildings.get(building);
    IntList others = new IntList(4);
    IntList edges = new IntList();
    int[] box = footprint.box();
    a.map.grid().within(box[0], box[1], box[2], box[3], edges);
    for (int i = 0; i < edges.size; i++) {
      int e = edges.get(i);
      if (a.leftTile[e] != a.rightTile[e]
          && Buildings.isCutBy(
              footprint.rings(),
              a.map.points.x(a.map.edges.a[e]),
              a.map.points.y(a.map.edges.a[e]),
              a.map.points.x(a.map.edges.b[e]),
              a.map.points.y(a.map.edges.b[e]))) {
        addOther(a.leftTile[e], tile, others);
        addOther(a.rightTile[e], tile, others);
      }
    }
    for (int i = 0; i < others.size; i++) {
      near.get(others.get(i)).add(building);
      findings.add(
          building(
              FindingCode.BUILDING_CUT_BY_AREA,
              building,
              "跨越 " + areaCode(others.get(i)) + " 的界线",
              "lies across the border of " + areaCode(others.get(i))));
    }
  }

  private static void addOther(int other, int tile, IntList others) {
    if (other >= 0 && other != tile && !others.contains(other)) {
      others.add(other);
    }
  }

  private Finding building(FindingCode code, int building, String zh, String en) {
    LayerStack.Footprint f = stack.buildings.get(building);
    return new Finding(
        code,
        "",
        f.source().id(),
        0,
        Optional.of(
            new Spot(LocalFrame.toMetres(f.inside()[0]), LocalFrame.toMetres(f.inside()[1]))),
        new Words("楼栋 " + f.source().id() + " " + zh, "building " + f.source().id() + " " + en),
        code == FindingCode.BUILDING_OUTSIDE
            ? new Words("未计入任何单元", "counted in no unit")
            : new Words("计入其主体所在一侧,界线不动", "counted where its middle lies; the border stays"));
  }
}
