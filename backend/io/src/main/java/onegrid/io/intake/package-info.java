/**
 * From what a file holds to what core works on: layers of cells, shapes that stay whole, all in the
 * metres of one frame, with everything noticed on the way as findings.
 */
@NullMarked
package onegrid.io.intake;

import org.jspecify.annotations.NullMarked;
