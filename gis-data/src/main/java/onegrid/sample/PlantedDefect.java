package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * A mistake made on purpose, so that finding it can be scored.
 *
 * @param kind what is wrong
 * @param layer the department's name
 * @param cell the code of the cell
 * @param ordinal the number of the cell in its layer, 0 when it was not handed in
 * @param x a place at the mistake, metres east
 * @param y a place at the mistake, metres north
 * @param sizeMetres how wide or long it is, 0 when it has no size
 */
public record PlantedDefect(
    DefectKind kind,
    String layer,
    String cell,
    int ordinal,
    double x,
    double y,
    double sizeMetres) {

  static PlantedDefect at(
      DefectKind kind, String layer, String cell, int ordinal, Coordinate at, double sizeMetres) {
    return new PlantedDefect(
        kind, layer, cell, ordinal, Shapes.snap(at.x), Shapes.snap(at.y), Shapes.snap(sizeMetres));
  }
}
