package onegrid.sample;

import org.locationtech.jts.geom.Point;

/**
 * A gate in a compound's wall.
 *
 * @param id compound code, G and a digit
 * @param compoundCode the compound it opens
 * @param point a vertex of the compound's outline, metres
 * @param hours when it is open
 * @param residentsOnly whether strangers may not pass
 */
public record Gate(
    String id, String compoundCode, Point point, OpeningHours hours, boolean residentsOnly) {}
