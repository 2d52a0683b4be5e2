/** Signing in, signing out, and the first account. */
@NullMarked
package onegrid.server.session;

import org.jspecify.annotations.NullMarked;
