package onegrid.store;

/** What a job does. */
public enum JobKind {
  IMPORT,
  MERGE,
  COVERAGE,
  PUBLISH
}
