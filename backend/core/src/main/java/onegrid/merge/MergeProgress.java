package onegrid.merge;

/** Someone who watches a merge and may call it off. Called from several threads. */
public interface MergeProgress {

  /** Nobody watches. */
  MergeProgress SILENT = (phase, share) -> true;

  /**
   * Told after each layer measured and each tile merged, and five times a second meanwhile.
   *
   * @param phase what is being done
   * @param share how much of it is done, 0 to 1
   * @return false to call the merge off; it then ends within a second, wherever it is, in a {@link
   *     java.util.concurrent.CancellationException}
   */
  boolean goesOn(MergePhase phase, double share);
}
