package onegrid.merge;

import java.util.Optional;

/**
 * How much of one source cell went to one unit. The rows of a source cell sum to the cell, to the
 * last household and person; what found no unit is a row of its own.
 *
 * @param layer the department's layer
 * @param sourceCode its cell
 * @param unitId the unit, or none for what lies outside every unit
 * @param areaSquareMetres how much ground
 * @param buildings how many buildings
 * @param households how many households
 * @param people how many people
 * @param weight the share of the source cell: by people where it has any, else by ground
 */
public record CrosswalkRow(
    String layer,
    String sourceCode,
    Optional<String> unitId,
    double areaSquareMetres,
    int buildings,
    int households,
    int people,
    double weight) {}
