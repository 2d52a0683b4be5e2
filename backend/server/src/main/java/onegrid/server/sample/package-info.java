/** The made-up district, loaded as a workspace of its own. */
@NullMarked
package onegrid.server.sample;

import org.jspecify.annotations.NullMarked;
