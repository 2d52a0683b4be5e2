/** Department layers: handed in, listed, ranked, taken away. */
@NullMarked
package onegrid.server.layer;

import org.jspecify.annotations.NullMarked;
