/**
 * Coordinate systems: which one a file is in, and the way from it to metres and back.
 *
 * <ol>
 *   <li>{@link onegrid.io.crs.SourceCrs} names the system a file states.
 *   <li>{@link onegrid.io.crs.Magnitudes} compares it with the size of the numbers and settles the
 *       order of axes, or refuses.
 *   <li>{@link onegrid.io.crs.CrsGate} takes the numbers to the metric frame of the place.
 *   <li>{@link onegrid.io.crs.DatumDetector} tells whether a layer carries the shift of a public
 *       map (GCJ-02, BD-09), by comparing borders.
 * </ol>
 *
 * <p>CGCS2000 (EPSG:4490) and WGS 84 (EPSG:4326) are taken as equal; they differ by less than a
 * millimetre in what is drawn on maps.
 */
@NullMarked
package onegrid.io.crs;

import org.jspecify.annotations.NullMarked;
