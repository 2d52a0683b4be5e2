/** The HTTP service: one process in front of one PostGIS. */
@NullMarked
package onegrid.server;

import org.jspecify.annotations.NullMarked;
