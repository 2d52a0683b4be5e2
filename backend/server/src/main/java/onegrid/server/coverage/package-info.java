/** Who reaches a service station on foot: asking, working it out, showing it, trying changes. */
@NullMarked
package onegrid.server.coverage;

import org.jspecify.annotations.NullMarked;
