package onegrid.sample;

/** What a building is used for. */
public enum BuildingKind {
  HOUSING,
  SCHOOL,
  MARKET,
  OFFICE,
  WORKSHOP
}
