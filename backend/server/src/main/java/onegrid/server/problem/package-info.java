/** What is said to people when something cannot be done: problem+json (RFC 9457), Chinese first. */
@NullMarked
package onegrid.server.problem;

import org.jspecify.annotations.NullMarked;
