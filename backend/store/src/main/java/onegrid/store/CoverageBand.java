package onegrid.store;

import org.locationtech.jts.geom.Polygon;

/**
 * A part of the area from which a station is reached in time.
 *
 * @param part in degrees
 */
public record CoverageBand(int limitSeconds, Polygon part) {}
