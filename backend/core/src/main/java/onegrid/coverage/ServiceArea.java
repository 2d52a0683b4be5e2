package onegrid.coverage;

import org.locationtech.jts.geom.Geometry;

/**
 * The drawing of who is reached, and how true it is. It is never the answer; the answer is the
 * state of each building.
 *
 * @param limitSeconds how long people walk at most
 * @param shape a polygon or multi-polygon in metres, holes kept; perhaps empty
 * @param precision of the buildings in it, the share that is reached
 * @param recall of the buildings that are reached, the share in it
 * @param rawPrecision the same before footprints were patched in and out
 * @param rawRecall the same before footprints were patched in and out
 * @param patched how many footprints were patched
 */
public record ServiceArea(
    int limitSeconds,
    Geometry shape,
    double precision,
    double recall,
    double rawPrecision,
    double rawRecall,
    int patched) {}
