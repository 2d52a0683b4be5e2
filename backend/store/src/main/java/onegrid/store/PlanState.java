package onegrid.store;

/** The life of a plan. */
public enum PlanState {
  DRAFT,
  SUBMITTED,
  REVIEWED,
  FILED,
  IN_FORCE,
  RETIRED
}
