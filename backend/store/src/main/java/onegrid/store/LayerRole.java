package onegrid.store;

/** What a layer is to a merge. */
public enum LayerRole {
  /** The divisions inside which units are made. */
  AREA,
  /** What a department drew. */
  DEPARTMENT
}
