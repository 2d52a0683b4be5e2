package onegrid.sample;

import org.locationtech.jts.geom.Polygon;

/**
 * A made-up river between its banks.
 *
 * @param name its invented name
 * @param geometry metres
 */
public record Water(String name, Polygon geometry) {}
