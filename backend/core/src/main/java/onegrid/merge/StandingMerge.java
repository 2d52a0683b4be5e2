package onegrid.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onegrid.layer.DepartmentLayer;
import org.jspecify.annotations.Nullable;

/**
 * A merge that is kept, so that one department can hand its layer in again and only what that
 * touches is computed anew.
 *
 * <p>The others must not change because one was drawn anew, so {@link #with} takes every layer to
 * be drawn as it was measured in this merge, and to rank as it did here: the result is, byte for
 * byte, that of {@link GridMerge#merge} with {@link #measures} known and no two layers of one rank.
 * Where the new drawing is at odds with what was measured (another datum, another hand), all layers
 * are measured and merged anew.
 *
 * <p>Immutable; safe across threads. Holds the layers on the grid and the tiles' results: about
 * twice the size of the result.
 */
public final class StandingMerge {
  private final MergeInput input;
  private final MergePolicy policy;
  private final Ground ground;
  private final LayerStack stack;
  private final List<TileMemo> tiles;
  private final Assembly.Whole whole;
  private final int tilesMade;

  private StandingMerge(
      MergeInput input,
      MergePolicy policy,
      Ground ground,
      LayerStack stack,
      @Nullable TileMemo[] kept,
      @Nullable Crosswalk before,
      MergeRun run) {
    this.input = input;
    this.policy = policy;
    this.ground = ground;
    this.stack = stack;
    run.begin(MergePhase.CONFLATE);
    TileSweep sweep = new TileSweep(stack, ground, kept, run);
    this.tiles = sweep.run();
    this.tilesMade = sweep.made;
    run.begin(MergePhase.ASSEMBLE);
    Assembly assembly = new Assembly(input, stack, ground, tiles, run);
    this.whole = run.alone(() -> assembly.assemble(before));
  }

  /**
   * Merges layers and keeps what is needed to merge them again.
   *
   * @throws MergeRefused if the input cannot be merged
   * @throws java.util.concurrent.CancellationException if {@code progress} called it off
   */
  public static StandingMerge of(MergeInput input, MergePolicy policy, MergeProgress progress) {
    try (MergeRun run = new MergeRun(policy.threads(), progress)) {
      run.begin(MergePhase.AREA);
      Ground ground = run.alone(() -> new Ground(input));
      run.begin(MergePhase.MEASURE);
      Laying laying = run.alone(() -> new Laying(input, policy, ground, run));
      TileMemo[] none = new TileMemo[TileSweep.tiles(ground.area)];
      return new StandingMerge(laying.input, policy, ground, laying.stack, none, null, run);
    } catch (CrossingCount.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings("", e));
    }
  }

  /** What was merged. */
  public UnifiedGround ground() {
    return whole.ground();
  }

  /** How each layer was drawn, as measured in this merge. */
  public Map<String, DrawingError> measures() {
    Map<String, DrawingError> measures = new TreeMap<>();
    stack.layers.forEach(l -> measures.put(l.drawing.name, l.measured.error()));
    return Collections.unmodifiableMap(measures);
  }

  /** How many divisions, in connected parts, were computed for this merge; the others were kept. */
  public int partsComputed() {
    return tilesMade;
  }

  /**
   * The merge with one layer handed in again.
   *
   * @param again the whole layer as it is now, under the name that it had
   * @throws IllegalArgumentException if there is no layer of that name
   * @throws MergeRefused if the input cannot be merged
   * @throws java.util.concurrent.CancellationException if {@code progress} called it off
   */
  public StandingMerge with(DepartmentLayer again, MergeProgress progress) {
    int at = 0;
    while (at < stack.count() && !stack.drawing(at).name.equals(again.name())) {
      at++;
    }
    if (at == stack.count()) {
      throw new IllegalArgumentException("no layer named " + again.name());
    }
    List<DepartmentLayer> layers = new ArrayList<>(input.layers());
    layers.set(at, again);
    MergeInput now = input.withLayers(layers).rankedAsTheyStand();
    MergePolicy knowing = policy.knowing(measures());
    try (MergeRun run = new MergeRun(policy.threads(), progress)) {
      run.begin(MergePhase.MEASURE);
      LaidLayer laid = run.alone(() -> LaidLayer.of(again, List.of(), knowing));
      if (ground.area.isEmpty()) {
        Ground.refuseEmpty(laid.drawing);
      }
      if (!LayerMeasure.agrees(stack.layers.get(at), laid, stronger(at))) {
        return of(input.withLayers(layers), policy, progress);
      }
      LayerStack others = stack.with(at, laid);
      return new StandingMerge(
          now, policy, ground, others, keptTiles(at, laid), whole.crosswalk(), run);
    } catch (CrossingCount.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings("", e));
    }
  }

  private List<SegmentGrid> stronger(int layer) {
    List<SegmentGrid> stronger = new ArrayList<>();
    ground.area.ifPresent(a -> stronger.add(a.map.grid()));
    stronger.add(ground.protectedLines.grid);
    stack.layers.subList(0, layer).forEach(l -> stronger.add(l.grid));
    return stronger;
  }

  /** The tiles that nothing which changed in a layer comes near; null for the others. */
  private @Nullable TileMemo[] keptTiles(int layer, LaidLayer again) {
    LaidLayer before = stack.layers.get(layer);
    List<int[]> changed = new ArrayList<>(before.boxesNotIn(again));
    changed.addAll(again.boxesNotIn(before));
    @Nullable TileMemo[] kept = new TileMemo[tiles.size()];
    for (int t = 0; t < kept.length && ground.area.isPresent(); t++) {
      int[] tile = ground.area.get().tiles.get(t).box();
      int[] wide = TileMask.box(tile, TileLines.marginCells(stack));
      if (changed.stream().noneMatch(box -> meet(box, wide))) {
        kept[t] = tiles.get(t);
      }
    }
    return kept;
  }

  private static boolean meet(int[] one, int[] other) {
    return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
  }
}
