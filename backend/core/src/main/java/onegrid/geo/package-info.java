/**
 * Where things are: one metric frame a run, whole centimetres inside it.
 *
 * <p>Everything in core is measured in the metres of one {@link onegrid.geo.LocalFrame} and stands
 * on its 1 cm grid, so that predicates are exact and equal inputs give equal bytes. Degrees never
 * come this far; {@code onegrid.io} is the door.
 */
@NullMarked
package onegrid.geo;

import org.jspecify.annotations.NullMarked;
