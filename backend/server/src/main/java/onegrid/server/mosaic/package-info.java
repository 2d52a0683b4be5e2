/** What a merge left: numbers, conflicts, findings, files. */
@NullMarked
package onegrid.server.mosaic;

import org.jspecify.annotations.NullMarked;
