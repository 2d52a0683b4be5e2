/** From the degrees that are kept to the metres that core works in, and back. */
@NullMarked
package onegrid.server.frame;

import org.jspecify.annotations.NullMarked;
