package onegrid.io.table;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature.
 *
 * @param number its place in the file, counted from 1
 * @param shape a polygon, multi-polygon or point in the file's own numbers, not necessarily valid
 * @param values one for each column of the table, empty text for none
 */
public record FeatureRow(int number, Geometry shape, List<String> values) {}
