/** Asking for a merge, and running it. */
@NullMarked
package onegrid.server.merge;

import org.jspecify.annotations.NullMarked;
