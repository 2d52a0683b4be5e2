/** Connections to the database, and what is said while it is away. */
@NullMarked
package onegrid.server.pool;

import org.jspecify.annotations.NullMarked;
