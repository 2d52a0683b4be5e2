package onegrid.sample;

import org.locationtech.jts.geom.LineString;

/**
 * A made-up railway; it is crossed only where a road has a bridge.
 *
 * @param name its invented name
 * @param line its middle, metres
 */
public record Railway(String name, LineString line) {}
