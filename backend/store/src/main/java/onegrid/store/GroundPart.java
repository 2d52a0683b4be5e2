package onegrid.store;

/** A part of a base map that can be handed in by itself, and takes the place of the one before. */
public enum GroundPart {
  ROADS,
  /** Rivers, railways and walls. */
  BARRIERS,
  CROSSINGS,
  COMPOUNDS,
  GATES,
  BUILDINGS,
  STATIONS,
  /** What stays a border when layers are merged. */
  BORDERS
}
