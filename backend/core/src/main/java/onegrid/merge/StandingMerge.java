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
 * be drawn as it was measured in this merge: the result is, byte for byte, that of {@link
 * GridMerge#merge} with {@link #measures} known. Where the new drawing is at odds with what was
 * measured (another datum, another hand), all layers are measured and merged anew.
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
    this.whole = new Assembly(input, stack, ground, tiles, run).assemble(before);
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
      Ground ground = new Ground(input);
      run.begin(MergePhase.MEASURE);
      LayerStack stack = lay(input, policy, ground, null, run);
      return new StandingMerge(
          input, policy, ground, stack, new TileMemo[TileSweep.tiles(ground.area)], null, run);
    } catch (Noding.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings(e));
    }
  }

  /** Lays and measures all layers but those that lie, with all stronger ones, as before. */
  private static LayerStack lay(
      MergeInput input,
      MergePolicy policy,
      Ground ground,
      @Nullable StandingMerge before,
      MergeRun run) {
    List<SegmentGrid> stronger = new ArrayList<>();
    ground.area.ifPresent(a -> stronger.add(a.map.grid()));
    List<LaidLayer> layers = new ArrayList<>();
    boolean isSame = true;
    for (DepartmentLayer layer : input.layers()) {
      int k = layers.size();
      isSame = isSame && before != null && layer.equals(before.input.layers().get(k));
      LaidLayer laid =
          isSame && before != null
              ? before.stack.layers.get(k)
              : LaidLayer.of(layer, stronger, policy);
      if (ground.area.isEmpty()) {
        Ground.refuseEmpty(laid.drawing);
      }
      layers.add(laid);
      stronger.add(laid.grid);
      run.tell((double) layers.size() / input.layers().size());
    }
    return new LayerStack(layers, ground.footprints);
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
    MergeInput now = new MergeInput(input.frame(), input.area(), layers, input.whole());
    MergePolicy knowing = policy.knowing(measures());
    try (MergeRun run = new MergeRun(policy.threads(), progress)) {
      run.begin(MergePhase.MEASURE);
      LaidLayer laid = LaidLayer.of(again, List.of(), knowing);
      if (ground.area.isEmpty()) {
        Ground.refuseEmpty(laid.drawing);
      }
      if (!LayerMeasure.agrees(stack.layers.get(at), laid, stronger(at))) {
        return of(now, policy, progress);
      }
      return again(now, stack.with(at, laid), run);
    } catch (Noding.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings(e));
    }
  }

  /**
   * The merge of what is there now, each layer measured anew: the same, byte for byte, as {@link
   * #of} gives. Tiles are kept where nothing changed, if all layers come out as they were measured
   * before and area, buildings and the layers' names are the same; otherwise all is made anew.
   *
   * @throws MergeRefused if the input cannot be merged
   * @throws java.util.concurrent.CancellationException if {@code progress} called it off
   */
  public StandingMerge again(MergeInput now, MergeProgress progress) {
    if (!hasTheGroundOf(now)) {
      return of(now, policy, progress);
    }
    try (MergeRun run = new MergeRun(policy.threads(), progress)) {
      run.begin(MergePhase.MEASURE);
      LayerStack laid = lay(now, policy, ground, this, run);
      for (int k = 0; k < stack.count(); k++) {
        if (!laid.layers.get(k).measured.equals(stack.layers.get(k).measured)) {
          TileMemo[] none = new TileMemo[tiles.size()];
          return new StandingMerge(now, policy, ground, laid, none, whole.crosswalk(), run);
        }
      }
      return again(now, laid, run);
    } catch (Noding.TooManyCrossings e) {
      throw new MergeRefused(TileSweep.tooManyCrossings(e));
    }
  }

  /** The merge of other layers that are drawn as those here were measured. */
  private StandingMerge again(MergeInput now, LayerStack laid, MergeRun run) {
    return new StandingMerge(now, policy, ground, laid, keptTiles(laid), whole.crosswalk(), run);
  }

  private boolean hasTheGroundOf(MergeInput now) {
    return now.frame().equals(input.frame())
        && now.area().equals(input.area())
        && now.whole().equals(input.whole())
        && names(now).equals(names(input));
  }

  private static List<String> names(MergeInput input) {
    return input.layers().stream().map(DepartmentLayer::name).toList();
  }

  private List<SegmentGrid> stronger(int layer) {
    List<SegmentGrid> stronger = new ArrayList<>();
    ground.area.ifPresent(a -> stronger.add(a.map.grid()));
    stack.layers.subList(0, layer).forEach(l -> stronger.add(l.grid));
    return stronger;
  }

  /** The tiles that nothing which changed in a layer comes near; null for the others. */
  private @Nullable TileMemo[] keptTiles(LayerStack now) {
    List<int[]> changed = new ArrayList<>();
    for (int k = 0; k < stack.count(); k++) {
      LaidLayer before = stack.layers.get(k);
      LaidLayer after = now.layers.get(k);
      if (before != after) {
        changed.addAll(before.boxesNotIn(after));
        changed.addAll(after.boxesNotIn(before));
      }
    }
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
