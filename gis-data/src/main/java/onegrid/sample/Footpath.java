package onegrid.sample;

import org.locationtech.jts.geom.LineString;

/**
 * A way on foot inside a compound: from a vertex of the street through a gate to the middle of a
 * block, or from block to block. It crosses the wall at the gate only.
 *
 * @param compoundCode the compound it leads through
 * @param line metres
 */
public record Footpath(String compoundCode, LineString line) {}
