package onegrid.plan;

import java.util.List;
import onegrid.finding.Finding;

/** What came of an edit. */
public sealed interface EditOutcome {

  /** What it depends on, and what it changes. */
  Touched touched();

  /**
   * It was done.
   *
   * @param plan the plan after
   * @param diff from the plan before to the plan after
   * @param findings what a person should look at: a cell in several parts
   */
  record Applied(Plan plan, PlanDiff diff, Touched touched, List<Finding> findings)
      implements EditOutcome {
    public Applied {
      findings = List.copyOf(findings);
    }
  }

  /**
   * It was not done, and nothing changed.
   *
   * @param findings why not, and where; at least one
   * @param crossing the stretches of border that would lie where they may not; often none
   */
  record Refused(Touched touched, List<Finding> findings, List<GridLine> crossing)
      implements EditOutcome {
    public Refused {
      crossing = List.copyOf(crossing);
      findings = List.copyOf(findings);
    }
  }
}
