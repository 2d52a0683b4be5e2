/** The door: who may come in, how much they may bring, and what the browser may load. */
@NullMarked
package onegrid.server.security;

import org.jspecify.annotations.NullMarked;
