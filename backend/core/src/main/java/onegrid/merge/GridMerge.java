package onegrid.merge;

/** Front door of 多网合一: layers that departments drew in, one mosaic of basic units out. */
public final class GridMerge {
  private GridMerge() {}

  /**
   * Merges layers into one mosaic.
   *
   * @throws MergeRefused if the input cannot be merged
   * @throws java.util.concurrent.CancellationException if {@code progress} called it off
   */
  public static UnifiedGround merge(MergeInput input, MergePolicy policy, MergeProgress progress) {
    throw new UnsupportedOperationException("being written");
  }
}
