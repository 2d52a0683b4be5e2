/** Who changed what: the trail, and whether it is whole. */
@NullMarked
package onegrid.server.audit;

import org.jspecify.annotations.NullMarked;
