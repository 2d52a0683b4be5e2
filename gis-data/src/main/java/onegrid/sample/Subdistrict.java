package onegrid.sample;

import org.locationtech.jts.geom.Geometry;

/**
 * A made-up subdistrict (街道).
 *
 * @param code nine digits: county and three more
 * @param name its invented name
 * @param geometry the union of its communities, metres
 */
public record Subdistrict(String code, String name, Geometry geometry) {}
