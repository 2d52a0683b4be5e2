/** A made-up Chinese district, true to life, with its noise-free truth known. */
@NullMarked
package onegrid.sample;

import org.jspecify.annotations.NullMarked;
