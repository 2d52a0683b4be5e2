/** What a department hands in: a layer of cells, each with the department's own code. */
@NullMarked
package onegrid.layer;

import org.jspecify.annotations.NullMarked;
