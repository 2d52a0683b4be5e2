package onegrid.layer;

import org.locationtech.jts.geom.Geometry;

/**
 * One cell as its department drew it, right or wrong: rings may cross themselves, borders may miss
 * those of the neighbours.
 *
 * @param code the department's own code, kept to the letter
 * @param name its name, empty when it has none
 * @param feature its number in the file, counted from 1
 * @param shape a polygon or multi-polygon in metres of the layer's frame, not necessarily valid;
 *     never changed
 */
public record DepartmentCell(String code, String name, int feature, Geometry shape) {}
