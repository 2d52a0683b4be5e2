package onegrid.merge;

/**
 * Front door of 多网合一: layers that departments drew in, one mosaic of basic units out.
 *
 * <p>What it promises:
 *
 * <ul>
 *   <li>The units tile the union of the area layer: no overlap, no gap; every inner edge belongs to
 *       exactly two units. Without an area layer they tile the union of the layers.
 *   <li>Borders of the area layer move by no more than the rounding to the grid. A point of a layer
 *       moves by no more than the layer's tolerance, its constant shift not counted, and by less
 *       than half the width of its own cell.
 *   <li>A {@link ProtectedBorder} moves by no more than the rounding to the grid either: it is
 *       accepted before every layer, and layers settle on it. Wherever it closes off ground, it is
 *       a border of units: no sliver, gap, overlap or building is joined across it. An end that
 *       closes off nothing lies inside one unit and divides nothing.
 *   <li>No border inside a division runs through a building or another shape declared whole, but
 *       protected ones.
 *   <li>A long gap between cells of a layer is divided along its middle, unless another layer drew
 *       the border there or a building stands in the way; the line has no spikes and begins and
 *       ends at points that stand there already.
 *   <li>Every source code is on some unit or in the findings, with the reason.
 *   <li>The result does not depend on the number of threads, the order of features in a layer, the
 *       first point and direction of rings, or the order of layers that rank alike. Input moved by
 *       whole cells of the grid gives the result moved.
 *   <li>Idempotent: the units of a merge, merged again as one layer within their own borders at a
 *       tolerance of one cell, are the same units to the last point. At a wider tolerance they are
 *       as many, and their points may settle on each other once more.
 * </ul>
 *
 * <p>What it does not do: it never moves the border of a division, or a protected one, for a
 * building (the building is listed instead), and it leaves wide ground that a layer does not claim
 * unclaimed.
 *
 * <p>Cost: O(n log n) in the number of points, tile by tile; memory for one tile's topology a
 * thread besides the input.
 */
public final class GridMerge {
  private GridMerge() {}

  /**
   * Merges layers into one mosaic.
   *
   * @throws MergeRefused if the input cannot be merged
   * @throws java.util.concurrent.CancellationException if {@code progress} called it off
   */
  public static UnifiedGround merge(MergeInput input, MergePolicy policy, MergeProgress progress) {
    return StandingMerge.of(input, policy, progress).ground();
  }
}
