/**
 * What goes out: GeoJSON by RFC 7946, CSV that Excel opens without harm, and the files of a merge.
 *
 * <p>Everything is first written to a folder of its own beside the target and moved into place at
 * the end: a reader sees all of a result or nothing of it.
 */
@NullMarked
package onegrid.io.write;

import org.jspecify.annotations.NullMarked;
