package onegrid.store;

/** What an account may do. */
public enum Role {
  ADMINISTRATOR,
  PLANNER,
  REVIEWER,
  STREET_OFFICE,
  CLERK,
  /** Reads everything, changes nothing. */
  INSPECTOR,
  VIEWER
}
