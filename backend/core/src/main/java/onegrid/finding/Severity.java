package onegrid.finding;

/** What a finding asks of its reader. */
public enum Severity {
  /** The input cannot be used until this is mended. */
  ERROR,
  /** The run went on by a rule; a person should decide. */
  WARNING,
  /** Mended without a loss, and listed. */
  INFO
}
