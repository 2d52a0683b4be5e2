/** Vector tiles for the map. */
@NullMarked
package onegrid.server.tile;

import org.jspecify.annotations.NullMarked;
