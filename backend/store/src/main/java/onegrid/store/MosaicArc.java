package onegrid.store;

import org.locationtech.jts.geom.LineString;

/**
 * A border between two units, as {@link onegrid.mosaic.Arc}, its line in degrees.
 *
 * @param left index of the unit on its left, or {@link onegrid.mosaic.Arc#OUTSIDE}
 * @param right index of the unit on its right, or {@link onegrid.mosaic.Arc#OUTSIDE}
 * @param drawnBy bit 0 for the area layer, bit k for layer k - 1, the last one for a protected line
 */
public record MosaicArc(LineString line, int left, int right, long drawnBy) {}
