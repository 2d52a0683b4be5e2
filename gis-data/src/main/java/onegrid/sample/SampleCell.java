package onegrid.sample;

import org.locationtech.jts.geom.Geometry;

/**
 * One cell as its department drew it, right or wrong.
 *
 * @param code the department's own code; two cells may carry the same one
 * @param name its made-up name
 * @param geometry a polygon or multi-polygon, metres; may be invalid; never changed
 * @param ordinal its number in the layer, counted from 1
 */
public record SampleCell(String code, String name, Geometry geometry, int ordinal) {}
