package onegrid.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * Merges tile after tile. Tiles are independent but for the points on their common borders: each
 * settles its lines, then neighbours tell each other their border points until nothing is new.
 */
final class TileSweep {
  private static final int MOST_EXCHANGES = 50;
  private static final long TILE_CROSSING_BUDGET = 1_000_000;
  private static final long PLAIN_CROSSING_BUDGET = 5_000_000;

  private final LayerStack stack;
  private final Optional<AreaMosaic> area;
  private final Optional<SegmentGrid> drawnArea;
  private final TileBuildings buildings;
  private final MergeRun run;

  /** What an earlier sweep made of each tile; null where it must be made anew. */
  private final @Nullable TileMemo[] kept;

  /** The lines of tiles that are made anew. */
  private final @Nullable TileLines[] lines;

  /** The border points that each such tile found by itself. */
  private final int[][][] found;

  /** How many tiles were made anew. */
  int made;

  /**
   * Prepares a sweep.
   *
   * @param kept for each tile what an earlier sweep made of it, null where that is out of date
   */
  TileSweep(LayerStack stack, Ground ground, @Nullable TileMemo[] kept, MergeRun run) {
    this.stack = stack;
    this.area = ground.area;
    this.drawnArea = ground.drawnArea;
    this.buildings = ground.buildings;
    this.kept = kept;
    this.run = run;
    this.lines = new TileLines[kept.length];
    this.found = new int[kept.length][][];
  }

  static int tiles(Optional<AreaMosaic> area) {
    return area.map(a -> a.tiles.size()).orElse(1);
  }

  static String areaCode(Optional<AreaMosaic> area, int tile) {
    return area.map(a -> a.tiles.get(tile).code()).orElse("");
  }

  /** What became of each tile. */
  List<TileMemo> run() {
    IntList live = new IntList();
    for (int t = 0; t < kept.length; t++) {
      if (kept[t] == null) {
        live.add(t);
      }
    }
    cut(live, 0, 0.6);
    while (area.isPresent()) {
      exchange(area.get(), live);
      IntList woken = contradicted(area.get(), live);
      if (woken.size == 0) {
        break;
      }
      cut(woken, 0.6, 0.7);
      for (int i = 0; i < woken.size; i++) {
        live.add(woken.get(i));
      }
    }
    made = live.size;
    TileMemo[] memos = kept.clone();
    run.each(
        live.size,
        0.7,
        1,
        i -> {
          int t = live.get(i);
          memos[t] = finish(t, Objects.requireNonNull(lines[t]));
        });
    return Arrays.stream(memos).map(Objects::requireNonNull).toList();
  }

  private void cut(IntList tiles, double from, double to) {
    run.each(
        tiles.size,
        from,
        to,
        i -> {
          int t = tiles.get(i);
          TileLines of = settle(t);
          of.cut(area.isPresent() ? TILE_CROSSING_BUDGET : PLAIN_CROSSING_BUDGET);
          found[t] = of.borderPoints();
          lines[t] = of;
        });
  }

  private TileMemo finish(int tile, TileLines of) {
    TileResult result =
        TileMerge.merge(
            stack,
            of.arrange(),
            areaCode(area, tile),
            area.isPresent(),
            buildings.own.get(tile),
            buildings.near.get(tile),
            of.cutBuildings());
    int[][] border = of.borderPoints();
    return new TileMemo(
        new TilePart(stack, areaCode(area, tile), result),
        found[tile],
        border,
        BorderMovement.of(drawnArea, border),
        of.movements);
  }

  private TileLines settle(int tile) {
    List<Integer> near = buildings.near.get(tile);
    return area.map(a -> new TileLines(stack, a, a.tiles.get(tile), near))
        .orElseGet(() -> new TileLines(stack, wholeBox(), near));
  }

  private int[] wholeBox() {
    int[] box = {
      Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE,
    };
    for (LaidLayer layer : stack.layers) {
      Drawing d = layer.drawing;
      for (int i = 0; i < d.x.length; i++) {
        box[0] = Math.min(box[0], d.x[i]);
        box[1] = Math.min(box[1], d.y[i]);
        box[2] = Math.max(box[2], d.x[i]);
        box[3] = Math.max(box[3], d.y[i]);
      }
    }
    return box;
  }

  static Finding tooManyCrossings(String layer, CrossingCount.TooManyCrossings e) {
    return new Finding(
        FindingCode.TOO_MANY_CROSSINGS,
        layer,
        "",
        0,
        Optional.of(new Spot(LocalFrame.toMetres(e.x), LocalFrame.toMetres(e.y))),
        new Words(
            "此处边界互相交叉过多，超过 " + e.budget + " 处，无法合并",
            "too many borders cross each other here: more than " + e.budget + " times"),
        new Words("请检查该处图形，可能不是网格边界", "check the drawing here; it may be no border"));
  }

  /**
   * Tells neighbours of border points until no tile learns a new one. A tile that is kept tells
   * only what it found by itself; see {@link #contradicted}.
   */
  private void exchange(AreaMosaic a, IntList live) {
    boolean any = true;
    for (int round = 0; any; round++) {
      if (round == MOST_EXCHANGES) {
        throw new IllegalStateException("tiles do not agree on their borders");
      }
      int[][] points = new int[2 * a.map.edges.size()][];
      for (int i = 0; i < live.size; i++) {
        int t = live.get(i);
        put(a, t, Objects.requireNonNull(lines[t]).borderPoints(), points);
      }
      for (int t = 0; t < kept.length; t++) {
        if (lines[t] == null) {
          put(a, t, Objects.requireNonNull(kept[t]).found(), points);
        }
      }
      any = false;
      for (int i = 0; i < live.size; i++) {
        int t = live.get(i);
        int[] edges = a.tiles.get(t).edges();
        for (int e = 0; e < edges.length; e++) {
          int[] told = points[2 * edges[e] + 1 - side(a, edges[e], t)];
          any |=
              told != null
                  && told.length > 4
                  && Objects.requireNonNull(lines[t]).addBorderPoints(e, told);
        }
      }
    }
  }

  private static void put(AreaMosaic a, int tile, int[][] borderPoints, int[][] points) {
    int[] edges = a.tiles.get(tile).edges();
    for (int e = 0; e < edges.length; e++) {
      points[2 * edges[e] + side(a, edges[e], tile)] = borderPoints[e];
    }
  }

  /**
   * Kept tiles whose border does not end with the points that a tile made anew has there. Where all
   * end alike, the points are those that making every tile anew would give: each side then has only
   * what follows from what the tiles found by themselves, and nothing more follows.
   */
  private IntList contradicted(AreaMosaic a, IntList live) {
    IntList woken = new IntList();
    int[][] points = new int[2 * a.map.edges.size()][];
    for (int i = 0; i < live.size; i++) {
      int t = live.get(i);
      put(a, t, Objects.requireNonNull(lines[t]).borderPoints(), points);
    }
    for (int t = 0; t < kept.length; t++) {
      TileMemo memo = kept[t];
      if (lines[t] != null || memo == null) {
        continue;
      }
      int[] edges = a.tiles.get(t).edges();
      for (int e = 0; e < edges.length; e++) {
        int[] beside = points[2 * edges[e] + 1 - side(a, edges[e], t)];
        if (beside != null && !Arrays.equals(beside, memo.border()[e])) {
          woken.add(t);
          break;
        }
      }
    }
    return woken;
  }

  private static int side(AreaMosaic a, int edge, int tile) {
    return a.leftTile[edge] == tile ? 0 : 1;
  }
}
