package onegrid.store;

import org.locationtech.jts.geom.Geometry;

/**
 * What a kept answer says of one building; it keeps its outline, so that the picture stays true
 * when the ground changes.
 *
 * @param state 0 covered, 1 not covered, 2 unknown
 * @param onPaper whether the straight radius alone would cover it
 * @param reason why it is unknown, empty when it is not
 * @param station the nearest on foot, empty for none within an hour
 * @param seconds how long that takes, -1 for none
 * @param metres how far that is, -1 for none
 * @param straightStation the nearest as the crow flies, empty for none
 * @param straightMetres how far that is, -1 for none
 * @param footprint an area, in degrees
 */
public record CoverageBuilding(
    String code,
    int state,
    boolean onPaper,
    String reason,
    String station,
    int seconds,
    double metres,
    String straightStation,
    double straightMetres,
    int households,
    int people,
    Geometry footprint) {}
