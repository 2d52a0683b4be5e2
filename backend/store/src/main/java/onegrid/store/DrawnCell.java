package onegrid.store;

import org.locationtech.jts.geom.Geometry;

/**
 * One cell as its department drew it, right or wrong.
 *
 * @param code the department's own code, kept to the letter
 * @param name its name, empty when it has none
 * @param feature its number in the file, counted from 1
 * @param shape a polygon or multi-polygon in degrees, not necessarily valid; never changed
 */
public record DrawnCell(String code, String name, int feature, Geometry shape) {}
