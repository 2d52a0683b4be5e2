package onegrid.store;

/** A part of a base map that can be handed in by itself, and takes the place of the one before. */
public enum GroundPart {
  ROADS("road"),
  STATIONS("station"),
  BUILDINGS("building"),
  COMPOUNDS("compound"),
  GATES("gate"),
  BORDERS("protected_border");

  private final String table;

  GroundPart(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
