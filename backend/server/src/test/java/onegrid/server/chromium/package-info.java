/**
 * A real Chromium, driven over its DevTools protocol with nothing but the JDK: {@link
 * onegrid.server.chromium.Chromium} is the program, {@link onegrid.server.chromium.Page} the page a
 * person would see.
 */
@NullMarked
package onegrid.server.chromium;

import org.jspecify.annotations.NullMarked;
