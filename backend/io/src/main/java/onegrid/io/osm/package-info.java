/**
 * OpenStreetMap extracts, PBF and XML, as the ground of a walking network.
 *
 * <p>The PBF format is two protobuf messages round zlib blocks; the reader is our own, because it
 * needs nothing else and refuses what is broken, too large or too good to be true in one sentence.
 */
@NullMarked
package onegrid.io.osm;

import org.jspecify.annotations.NullMarked;
