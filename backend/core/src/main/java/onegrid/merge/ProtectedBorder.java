package onegrid.merge;

import org.locationtech.jts.geom.Geometry;

/**
 * A line that stays where it is and stays a border: the middle of a road, a river, a railway.
 *
 * @param name what it is called in the input
 * @param line lines, or areas whose outlines are meant, in metres of the run's frame; never changed
 */
public record ProtectedBorder(String name, Geometry line) {}
