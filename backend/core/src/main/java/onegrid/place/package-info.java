/** What stands on the ground and in the register: divisions, compounds, buildings. */
@NullMarked
package onegrid.place;

import org.jspecify.annotations.NullMarked;
