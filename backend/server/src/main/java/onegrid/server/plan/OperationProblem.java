package onegrid.server.plan;

/**
 * A problem document for operations that are not done: a rule forbids one, or one meets a newer.
 */
sealed interface OperationProblem permits EditProblem, PlanConflict {
  int status();

  String detailEn();

  /** Ends the transaction of the operations. */
  final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OperationProblem problem;

    Raised(OperationProblem problem) {
      super(problem.detailEn(), null, false, false);
      this.problem = problem;
    }

    OperationProblem problem() {
      return problem;
    }
  }
}
