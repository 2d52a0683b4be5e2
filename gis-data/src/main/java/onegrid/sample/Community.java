package onegrid.sample;

import org.locationtech.jts.geom.Polygon;

/**
 * A made-up community (社区), bounded by streets, the river or the railway.
 *
 * @param code twelve digits: county, subdistrict and three more
 * @param name its invented name
 * @param subdistrictCode the subdistrict it belongs to
 * @param geometry its ground in metres; communities tile the district, vertex by vertex
 * @param people the sum of its buildings
 * @param households the sum of its buildings
 */
public record Community(
    String code,
    String name,
    String subdistrictCode,
    Polygon geometry,
    int people,
    int households) {}
