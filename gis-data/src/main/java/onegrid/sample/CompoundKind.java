package onegrid.sample;

/** The four kinds of compound. */
public enum CompoundKind {
  /** 商开: built by a developer. */
  COMMERCIAL,
  /** 还建: built for people who were moved. */
  RESETTLEMENT,
  /** 家属院: built by an employer for its staff. */
  STAFF,
  /** 混合: several of these. */
  MIXED
}
