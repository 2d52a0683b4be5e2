package onegrid.server.plan;

import java.util.List;
import onegrid.server.problem.FindingView;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) for operations that meet newer ones: both, and where.
 *
 * @param lastSeq the newest operation by now
 * @param conflicts one for each operation that meets others
 */
record PlanConflict(
    String type,
    String title,
    String titleEn,
    int status,
    String detail,
    String detailEn,
    long lastSeq,
    List<Meeting> conflicts) {

  /**
   * @param mine what was sent
   * @param theirs the newer operations that it meets, oldest first
   * @param parts the parts of the plan where they meet
   * @param findings the rules that mine would break because of theirs; empty when both changed the
   *     same
   * @param lon where that is, null when it has no place
   * @param lat where that is, null when it has no place
   */
  record Meeting(
      Mine mine,
      List<OperationView> theirs,
      List<String> parts,
      List<FindingView> findings,
      @Nullable Double lon,
      @Nullable Double lat) {}

  /**
   * An operation that was not done.
   *
   * @param index its place among those that were sent, from 0
   * @param before the parts it would have changed, on the plan that its writer saw
   * @param after the same parts after it; empty when it could not have been done there either
   */
  record Mine(int index, OperationWish edit, List<PartView> before, List<PartView> after) {}

  /** Ends the transaction of operations that meet others. */
  static final class Met extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PlanConflict problem;

    Met(PlanConflict problem) {
      super(problem.detailEn, null, false, false);
      this.problem = problem;
    }

    PlanConflict problem() {
      return problem;
    }
  }
}
